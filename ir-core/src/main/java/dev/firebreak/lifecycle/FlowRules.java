package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionFact;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.ExecutionNumber;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.PlaybookFact;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Question;
import dev.firebreak.playbook.Run;
import dev.firebreak.playbook.StepProgress;
import dev.firebreak.scope.Asset;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.ScopeFact;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageFact;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * How the flow of a playbook goes on: one instance for one command.
 *
 * <p>Facts are {@linkplain #note noted} as they happen; what follows from them is then told one
 * fact at a time, each from the incident after the one before, until somebody has to do or decide
 * something. The readings are those of {@link dev.firebreak.playbook.Flow}.
 */
final class FlowRules {
  private static final ImmutableSet<String> YES_OR_NO = ImmutableSet.of(Node.YES, Node.NO);

  private final PlanIndex plan;
  private final @Nullable PlanIndex left; // the version that the incident leaves
  private final Stamp stamp;
  private @Nullable Queue<Going> open;

  FlowRules(PlanIndex plan, Stamp stamp) {
    this(plan, null, stamp);
  }

  /**
   * Begins.
   *
   * @param left the version of the plan that the incident leaves, null if it stays
   */
  FlowRules(PlanIndex plan, @Nullable PlanIndex left, Stamp stamp) {
    this.plan = plan;
    this.left = left;
    this.stamp = stamp;
  }

  /** Something that goes on: returns the fact that follows, null if none does or others go on. */
  @FunctionalInterface
  interface Going {
    @Nullable PlaybookFact on(Incident incident);
  }

  /** Returns whether something may follow for the flow from that fact. */
  static boolean concerns(Fact<?> fact, Incident before) {
    return fact instanceof PhaseFact.EpisodeStarted
        || fact instanceof PhaseFact.Closed
        || (before.steps().run().running()
            && (fact.concept() == StepProgress.CONCEPT
                || fact instanceof ScopeFact.AssetAffected
                || ended(fact) != null));
  }

  private static @Nullable ActionId ended(Fact<?> fact) {
    if (fact instanceof ActionFact.Succeeded succeeded) {
      return succeeded.action();
    }
    if (fact instanceof ActionFact.Failed failed) {
      return failed.retryAt() == null ? failed.action() : null;
    }
    return fact instanceof ActionFact.TimedOut late && late.retryAt() == null
        ? late.action()
        : null;
  }

  /**
   * Notes that something happened.
   *
   * @param before the incident before it
   */
  void note(Fact<?> fact, Incident before) {
    if (!plan.hasFlows() && !before.steps().run().running()) {
      return;
    }
    if (fact instanceof TriageFact.Classified classified) {
      go(incident -> begin(classified.category(), classified.before(), incident));
    } else if (fact instanceof PhaseFact.EpisodeStarted) {
      go(incident -> begin(incident.triage().category(), null, incident));
    } else if (fact instanceof IncidentFact.PlanMigrated && left != null) {
      go(new FlowMigration(left, plan, this::go)::on);
    } else if (fact instanceof PhaseFact.Closed) {
      go(incident -> stop("the incident was closed", incident));
    } else if (before.steps().run().running() || fact instanceof PlaybookFact.Started) {
      noteInRun(fact, before);
    }
  }

  private void noteInRun(Fact<?> fact, Incident before) {
    var action = ended(fact);
    if (fact instanceof PlaybookFact step) {
      noteStep(step, before.steps().run());
    } else if (action != null) {
      go(incident -> carriedOut(action, fact instanceof ActionFact.Succeeded, incident));
    } else if (fact instanceof ScopeFact.AssetAffected affected) {
      for (ExecutionNumber each : before.steps().run().repeating()) {
        go(incident -> repeat(each, affected.asset(), incident));
      }
    }
  }

  private void noteStep(PlaybookFact fact, Run before) {
    if (fact instanceof PlaybookFact.StepDone done) {
      over(done.execution(), false, before);
    } else if (fact instanceof PlaybookFact.StepWaived waived) {
      over(waived.execution(), false, before);
    } else if (fact instanceof PlaybookFact.StepFailed failed) {
      over(failed.execution(), true, before);
    } else if (fact instanceof PlaybookFact.StepTimedOut late) {
      over(late.execution(), true, before);
    } else if (fact instanceof PlaybookFact.Left left) {
      over(left.execution(), left.failed(), before);
    } else if (fact instanceof PlaybookFact.Decided decided) {
      go(incident -> take(decided.step(), decided.execution(), decided.answer(), incident));
    } else if (fact instanceof PlaybookFact.BranchTaken taken) {
      go(incident -> take(taken.step(), taken.execution(), taken.answer(), incident));
    } else if (fact instanceof PlaybookFact.Started started) {
      call(started.playbook(), started.execution());
    } else if (fact instanceof PlaybookFact.Called called) {
      call(called.playbook(), called.execution());
    } else {
      noteBranches(fact);
    }
  }

  private void noteBranches(PlaybookFact fact) {
    if (fact instanceof PlaybookFact.BranchesStarted started) {
      go(incident -> start(started, incident));
    } else if (fact instanceof PlaybookFact.Repeated repeated) {
      for (StepId body : plan.node(repeated.step()).branches()) {
        enter(body, repeated.execution());
      }
    } else if (fact instanceof PlaybookFact.BranchEnded ended) {
      go(incident -> except(ended.execution(), incident));
    } else if (fact instanceof PlaybookFact.MilestoneReached reached) {
      next(reached.step(), reached.within(), false);
    }
  }

  /** Returns the next fact that follows from what was noted, null if nothing more does. */
  @Nullable Fact<?> next(Incident incident) {
    if (open == null) {
      return null;
    }
    for (var going = open.poll(); going != null; going = open.poll()) {
      var fact = going.on(incident);
      if (fact != null) {
        return fact;
      }
    }
    return null;
  }

  private void go(Going going) {
    if (open == null) {
      open = new ArrayDeque<>();
    }
    open.add(going);
  }

  /** Returns that the playbook of the category begins, or first that another one ends. */
  private @Nullable PlaybookFact begin(
      @Nullable Category category, @Nullable Category before, Incident incident) {
    var playbook = plan.flowFor(category);
    if (Objects.equals(playbook, plan.flowFor(before)) && (before != null || playbook == null)) {
      return null;
    }
    var run = incident.steps().run();
    if (run.running()) {
      if (Objects.equals(run.playbook(), playbook)) {
        return null;
      }
      go(then -> begin(category, null, then));
      return stop("the incident is of category " + category, incident);
    }
    return playbook == null ? null : new PlaybookFact.Started(playbook, run.nextId());
  }

  static @Nullable PlaybookFact owe(ImmutableSet<StepId> steps) {
    return steps.isEmpty() ? null : new PlaybookFact.StepsOwed(steps);
  }

  /** Returns whether a run that was put somewhere passes the step, since it was done before. */
  private static boolean isCarried(StepId step, Incident incident) {
    var steps = incident.steps();
    return steps.hasCarried(step)
        || (steps.isCarried() && !steps.hasSettled(step) && incident.actions().hasDone(step));
  }

  static @Nullable PlaybookFact stop(String because, Incident incident) {
    var playbook = incident.steps().run().playbook();
    return playbook == null ? null : new PlaybookFact.Ended(playbook, Run.Outcome.STOPPED, because);
  }

  private void call(PlaybookId playbook, ExecutionNumber execution) {
    enter(plan.flow(playbook).start(), execution);
  }

  private void enter(StepId step, ExecutionNumber within) {
    go(incident -> enter(step, within, incident));
  }

  private @Nullable PlaybookFact enter(StepId step, ExecutionNumber within, Incident incident) {
    var node = plan.node(step);
    var id = incident.steps().run().nextId();
    if (node instanceof Node.Do) {
      return ready(step, id, within, incident);
    }
    if (node instanceof Node.Parallel parallel) {
      return new PlaybookFact.BranchesStarted(step, id, within, parallel.branches().size());
    }
    if (node instanceof Node.ForEachAsset) {
      return new PlaybookFact.BranchesStarted(step, id, within, 0);
    }
    if (node instanceof Node.Call call) {
      return new PlaybookFact.Called(step, id, within, call.playbook());
    }
    if (node instanceof Node.Milestone milestone) {
      return new PlaybookFact.MilestoneReached(step, within, milestone.title());
    }
    if (node instanceof Node.End) {
      go(then -> branchOver(within, false, then));
      return null;
    }
    if (node instanceof Node.Start start) {
      enter(start.next(), within);
      return null;
    }
    return ask(step, node, id, within, incident);
  }

  /** Returns that it is the turn of a step; one that was waived is passed over. */
  private @Nullable PlaybookFact ready(
      StepId step, ExecutionNumber id, ExecutionNumber within, Incident incident) {
    if (incident.steps().hasWaived(step)) {
      next(step, within, false);
      return null;
    }
    if (isCarried(step, incident)) {
      next(step, within, false);
      return new PlaybookFact.StepDone(step, "it was done before the run was put here");
    }
    var planned = plan.step(step);
    if (planned == null) {
      throw new IllegalStateException("no step " + step + " in " + plan.plan().version());
    }
    var timeout = planned.timeout();
    var due = timeout == null ? null : stamp.recorded().plus(timeout);
    return new PlaybookFact.StepReady(step, id, within, planned.role(), due);
  }

  /** Returns which way it goes, or that somebody has to decide. */
  private PlaybookFact ask(
      StepId step, Node node, ExecutionNumber id, ExecutionNumber within, Incident incident) {
    var question = questionOf(node);
    var answer = answer(question, node instanceof Node.Switch, within, incident);
    if (answer != null) {
      return new PlaybookFact.BranchTaken(step, id, within, answer, question.text());
    }
    return new PlaybookFact.DecisionAwaited(
        step, id, within, question.text(), question.role(), answersOf(node));
  }

  /** Returns the possible answers to what is asked at a point. */
  static ImmutableSet<String> answersOf(Node node) {
    return node instanceof Node.Switch choice
        ? ImmutableSet.<String>builder().addAll(choice.cases().keySet()).add(Node.OTHERWISE).build()
        : YES_OR_NO;
  }

  /** Returns what is asked at a point at which something is. */
  static Question questionOf(Node node) {
    if (node instanceof Node.If condition) {
      return condition.question();
    }
    if (node instanceof Node.While loop) {
      return loop.question();
    }
    if (node instanceof Node.Switch choice) {
      return choice.question();
    }
    throw new IllegalStateException("nothing is asked at " + node);
  }

  private @Nullable String answer(
      Question question, boolean choice, ExecutionNumber within, Incident incident) {
    var expression = question.expression();
    if (expression == null) {
      return null;
    }
    var facts = new IncidentFacts(incident, plan, incident.steps().run().scopeOf(within));
    if (choice) {
      return expression.value(facts);
    }
    var holds = expression.holds(facts);
    return holds == null ? null : holds ? Node.YES : Node.NO;
  }

  private @Nullable PlaybookFact take(
      StepId step, ExecutionNumber execution, String answer, Incident incident) {
    var run = incident.steps().run();
    var root = run.playbook();
    if (root != null && execution.equals(run.root())) {
      var place = new StepId(answer);
      enter(place, execution);
      return owe(new PlaybookPlaces(plan).owedAt(place, root, incident));
    }
    var branch = branchOf(plan.node(step), answer);
    if (branch == null) {
      return leave(incident.steps().run().find(execution).orElseThrow(), false, null);
    }
    enter(branch, execution);
    return null;
  }

  private static @Nullable StepId branchOf(Node node, String answer) {
    if (node instanceof Node.If condition) {
      return answer.equals(Node.YES) ? condition.then() : condition.otherwise();
    }
    if (node instanceof Node.Switch choice) {
      var branch = choice.cases().get(answer);
      return branch == null ? choice.otherwise() : branch;
    }
    return node instanceof Node.While loop && answer.equals(Node.YES) ? loop.body() : null;
  }

  private @Nullable PlaybookFact start(PlaybookFact.BranchesStarted started, Incident incident) {
    var node = plan.node(started.step());
    if (!(node instanceof Node.ForEachAsset each)) {
      node.branches().forEach(branch -> enter(branch, started.execution()));
      return null;
    }
    boolean any = false;
    for (Asset asset : incident.scope().assets()) {
      if (each.isFor(asset.kind())) {
        any = true;
        go(then -> repeat(started.execution(), asset.id(), then));
      }
    }
    return any
        ? null
        : leave(incident.steps().run().find(started.execution()).orElseThrow(), false, null);
  }

  private @Nullable PlaybookFact repeat(ExecutionNumber execution, AssetId id, Incident incident) {
    var run = incident.steps().run();
    var repeated = run.find(execution).orElse(null);
    var asset = incident.scope().find(id).orElse(null);
    return repeated != null
            && asset != null
            && plan.node(repeated.step()) instanceof Node.ForEachAsset each
            && each.isFor(asset.kind())
        ? new PlaybookFact.Repeated(repeated.step(), run.nextId(), execution, id)
        : null;
  }

  /** Goes on after an execution that is over. */
  private void over(@Nullable ExecutionNumber id, boolean failed, Run before) {
    var execution = id == null ? null : before.find(id).orElse(null);
    var within = execution == null ? null : execution.within();
    if (execution == null || within == null) {
      return;
    }
    if (execution.asset() != null) {
      go(incident -> branchOver(within, failed, incident));
    } else {
      next(execution.step(), within, failed);
    }
  }

  private void next(StepId step, ExecutionNumber within, boolean failed) {
    var next = plan.node(step).exits().after(failed);
    if (next == null) {
      go(incident -> branchOver(within, failed, incident));
    } else {
      enter(next, within);
    }
  }

  /** Returns what follows for the execution to which a branch belongs that has ended. */
  private PlaybookFact branchOver(ExecutionNumber id, boolean failed, Incident incident) {
    var execution = incident.steps().run().find(id).orElseThrow();
    if (execution.branches() > 1 || (failed && mayExcept(execution))) {
      return new PlaybookFact.BranchEnded(execution.step(), id, failed);
    }
    boolean anyFailed = failed || execution.failed();
    var within = execution.within();
    return !anyFailed && within != null && plan.node(execution.step()) instanceof Node.While loop
        ? again(execution, within, loop, incident)
        : leave(execution, anyFailed, null);
  }

  private PlaybookFact again(
      Execution execution, ExecutionNumber within, Node.While loop, Incident incident) {
    if (execution.rounds() < loop.atMost()) {
      return ask(execution.step(), loop, execution.id(), within, incident);
    }
    var answer = answer(loop.question(), false, within, incident);
    return Node.NO.equals(answer)
        ? leave(execution, false, null)
        : leave(execution, true, "it was not over after " + loop.atMost() + " rounds");
  }

  /** Returns whether something is done about a failure of a whole playbook, and was not yet. */
  private boolean mayExcept(Execution execution) {
    var playbook = execution.playbook();
    return playbook != null && !execution.failed() && plan.flow(playbook).exception() != null;
  }

  /** Begins with what is done about a failure of a whole playbook. */
  private @Nullable PlaybookFact except(ExecutionNumber id, Incident incident) {
    var execution = incident.steps().run().find(id).orElse(null);
    var playbook = execution == null ? null : execution.playbook();
    var exception = playbook == null ? null : plan.flow(playbook).exception();
    if (exception != null) {
      enter(exception, id);
    }
    return null;
  }

  private static PlaybookFact leave(Execution execution, boolean failed, @Nullable String because) {
    var playbook = execution.playbook();
    if (execution.within() != null || playbook == null) {
      return new PlaybookFact.Left(execution.step(), execution.id(), failed, because);
    }
    return failed
        ? new PlaybookFact.Ended(playbook, Run.Outcome.FAILED, "a step failed")
        : new PlaybookFact.Ended(playbook, Run.Outcome.COMPLETED, "it came to its end");
  }

  /** Returns that an action has carried out the step that it was planned for, or failed to. */
  private static @Nullable PlaybookFact carriedOut(
      ActionId id, boolean succeeded, Incident incident) {
    var action = incident.actions().find(id).orElse(null);
    var step = action == null ? null : action.step();
    if (action == null || step == null) {
      return null;
    }
    var execution = executionFor(action, step, incident.steps().run());
    if (execution == null) {
      return null;
    }
    return succeeded
        ? new PlaybookFact.StepDone(step, "action " + id + " succeeded", execution.id())
        : new PlaybookFact.StepFailed(step, "action " + id + " failed", execution.id());
  }

  /** Returns the execution for the asset that the action was done to, otherwise the first. */
  private static @Nullable Execution executionFor(Action action, StepId step, Run run) {
    Execution first = null;
    for (Execution each : run.waiting(step)) {
      var asset = run.assetOf(each);
      if (asset != null && asset.value().equals(action.target())) {
        return each;
      }
      first = first == null ? each : first;
    }
    return first;
  }
}
