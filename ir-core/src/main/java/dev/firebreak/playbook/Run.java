package dev.firebreak.playbook;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.StepId;
import dev.firebreak.persistent.Alarms;
import dev.firebreak.persistent.PersistentMap;
import dev.firebreak.scope.AssetId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an incident has come with the flow of its playbook. Immutable.
 *
 * <p>It knows what has begun and not ended, so nothing in it grows with the number of steps.
 */
public final class Run {
  static final Run NONE =
      new Run(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());

  private final PersistentMap<ExecutionNumber, Execution> open;
  private final PersistentMap<StepId, PersistentMap<ExecutionNumber, Execution>> waiting;
  private final PersistentMap<Named, String> variables;
  private final @Nullable PersistentMap<ExecutionNumber, StepId> repeating;
  private final @Nullable ExecutionNumber root;
  private final @Nullable Outcome outcome;
  private final int last;
  private final @Nullable Alarms<ExecutionNumber> alarms;

  /** How a run ended. */
  public enum Outcome {
    /** It came to its end. */
    COMPLETED,
    /** A failure got out of the playbook. */
    FAILED,
    /** It was stopped, because the incident is of another category or closed. */
    STOPPED
  }

  /** A variable of one execution of a playbook. */
  private record Named(ExecutionNumber scope, String name) {}

  private Run(
      PersistentMap<ExecutionNumber, Execution> open,
      PersistentMap<StepId, PersistentMap<ExecutionNumber, Execution>> waiting,
      PersistentMap<Named, String> variables) {
    this(open, waiting, variables, null, null, null, 0, null);
  }

  private Run(
      PersistentMap<ExecutionNumber, Execution> open,
      PersistentMap<StepId, PersistentMap<ExecutionNumber, Execution>> waiting,
      PersistentMap<Named, String> variables,
      @Nullable PersistentMap<ExecutionNumber, StepId> repeating,
      @Nullable ExecutionNumber root,
      @Nullable Outcome outcome,
      int last,
      @Nullable Alarms<ExecutionNumber> alarms) {
    this.open = open;
    this.waiting = waiting;
    this.variables = variables;
    this.repeating = repeating;
    this.root = root;
    this.outcome = outcome;
    this.last = last;
    this.alarms = alarms;
  }

  /** Returns whether it has begun and not ended. */
  public boolean running() {
    return root != null;
  }

  /** Returns the playbook that runs, null if none does. */
  public @Nullable PlaybookId playbook() {
    return root == null ? null : get(root).playbook();
  }

  /** Returns the execution of the whole, null if nothing runs. */
  public @Nullable ExecutionNumber root() {
    return root;
  }

  /** Returns how the last run ended, null if none has. */
  public @Nullable Outcome outcome() {
    return outcome;
  }

  /** Returns an execution that has not ended. */
  public Optional<Execution> find(ExecutionNumber id) {
    return Optional.ofNullable(open.get(id));
  }

  /** Returns what has begun and not ended, first things first. */
  public Collection<Execution> open() {
    return open.values();
  }

  /** Returns what waits for somebody, first things first. */
  public ImmutableList<Execution> waiting() {
    return open().stream().filter(Execution::waitsForSomebody).collect(toImmutableList());
  }

  /** Returns the executions of a step that wait for somebody, first things first. */
  public Collection<Execution> waiting(StepId step) {
    var found = waiting.get(step);
    return found == null ? ImmutableList.of() : found.values();
  }

  /**
   * Returns the only execution of a step that waits for somebody, null if there is not just one.
   */
  @Nullable ExecutionNumber onlyOne(StepId step) {
    var found = waiting.get(step);
    return found == null || found.size() > 1 ? null : found.keySet().iterator().next();
  }

  /** Returns whether that execution of the step waits for somebody. */
  boolean awaits(StepId step, ExecutionNumber execution) {
    var found = waiting.get(step);
    return found != null && found.containsKey(execution);
  }

  /** Returns whether somebody may do the step, or decide it, now. */
  public boolean awaits(StepId step) {
    return waiting.containsKey(step);
  }

  /** Returns the executions that are repeated for each asset, by what they are executions of. */
  public Collection<ExecutionNumber> repeating() {
    return repeating == null ? ImmutableList.of() : repeating.keySet();
  }

  /** Returns the asset for which the branch of an execution is repeated, null if for none. */
  public @Nullable AssetId assetOf(Execution execution) {
    for (Execution each = execution; each != null; each = around(each)) {
      if (each.asset() != null) {
        return each.asset();
      }
    }
    return null;
  }

  /** Returns the execution of a playbook of which this one is a part. */
  public Execution scopeOf(ExecutionNumber id) {
    var each = get(id);
    for (var around = around(each); each.playbook() == null && around != null; ) {
      each = around;
      around = around(each);
    }
    return each;
  }

