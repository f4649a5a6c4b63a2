package dev.firebreak.examples.benchmarks.peers;

import dev.firebreak.examples.benchmarks.peers.Course.Asked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineEventResult.ResultType;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/** The work on one Spring state machine, which is reset for each incident. */
final class SpringSide {
  enum State {
    IDENTIFICATION,
    CONTAINMENT,
    ERADICATION,
    RECOVERY,
    POST_INCIDENT,
    CLOSED
  }

  private final StateMachine<State, Course> machine;
  private Set<String> done = new HashSet<>();
  private List<String> log = new ArrayList<>();

  SpringSide() {
    try {
      this.machine = machine();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private StateMachine<State, Course> machine() throws Exception {
    var builder = StateMachineBuilder.<State, Course>builder();
    builder
        .configureStates()
        .withStates()
        .initial(State.IDENTIFICATION)
        .states(EnumSet.allOf(State.class));
    var states = State.values();
    for (int i = 0; i + 1 < states.length; i++) {
      int steps = Course.stepsBefore(i);
      var transitions = builder.configureTransitions();
      transitions.withInternal().source(states[i]).event(Course.NOTE).action(this::record);
      transitions
          .withInternal()
          .source(states[i])
          .event(Course.STEP)
          .guard(context -> !done.contains(subject(context)))
          .action(this::complete);
      transitions
          .withExternal()
          .source(states[i])
          .target(states[i + 1])
          .event(Course.NEXT)
          .guard(context -> log.contains("declared") && done.size() >= steps)
          .action(this::record);
    }
    return builder.build();
  }

  private static String subject(StateContext<State, Course> context) {
    return String.valueOf(context.getMessageHeader("subject"));
  }

  private void record(StateContext<State, Course> context) {
    log.add(subject(context));
  }

  private void complete(StateContext<State, Course> context) {
    done.add(subject(context));
    record(context);
  }

  /** Does the work and returns its log. */
  List<String> handle() {
    done = new HashSet<>();
    log = new ArrayList<>();
    machine.stopReactively().block();
    machine
        .getStateMachineAccessor()
        .doWithAllRegions(
            region ->
                region
                    .resetStateMachineReactively(
                        new DefaultStateMachineContext<>(State.IDENTIFICATION, null, null, null))
                    .block());
    machine.startReactively().block();
    for (Asked asked : Course.ALL) {
      var message =
          MessageBuilder.withPayload(asked.kind()).setHeader("subject", asked.subject()).build();
      var result = machine.sendEvent(Mono.just(message)).blockLast();
      if (result == null || result.getResultType() != ResultType.ACCEPTED) {
        throw new IllegalStateException(asked + " was not accepted");
      }
    }
    return log;
  }
}
