package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionType;
import dev.firebreak.execution.ActionExecutor;
import dev.firebreak.execution.Execution;
import dev.firebreak.execution.ExecutionResult;
import dev.firebreak.execution.Inquiry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * An executor that does nothing, for tests: it does as it is told, and remembers what it was asked.
 *
 * <p>It keeps the contract: one key, one effect. Safe for use by several threads.
 */
public final class ScriptedExecutor implements ActionExecutor {
  private final ImmutableSet<ActionType> types;
  private final Queue<Supplier<ExecutionResult>> script = new ArrayDeque<>();
  private final Map<String, ExecutionResult> effects = new HashMap<>();
  private final List<Execution> calls = new ArrayList<>();
  private final List<Execution> inquiries = new ArrayList<>();
  private boolean busy;

  private ScriptedExecutor(ImmutableSet<ActionType> types) {
    this.types = types;
  }

  /** Returns one that handles these types, and succeeds unless told otherwise. */
  public static ScriptedExecutor of(ActionType... types) {
    return new ScriptedExecutor(ImmutableSet.copyOf(types));
  }

  /** Tells it to fail the next time that it is not told about yet. */
  public synchronized ScriptedExecutor thenFail(String reason) {
    script.add(() -> new ExecutionResult.Failed(reason));
    return this;
  }

  /** Tells it to succeed the next time that it is not told about yet. */
  public synchronized ScriptedExecutor thenSucceed(String outcome) {
    script.add(() -> new ExecutionResult.Succeeded(outcome));
    return this;
  }

  /** Tells it to throw something the next time that it is not told about yet. */
  public synchronized ScriptedExecutor thenThrow(RuntimeException failure) {
    script.add(
        () -> {
          throw failure;
        });
    return this;
  }

  /** Tells it to answer from now on that what it was asked about goes on, or not any more. */
  public synchronized ScriptedExecutor stillRunning(boolean busy) {
    this.busy = busy;
    return this;
  }

  @Override
  public boolean handles(ActionType type) {
    return types.contains(type);
  }

  @Override
  public synchronized ExecutionResult execute(Execution execution) {
    calls.add(execution);
    var known = effects.get(execution.key());
    if (known != null) {
      return known;
    }
    var next = script.poll();
    var result = next == null ? new ExecutionResult.Succeeded("done") : next.get();
    if (result instanceof ExecutionResult.Succeeded) {
      effects.put(execution.key(), result);
    }
    return result;
  }

  @Override
  public ExecutionResult undo(Execution execution) {
    return execute(execution);
  }

  @Override
  public synchronized Inquiry inquire(Execution execution) {
    inquiries.add(execution);
    var known = effects.get(execution.key());
    if (known != null) {
      return new Inquiry.Ended(known);
    }
    return busy ? new Inquiry.StillRunning() : new Inquiry.Repeat();
  }

  /** Returns what it was called for, in that order. */
  public synchronized ImmutableList<Execution> calls() {
    return ImmutableList.copyOf(calls);
  }

  /** Returns what it was asked about, in that order. */
  public synchronized ImmutableList<Execution> inquiries() {
    return ImmutableList.copyOf(inquiries);
  }

  /** Returns how many effects it has had: never more than one for a key. */
  public synchronized int effects() {
    return effects.size();
  }
}
