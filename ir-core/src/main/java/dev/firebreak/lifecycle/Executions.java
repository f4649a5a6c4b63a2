package dev.firebreak.lifecycle;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionFact;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.execution.ActionExecutor;
import dev.firebreak.execution.Execution;
import dev.firebreak.execution.ExecutionResult;
import dev.firebreak.execution.Inquiry;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has executors carry out what was started, and records what came of it. */
final class Executions {
  private static final Logger log = LoggerFactory.getLogger(IncidentResponse.class);
  private static final int LONGEST = 1_000;

  private final ImmutableList<ActionExecutor> executors;
  private final Executor threads;
  private final Histories histories;
  private final Multiset<String> live = ConcurrentHashMultiset.create();

  Executions(ImmutableList<ActionExecutor> executors, Executor threads, Histories histories) {
    this.executors = executors;
    this.threads = threads;
    this.histories = histories;
  }

  /** Has done what these events of one incident begin. */
  void begin(Decision.Accepted accepted, IncidentId id, CommandHandler commands) {
    if (executors.isEmpty() || accepted.repeated()) {
      return;
    }
    for (Event event : accepted.events()) {
      if (event.fact() instanceof ActionFact.Started started) {
        begin(find(id, started), started.key(), false, id, commands);
      } else if (event.fact() instanceof ActionFact.UndoStarted started) {
        begin(find(id, started), started.key(), true, id, commands);
      }
    }
  }

  private Action find(IncidentId id, ActionFact fact) {
    return histories.tracked(id).incident().actions().find(fact.action()).orElseThrow();
  }

  private void begin(
      Action action, String key, boolean undo, IncidentId id, CommandHandler commands) {
    var executor = executorOf(action);
    if (executor != null) {
      run(
          new Call(executor, execution(action, key, undo, id), commands),
          !undo && action.startedBefore());
    }
  }

  /** Takes up what was begun in an incident and is not under way here; returns how much. */
  int resume(IncidentId id, CommandHandler commands) {
    int count = 0;
    for (Action action : histories.latest(id).actions().unfinished()) {
      boolean undo = action.undoKey() != null;
      var key = undo ? action.undoKey() : action.key();
      var executor = executorOf(action);
      if (executor == null || key == null || !(undo || action.status() == ActionStatus.RUNNING)) {
        continue;
      }
      var execution = execution(action, key, undo, id);
      if (!live.contains(execution.key())) {
        run(new Call(executor, execution, commands), true);
        count++;
      }
    }
    return count;
  }

  private static Execution execution(Action action, String key, boolean undo, IncidentId id) {
    return new Execution(
        id, action.id(), action.type(), action.target(), id.stream() + "/" + key, undo);
  }

  private @Nullable ActionExecutor executorOf(Action action) {
    for (ActionExecutor executor : executors) {
      if (executor.handles(action.type())) {
        return executor;
      }
    }
    return null;
  }

  /**
   * Runs a call, later or on this thread.
   *
   * @param again whether it may have been called before under its key
   */
  private void run(Call call, boolean again) {
    var key = call.execution.key();
    live.add(key);
    try {
      threads.execute(
          () -> {
            try {
              call.run(again);
            } finally {
              live.remove(key);
            }
          });
    } catch (RejectedExecutionException e) {
      live.remove(key);
      log.warn("{} was not carried out, since the executor takes no more", key, e);
      if (!again) {
        call.conclude(new ExecutionResult.Failed("it was not begun: the executor takes no more"));
      }
    }
  }

  /** One call of an executor. */
  private record Call(ActionExecutor executor, Execution execution, CommandHandler commands) {
    void run(boolean again) {
      @Nullable ExecutionResult result;
      try {
        result = again ? resumed() : called();
      } catch (RuntimeException e) {
        log.debug("{} failed", execution.key(), e);
        result = new ExecutionResult.Failed(messageOf(e));
      } catch (Error e) {
        conclude(new ExecutionResult.Failed(messageOf(e)));
        throw e;
      }
      if (result != null) {
        conclude(result);
      }
    }

    private @Nullable ExecutionResult resumed() {
      var known = executor.inquire(execution);
      if (known instanceof Inquiry.Ended ended) {
        return ended.result();
      }
      return known instanceof Inquiry.Repeat ? called() : null;
    }

    private ExecutionResult called() {
      return execution.undo() ? executor.undo(execution) : executor.execute(execution);
    }

    private static String messageOf(Throwable e) {
      var message = Strings.nullToEmpty(e.getMessage());
      return message.isBlank()
          ? e.getClass().getSimpleName()
          : Ascii.truncate(message, LONGEST, "…");
    }

    /** Records what came of it, unless the action has moved on. */
    void conclude(ExecutionResult result) {
      try {
        var decision =
            commands.handle(execution.incident(), Actor.ENGINE, requestOf(result), this::isAwaited);
        if (decision == null) {
          log.info("{} ended when nobody waited for it any more: {}", execution.key(), result);
        } else if (decision instanceof Decision.Refused refused) {
          log.warn("what came of {} was refused: {}", execution.key(), refused.message());
        }
      } catch (RuntimeException e) {
        log.warn("what came of {} is not recorded; it is asked for again", execution.key(), e);
      }
    }

    private ActionRequest requestOf(ExecutionResult result) {
      var id = execution.action();
      if (result instanceof ExecutionResult.Succeeded succeeded) {
        return execution.undo()
            ? new ActionRequest.RollBack(id, succeeded.outcome())
            : new ActionRequest.Succeed(id, succeeded.outcome());
      }
      var reason = ((ExecutionResult.Failed) result).reason();
      return execution.undo()
          ? new ActionRequest.FailUndo(id, reason)
          : new ActionRequest.Fail(id, reason);
    }

    private boolean isAwaited(Incident incident) {
      return incident.actions().find(execution.action()).filter(this::isAwaited).isPresent();
    }

    private boolean isAwaited(Action action) {
      var key = execution.undo() ? action.undoKey() : action.key();
      return key != null
          && execution.key().equals(execution.incident().stream() + "/" + key)
          && (execution.undo()
              || action.status() == ActionStatus.RUNNING
              || action.status() == ActionStatus.TIMED_OUT);
    }
  }
}
