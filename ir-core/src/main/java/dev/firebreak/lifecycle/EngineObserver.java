package dev.firebreak.lifecycle;

import com.google.common.base.Ascii;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.StreamId;
import dev.firebreak.incident.IncidentId;

/**
 * Where metrics and traces attach.
 *
 * <p>Called on the thread of the call that it tells of, some of it while others wait for the same
 * incident: it must not block, nor call the engine. What it throws is logged and skipped. Durations
 * are in nanoseconds, by the source that was given with it. A Micrometer registry attaches so:
 *
 * <pre>{@code
 * class Metrics implements EngineObserver {
 *   private final MeterRegistry registry;
 *
 *   Metrics(MeterRegistry registry) {
 *     this.registry = registry;
 *   }
 *
 *   @Override
 *   public Scope commandStarted(IncidentId incident, Request<?> request) {
 *     String kind = request.concept().nameOf(request.getClass());
 *     return (outcome, nanos) ->
 *         registry.timer("firebreak.command", "kind", kind, "outcome", outcome.word())
 *             .record(nanos, TimeUnit.NANOSECONDS);
 *   }
 *
 *   @Override
 *   public void journalAppended(long nanos) {
 *     registry.timer("firebreak.append").record(nanos, TimeUnit.NANOSECONDS);
 *   }
 * }
 *
 * IncidentResponse.under(plan, clock).observer(new Metrics(registry), System::nanoTime)
 * }</pre>
 *
 * <p>An OpenTelemetry span begins in {@code commandStarted}, is made current there, and ends in the
 * scope.
 */
public interface EngineObserver {
  /** How a command or an alert ended. */
  enum Outcome {
    /** It changed something. */
    RECORDED,
    /** It was accepted, and there was nothing to do, or it had been done before. */
    UNCHANGED,
    /** It was refused. */
    REFUSED,
    /** Something was thrown. */
    FAILED;

    /** Returns it as a word for a tag, such as {@code recorded}. */
    public String word() {
      return Ascii.toLowerCase(name());
    }
  }

  /** What began, and is told when it ends. */
  @FunctionalInterface
  interface Scope {
    /** A scope that takes no note. */
    Scope NONE = (outcome, nanos) -> {};

    /** Takes note of the end, on the thread of the beginning. */
    void ended(Outcome outcome, long nanos);
  }

  /** Takes note that a request begins to be handled, the engine's own too. */
  default Scope commandStarted(IncidentId incident, Request<?> request) {
    return Scope.NONE;
  }

  /** Takes note that an alert begins to be received. */
  default Scope alertStarted(AlertKey alert) {
    return Scope.NONE;
  }

  /** Takes note that the journal has kept an append. */
  default void journalAppended(long nanos) {}

  /**
   * Takes note that the journal has kept nothing, since something was recorded meanwhile.
   *
   * @param stream the first of the histories that were to be appended to
   */
  default void conflict(StreamId stream) {}

  /** Takes note that a listener or a notifier threw something. */
  default void listenerFailed(RuntimeException failure) {}
}