  /** Returns the execution to which a branch belongs, null for a run as a whole. */
  public @Nullable Execution around(Execution execution) {
    var within = execution.within();
    return within == null ? null : open.get(within);
  }

  /**
   * Returns the value of a variable, null if none was set.
   *
   * @param scope the execution of the playbook whose variable it is
   */
  public @Nullable String variable(ExecutionNumber scope, String name) {
    return variables.get(new Named(scope, name));
  }

  /** Returns the next number of an execution. */
  public ExecutionNumber nextId() {
    return new ExecutionNumber(last + 1);
  }

  Execution get(ExecutionNumber id) {
    var found = open.get(id);
    if (found == null) {
      throw new IllegalStateException("no execution " + id + ": its history is not in order");
    }
    return found;
  }

  Run started(Execution whole) {
    return with(whole).rooted(whole.id(), null);
  }

  Run ended(Outcome how) {
    return new Run(
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        null,
        null,
        how,
        last,
        null);
  }

  /** Returns the run with its whole waiting, and nothing else begun; it may begin with that. */
  Run at(Execution whole) {
    PersistentMap<ExecutionNumber, Execution> nothing = PersistentMap.empty();
    var left = new Run(nothing, PersistentMap.empty(), variables, null, root, outcome, last, null);
    return left.with(whole).rooted(whole.id(), null);
  }

  private Run rooted(@Nullable ExecutionNumber id, @Nullable Outcome how) {
    return new Run(open, waiting, variables, repeating, id, how, last, alarms);
  }

  /** Returns the run with an execution, in the place of what was known of it. */
  Run with(Execution execution) {
    var due = execution.due();
    return new Run(
        open.with(execution.id(), execution),
        execution.waitsForSomebody()
            ? waits(execution)
            : waitsNoMore(execution.step(), execution.id()),
        variables,
        repeating,
        root,
        outcome,
        Math.max(last, execution.id().value()),
        due == null ? alarms : Alarms.plus(alarms, due, execution.id()));
  }

  Run without(ExecutionNumber id) {
    var execution = open.get(id);
    if (execution == null) {
      return this;
    }
    var left = open.without(id);
    return new Run(
        left,
        waitsNoMore(execution.step(), id),
        variables,
        repeating == null ? null : repeating.without(id),
        root,
        outcome,
        last,
        holding(alarms, left));
  }

  Run repeating(Execution execution) {
    PersistentMap<ExecutionNumber, StepId> before =
        repeating == null ? PersistentMap.empty() : repeating;
    var with = with(execution);
    return new Run(
        with.open,
        with.waiting,
        variables,
        before.with(execution.id(), execution.step()),
        root,
        outcome,
        with.last,
        with.alarms);
  }

  Run withVariable(ExecutionNumber scope, String name, String value) {
    return new Run(
        open,
        waiting,
        variables.with(new Named(scope, name), value),
        repeating,
        root,
        outcome,
        last,
        alarms);
  }

  private PersistentMap<StepId, PersistentMap<ExecutionNumber, Execution>> waits(
      Execution execution) {
    PersistentMap<ExecutionNumber, Execution> others = waiting.get(execution.step());
    others = others == null ? PersistentMap.empty() : others;
    return waiting.with(execution.step(), others.with(execution.id(), execution));
  }

  private PersistentMap<StepId, PersistentMap<ExecutionNumber, Execution>> waitsNoMore(
      StepId step, ExecutionNumber id) {
    var others = waiting.get(step);
    if (others == null) {
      return waiting;
    }
    var left = others.without(id);
    return left.isEmpty() ? waiting.without(step) : waiting.with(step, left);
  }

  private static @Nullable Alarms<ExecutionNumber> holding(
      @Nullable Alarms<ExecutionNumber> alarms, PersistentMap<ExecutionNumber, Execution> open) {
    var rest = alarms;
    while (rest != null && !open.containsKey(rest.of())) {
      rest = rest.rest();
    }
    return rest;
  }

  @Nullable Instant nextDue() {
    return alarms == null ? null : alarms.at();
  }

  /** Returns the executions whose time is up, earliest first. */
  ImmutableList<Execution> dueBy(Instant now) {
    if (alarms == null || alarms.at().isAfter(now)) {
      return ImmutableList.of();
    }
    return alarms.upTo(now).stream()
        .filter(alarm -> open.containsKey(alarm.of()))
        .sorted(
            Comparator.comparing(Alarms<ExecutionNumber>::at)
                .thenComparing(alarm -> alarm.of().value()))
        .map(alarm -> get(alarm.of()))
        .collect(toImmutableList());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Run run
        && open.equals(run.open)
        && variables.equals(run.variables)
        && Objects.equals(root, run.root)
        && outcome == run.outcome
        && last == run.last;
  }

  @Override
  public int hashCode() {
    return 31 * open.hashCode() + last;
  }

  @Override
  public String toString() {
    return open.values().toString();
  }
}
