package dev.firebreak.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.phase.Phase;
import dev.firebreak.policy.Policies;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same incident, handled from opening to closing by each side.
 *
 * <p>Each keeps the last {@value #KEPT} incidents, as an application that handles incidents does.
 * Names and texts are made beforehand.
 */
final class Sides {
  static final int KEPT = 200;

  private final ImmutableList<String> causes = Work.causes();
  private final ImmutableList<CommandId> ids = Work.ids();
  private final ImmutableList<Request<?>> requests = Work.requests();
  private final ImmutableList<IncidentId> incidents = incidents();
  private final Map<String, Object> kept = new HashMap<>();
  private final InstantSource clock = new Ticks();
  private int handled;
  private @Nullable IncidentResponse response;

  private static ImmutableList<IncidentId> incidents() {
    var incidents = ImmutableList.<IncidentId>builder();
    for (int i = 0; i < KEPT; i++) {
      incidents.add(IncidentId.of("i-" + i));
    }
    return incidents.build();
  }

  /** Tells a later second each time. */
  private static final class Ticks implements InstantSource {
    private long second = 1_800_000_000;

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(second++);
    }
  }

  private IncidentId next() {
    return incidents.get(handled++ % KEPT);
  }

  /** Returns the decider's last answer. */
  Object firebreak(Policies policies) {
    var incident = next();
    if (response == null || handled % KEPT == 1) {
      response = IncidentResponse.under(Work.plan(), clock).policies(policies).build();
    }
    Object last = incident;
    for (int i = 0; i < requests.size(); i++) {
      var command = new Command(ids.get(i), incident, Work.LEAD, null, requests.get(i));
      var decision = response.submit(command);
      if (!decision.accepted()) {
        throw new IllegalStateException(decision.toString());
      }
      last = decision;
    }
    return last;
  }

  HandImmutable handImmutable() {
    int i = 0;
    var id = next().name();
    var x = HandImmutable.opened(id, "Files are encrypted", by(i++));
    x = x.acknowledge(by(i++));
    x = x.classify("ransomware", "a note was left", by(i++));
    x = x.judge("true positive", "seen on three hosts", by(i++));
    x = x.assess("high", "row 1 fits", by(i++));
    x = x.declare("a critical service is down", by(i++));
    for (Phase phase : Work.STEPS.keySet()) {
      for (String step : Work.names(phase)) {
        x = x.complete(step, "done", by(i++));
      }
      if (phase == Phase.CONTAINMENT) {
        x = x.confirmScope("all hosts were looked at", by(i++));
      }
      x = x.enter(Work.after(phase), Work.before(Work.after(phase)), by(i++));
    }
    x = x.review("an open port", by(i++));
    x = x.close("all is back", Work.before(Phase.POST_INCIDENT), by(i));
    kept.put(id, x);
    return x;
  }

  HandMutable handMutable() {
    var id = next().name();
    var x = new HandMutable("Files are encrypted");
    x.acknowledge();
    x.classify("ransomware");
    x.judge("true positive");
    x.assess("high");
    x.declare();
    for (Phase phase : Work.STEPS.keySet()) {
      Work.names(phase).forEach(x::complete);
      if (phase == Phase.CONTAINMENT) {
        x.confirmScope();
      }
      x.enter(Work.after(phase), Work.before(Work.after(phase)));
    }
    x.review();
    x.close(Work.before(Phase.POST_INCIDENT));
    kept.put(id, x);
    return x;
  }

  Stateless4jSide stateless4j() {
    var x = Stateless4jSide.handle();
    kept.put(next().name(), x);
    return x;
  }

  private HandImmutable.By by(int command) {
    return new HandImmutable.By(causes.get(command), "lead", clock.instant());
  }
}
