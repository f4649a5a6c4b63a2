package dev.firebreak.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionType;
import dev.firebreak.execution.ActionExecutor;
import dev.firebreak.execution.Execution;
import dev.firebreak.execution.ExecutionResult;
import dev.firebreak.execution.Inquiry;
import dev.firebreak.incident.IncidentId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExecutorContractTest {
  private static final Execution SAMPLE =
      new Execution(
          IncidentId.of("inc-1"),
          new ActionId("a-1"),
          ActionType.ISOLATE_HOST,
          "web-1",
          "single/incident/inc-1/a-1/1",
          false);

  /** Acts each time that it is called. */
  private static final class Forgetful implements ActionExecutor {
    private final AtomicInteger effects = new AtomicInteger();

    @Override
    public boolean handles(ActionType type) {
      return true;
    }

    @Override
    public ExecutionResult execute(Execution execution) {
      effects.incrementAndGet();
      return new ExecutionResult.Succeeded("done");
    }

    @Override
    public Inquiry inquire(Execution execution) {
      return new Inquiry.Repeat();
    }
  }

  @TestFactory
  Stream<DynamicTest> the_scripted_executor_keeps_it() {
    var executor = ScriptedExecutor.of(ActionType.ISOLATE_HOST);
    return ExecutorContract.checks(() -> executor, SAMPLE, executor::effects).stream()
        .map(check -> dynamicTest(check.name(), check::run));
  }

  @Test
  void finds_one_that_acts_twice_under_one_key() {
    var executor = new Forgetful();
    var failed =
        ExecutorContract.checks(() -> executor, SAMPLE, executor.effects::get).stream()
            .filter(check -> !passes(check))
            .map(ContractCheck::name);

    assertThat(failed)
        .containsExactly(
            "one key has one effect, however often it is called",
            "asking about what was done leads to no second effect");
  }

  @Test
  void finds_one_that_does_not_handle_the_sample() {
    var executor = ScriptedExecutor.of();
    var first = ExecutorContract.checks(() -> executor, SAMPLE, executor::effects).get(0);

    assertThatThrownBy(first::run)
        .isInstanceOf(AssertionError.class)
        .hasMessage("whether it handles isolate-host should be true but was false");
  }

  private static boolean passes(ContractCheck check) {
    try {
      check.run();
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }
}
