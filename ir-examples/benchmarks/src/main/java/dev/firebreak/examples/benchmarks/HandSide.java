package dev.firebreak.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.firebreak.phase.Phase;
import java.util.HashMap;
import java.util.Map;

/**
 * The work by hand, and on Stateless4j.
 *
 * <p>Each keeps the last {@value #KEPT} incidents, as an application that handles incidents does.
 */
final class HandSide {
  static final int KEPT = 200;

  private final ImmutableList<String> causes = Tasks.causes();
  private final ImmutableList<String> names;
  private final Map<String, Object> kept = new HashMap<>();
  private final Ticks clock = new Ticks();
  private int handled;
  private HandService service = new HandService();

  HandSide() {
    var names = ImmutableList.<String>builder();
    for (int i = 0; i < KEPT; i++) {
      names.add("i-" + i);
    }
    this.names = names.build();
  }

  HandImmutable handImmutable() {
    int i = 0;
    var id = next();
    var x = HandImmutable.opened(id, "Files are encrypted", by(i++));
    x = x.acknowledge(by(i++));
    x = x.classify("ransomware", "a note was left", by(i++));
    x = x.judge("true positive", "seen on three hosts", by(i++));
    x = x.assess("high", "row 1 fits", by(i++));
    x = x.declare("a critical service is down", by(i++));
    for (Phase phase : Tasks.BY_PHASE.keySet()) {
      for (String step : Tasks.of(phase)) {
        x = x.complete(step, "done", by(i++));
      }
      if (phase == Phase.CONTAINMENT) {
        x = x.confirmScope("all hosts were looked at", by(i++));
      }
      x = x.enter(Tasks.after(phase), Tasks.before(Tasks.after(phase)), by(i++));
    }
    x = x.review("an open port", by(i++));
    x = x.close("all is back", Tasks.before(Phase.POST_INCIDENT), by(i));
    kept.put(id, x);
    return x;
  }

  HandImmutable handService() {
    if (handled % KEPT == 0) {
      service = new HandService();
    }
    int i = 0;
    var id = next();
    service.open(id, "Files are encrypted", by(i++));
    service.acknowledge(id, by(i++));
    service.classify(id, "ransomware", "a note was left", by(i++));
    service.judge(id, "true positive", "seen on three hosts", by(i++));
    service.assess(id, "high", "row 1 fits", by(i++));
    service.declare(id, "a critical service is down", by(i++));
    for (Phase phase : Tasks.BY_PHASE.keySet()) {
      for (String step : Tasks.of(phase)) {
        service.complete(id, step, "done", by(i++));
      }
      if (phase == Phase.CONTAINMENT) {
        service.confirmScope(id, "all hosts were looked at", by(i++));
      }
      service.enter(id, Tasks.after(phase), Tasks.before(Tasks.after(phase)), by(i++));
    }
    service.review(id, "an open port", by(i++));
    service.close(id, "all is back", Tasks.before(Phase.POST_INCIDENT), by(i));
    return service.incident(id);
  }

  HandMutable handMutable() {
    var id = next();
    var x = new HandMutable("Files are encrypted");
    x.acknowledge();
    x.classify("ransomware");
    x.judge("true positive");
    x.assess("high");
    x.declare();
    for (Phase phase : Tasks.BY_PHASE.keySet()) {
      Tasks.of(phase).forEach(x::complete);
      if (phase == Phase.CONTAINMENT) {
        x.confirmScope();
      }
      x.enter(Tasks.after(phase), Tasks.before(Tasks.after(phase)));
    }
    x.review();
    x.close(Tasks.before(Phase.POST_INCIDENT));
    kept.put(id, x);
    return x;
  }

  Stateless4jSide stateless4j() {
    var x = Stateless4jSide.handle();
    kept.put(next(), x);
    return x;
  }

  private String next() {
    return names.get(handled++ % KEPT);
  }

  private HandImmutable.By by(int command) {
    return new HandImmutable.By(causes.get(command), "lead", clock.instant());
  }
}
