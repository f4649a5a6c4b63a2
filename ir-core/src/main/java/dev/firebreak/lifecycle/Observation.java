package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal;
import dev.firebreak.lifecycle.EngineObserver.Outcome;
import dev.firebreak.lifecycle.EngineObserver.Scope;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An observer whose failures hurt nobody, and the source of its durations. */
final class Observation {
  private static final Logger log = LoggerFactory.getLogger(IncidentResponse.class);

  private final EngineObserver observer;
  private final LongSupplier nanos;

  Observation(EngineObserver observer, LongSupplier nanos) {
    this.observer = observer;
    this.nanos = nanos;
  }

  Decision command(IncidentId incident, Request<?> request, Supplier<Decision> call) {
    return observe(() -> observer.commandStarted(incident, request), call, Observation::outcomeOf);
  }

  /** Observes what is null if somebody else has done it. */
  @Nullable Decision due(
      IncidentId incident, Request<?> request, Supplier<@Nullable Decision> call) {
    return this.<@Nullable Decision>observe(
        () -> observer.commandStarted(incident, request),
        call,
        decision -> decision == null ? Outcome.UNCHANGED : outcomeOf(decision));
  }

  Receipt alert(AlertKey alert, Supplier<Receipt> call) {
    return observe(() -> observer.alertStarted(alert), call, Observation::outcomeOf);
  }

  void listenerFailed(RuntimeException failure) {
    safely(() -> observer.listenerFailed(failure));
  }

  /** Returns a journal that does what the other does, and is observed. */
  Journal watch(Journal journal) {
    return new Watched(journal);
  }

  private <T extends @Nullable Object> T observe(
      Supplier<Scope> start, Supplier<T> call, Function<T, Outcome> outcomeOf) {
    long from = nanos.getAsLong();
    var scope = start(start);
    var outcome = Outcome.FAILED;
    try {
      var result = call.get();
      outcome = outcomeOf.apply(result);
      return result;
    } finally {
      var ended = outcome;
      safely(() -> scope.ended(ended, nanos.getAsLong() - from));
    }
  }

  private static Scope start(Supplier<Scope> start) {
    try {
      return start.get();
    } catch (RuntimeException e) {
      log.warn("the observer failed", e);
      return Scope.NONE;
    }
  }

  private static void safely(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      log.warn("the observer failed", e);
    }
  }

  private static Outcome outcomeOf(Decision decision) {
    if (!(decision instanceof Decision.Accepted accepted)) {
      return Outcome.REFUSED;
    }
    return accepted.repeated() || accepted.events().isEmpty()
        ? Outcome.UNCHANGED
        : Outcome.RECORDED;
  }

  private static Outcome outcomeOf(Receipt receipt) {
    if (receipt instanceof Receipt.Refused) {
      return Outcome.REFUSED;
    }
    return receipt.isDuplicate() ? Outcome.UNCHANGED : Outcome.RECORDED;
  }

  private final class Watched implements Journal {
    private final Journal journal;

    Watched(Journal journal) {
      this.journal = journal;
    }

    @Override
    public Appended append(ImmutableList<Append> appends) {
      long from = nanos.getAsLong();
      var appended = journal.append(appends);
      long took = nanos.getAsLong() - from;
      switch (appended) {
        case ALL -> safely(() -> observer.journalAppended(took));
        case NOTHING -> safely(() -> observer.conflict(appends.get(0).stream()));
      }
      return appended;
    }

    @Override
    public ImmutableList<Event> read(StreamId stream, long after) {
      return journal.read(stream, after);
    }

    @Override
    public ImmutableList<StreamId> streams(Tenant tenant, StreamId.Kind kind) {
      return journal.streams(tenant, kind);
    }

    @Override
    public long changedSince(
        Tenant tenant, StreamId.Kind kind, long mark, ObjLongConsumer<StreamId> each) {
      return journal.changedSince(tenant, kind, mark, each);
    }

    @Override
    public void close() {
      journal.close();
    }
  }
}
