package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import dev.firebreak.execution.ActionExecutor;
import dev.firebreak.execution.Execution;
import dev.firebreak.execution.ExecutionResult;
import dev.firebreak.execution.Inquiry;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What an {@link ActionExecutor} must do, as checks that any test framework runs.
 *
 * <p>They act: run them against something that may be acted on.
 */
public final class ExecutorContract {
  private ExecutorContract() {}

  /**
   * Returns the checks.
   *
   * @param fresh returns an executor under which nothing has been done yet
   * @param sample something that it can do, and then succeeds
   * @param effects how many effects there have been, through executors of any check
   */
  public static ImmutableList<ContractCheck> checks(
      Supplier<ActionExecutor> fresh, Execution sample, IntSupplier effects) {
    return ImmutableList.of(
        new ContractCheck(
            "it handles the type each time that it is asked", () -> handles(fresh, sample)),
        new ContractCheck(
            "one key has one effect, however often it is called",
            () -> actsOnce(fresh.get(), under("twice", sample), effects)),
        new ContractCheck(
            "another key has another effect", () -> actsAgain(fresh.get(), sample, effects)),
        new ContractCheck(
            "asking about what was not begun does nothing, and does not end it",
            () -> asksBefore(fresh.get(), under("unheard-of", sample), effects)),
        new ContractCheck(
            "asking about what was done leads to no second effect",
            () -> asksAfter(fresh.get(), under("known", sample), effects)));
  }

  private static Execution under(String key, Execution sample) {
    return new Execution(
        sample.incident(),
        sample.action(),
        sample.type(),
        sample.target(),
        sample.key() + "/" + key,
        sample.undo());
  }

  private static void handles(Supplier<ActionExecutor> fresh, Execution sample) {
    var executor = fresh.get();
    Expect.equal(true, executor.handles(sample.type()), "whether it handles " + sample.type());
    Expect.equal(true, executor.handles(sample.type()), "whether it does so again");
  }

  private static void actsOnce(ActionExecutor executor, Execution execution, IntSupplier effects) {
    int before = effects.getAsInt();
    var first = executor.execute(execution);
    Expect.equal(true, first instanceof ExecutionResult.Succeeded, "whether the sample succeeds");
    Expect.equal(
        true,
        executor.execute(execution) instanceof ExecutionResult.Succeeded,
        "whether it says so again");
    Expect.equal(1, effects.getAsInt() - before, "the number of effects under one key");
  }

  private static void actsAgain(ActionExecutor executor, Execution sample, IntSupplier effects) {
    int before = effects.getAsInt();
    executor.execute(under("one", sample));
    executor.execute(under("other", sample));
    Expect.equal(2, effects.getAsInt() - before, "the number of effects under two keys");
  }

  private static void asksBefore(
      ActionExecutor executor, Execution execution, IntSupplier effects) {
    int before = effects.getAsInt();
    var known = executor.inquire(execution);
    Expect.equal(0, effects.getAsInt() - before, "the number of effects of asking");
    Expect.equal(false, known instanceof Inquiry.Ended, "whether it has ended");
  }

  private static void asksAfter(ActionExecutor executor, Execution execution, IntSupplier effects) {
    int before = effects.getAsInt();
    executor.execute(execution);
    if (executor.inquire(execution) instanceof Inquiry.Repeat) {
      executor.execute(execution);
    }
    Expect.equal(1, effects.getAsInt() - before, "the number of effects after asking");
  }
}
