package dev.firebreak.examples.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import dev.firebreak.phase.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The work on one state machine configuration that all incidents share.
 *
 * <p>A guard takes no argument, so the incident that is worked on is in a static field, as is usual
 * with a shared configuration and one thread.
 */
final class Stateless4jSide {
  enum State {
    IDENTIFICATION,
    CONTAINMENT,
    ERADICATION,
    RECOVERY,
    POST_INCIDENT,
    CLOSED
  }

  enum Trigger {
    NOTE,
    STEP,
    NEXT
  }

  private static final StateMachineConfig<State, Trigger> CONFIG = config();
  private static Stateless4jSide current = new Stateless4jSide();

  private final Set<String> done = new HashSet<>();
  private final List<String> log = new ArrayList<>();
  private final StateMachine<State, Trigger> machine =
      new StateMachine<>(State.IDENTIFICATION, CONFIG);
  private String subject = "";
  private boolean declared;
  private boolean reviewed;

  private static StateMachineConfig<State, Trigger> config() {
    var config = new StateMachineConfig<State, Trigger>();
    var states = State.values();
    for (int i = 0; i + 1 < states.length; i++) {
      int steps = Math.min(3 * (i + 1), 12);
      config
          .configure(states[i])
          .onEntry(() -> current.log.add(current.subject))
          .permitReentry(Trigger.NOTE)
          .permitReentryIf(Trigger.STEP, () -> !current.done.contains(current.subject))
          .permitIf(
              Trigger.NEXT, states[i + 1], () -> current.declared && current.done.size() >= steps);
    }
    config.configure(State.CLOSED).onEntry(() -> current.log.add(current.subject));
    return config;
  }

  /** Does all the work on one incident and returns it. */
  static Stateless4jSide handle() {
    var incident = new Stateless4jSide();
    current = incident;
    for (String note : List.of("opened", "acknowledged", "classified", "judged", "assessed")) {
      incident.fire(Trigger.NOTE, note);
    }
    incident.declared = true;
    incident.fire(Trigger.NOTE, "declared");
    for (Phase phase : Tasks.BY_PHASE.keySet()) {
      Tasks.of(phase).forEach(incident::step);
      if (phase == Phase.CONTAINMENT) {
        incident.fire(Trigger.NOTE, "scope-confirmed");
      }
      incident.fire(Trigger.NEXT, "entered");
    }
    incident.reviewed = true;
    incident.fire(Trigger.NOTE, "reviewed");
    incident.fire(Trigger.NEXT, "closed");
    return incident;
  }

  private void step(String name) {
    fire(Trigger.STEP, name);
    done.add(name);
  }

  private void fire(Trigger trigger, String what) {
    subject = what;
    machine.fire(trigger);
  }

  boolean closed() {
    return machine.getState() == State.CLOSED && reviewed;
  }

  List<String> log() {
    return log;
  }
}
