package dev.firebreak.action;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.Timed;
import dev.firebreak.persistent.Alarms;
import dev.firebreak.persistent.PersistentList;
import dev.firebreak.persistent.PersistentMap;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The response actions of one incident.
 *
 * <p>Immutable. Looking one up and changing one cost the same however many there are, and so does
 * finding what is due next.
 */
public final class Actions implements Timed {
  /** Actions as a part of an incident. */
  public static final Concept<Actions> CONCEPT =
      new Concept<>(
          "action",
          new Actions(
              PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty(), null, 0, 0),
          ActionFact.class,
          ActionRequest.class);

  private final PersistentMap<ActionId, Action> byId;
  private final PersistentMap<StepId, Integer> succeeded;
  private final PersistentMap<ActionId, PersistentList<ActionId>> waiting; // by what they wait for
  private final @Nullable Alarms<ActionId> alarms; // the first of them holds, or there are none
  private final int unfinished;
  private final int unreviewed;

  private Actions(
      PersistentMap<ActionId, Action> byId,
      PersistentMap<StepId, Integer> succeeded,
      PersistentMap<ActionId, PersistentList<ActionId>> waiting,
      @Nullable Alarms<ActionId> alarms,
      int unfinished,
      int unreviewed) {
    this.byId = byId;
    this.succeeded = succeeded;
    this.waiting = waiting;
    this.alarms = alarms;
    this.unfinished = unfinished;
    this.unreviewed = unreviewed;
  }

  /** Returns the action of that id. */
  public Optional<Action> find(ActionId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns all actions in the order in which they were planned. */
  public Collection<Action> all() {
    return byId.values();
  }

  /** Returns whether an action that carries out the step has succeeded, and was not rolled back. */
  public boolean hasDone(StepId step) {
    return succeeded.containsKey(step);
  }

  /** Returns how many actions wait for another, for an approval, a start, an end or a retry. */
  public int unfinishedCount() {
    return unfinished;
  }

  /** Returns the actions that wait for another, for an approval, a start, an end or a retry. */
  public ImmutableList<Action> unfinished() {
    return all().stream().filter(Action::unfinished).collect(toImmutableList());
  }

  /** Returns the actions that were started without their approvals, and are not reviewed yet. */
  public ImmutableList<Action> unreviewed() {
    return unreviewed == 0
        ? ImmutableList.of()
        : all().stream().filter(Action::awaitsReview).collect(toImmutableList());
  }

  /**
   * Returns what an action still waits for: actions that have neither succeeded nor are skipped.
   */
  public ImmutableList<Action> awaitedBy(Action action) {
    if (action.status() != ActionStatus.PLANNED) {
      return ImmutableList.of();
    }
    return action.terms().waitsFor().stream()
        .map(this::get)
        .filter(each -> !each.status().settled())
        .collect(toImmutableList());
  }

  /** Returns which actions can go on once this one is done, too. */
  ImmutableList<ActionId> freedBy(ActionId done) {
    var all = waiting.get(done);
    if (all == null) {
      return ImmutableList.of();
    }
    var freed = ImmutableList.<ActionId>builder();
    for (ActionId each : all) {
      var awaited = awaitedBy(get(each));
      if (awaited.size() == 1 && awaited.get(0).id().equals(done)) {
        freed.add(each);
      }
    }
    return freed.build();
  }

  /** Returns the status in which an action on these terms begins. */
  ActionStatus status(ActionTerms terms, Approval approval) {
    for (ActionId each : terms.waitsFor()) {
      if (!get(each).status().settled()) {
        return ActionStatus.PLANNED;
      }
    }
    return approval.count() > 0 ? ActionStatus.AWAITING_APPROVAL : ActionStatus.READY;
  }

  @Override
  public @Nullable Instant nextDue() {
    return alarms == null ? null : alarms.at();
  }

  @Override
  public ImmutableList<ActionRequest> dueBy(Instant now) {
    if (alarms == null || alarms.at().isAfter(now)) {
      return ImmutableList.of();
    }
    var found = alarms.upTo(now);
    found.removeIf(alarm -> !holds(alarm, byId));
    found.sort(
        Comparator.comparing(Alarms<ActionId>::at).thenComparing(alarm -> alarm.of().value()));
    var due = new LinkedHashSet<ActionRequest>();
    found.forEach(alarm -> due.add(asks(get(alarm.of()), alarm.at())));
    return ImmutableList.copyOf(due);
  }

  /** Returns what is asked for at the alarm of an action. */
  static ActionRequest asks(Action action, Instant at) {
    if (at.equals(action.reminder()) && action.status().unfinished()) {
      return new ActionRequest.Remind(action.id());
    }
    return switch (action.status()) {
      case READY -> new ActionRequest.ExpireApproval(action.id());
      case RUNNING, SUCCEEDED -> new ActionRequest.TimeOut(action.id());
      case FAILED, TIMED_OUT -> new ActionRequest.TryAgain(action.id());
      case PLANNED, AWAITING_APPROVAL, CANCELLED, SKIPPED, ROLLED_BACK ->
          throw new IllegalStateException("nothing is due of " + action);
    };
  }

  private static boolean holds(Alarms<ActionId> alarm, PersistentMap<ActionId, Action> actions) {
    var action = actions.get(alarm.of());
    return action != null && alarm.at().equals(action.alarm());
  }

  ActionDraft changing(ActionId id, Stamp stamp) {
    return get(id).change(stamp.sequence());
  }

  Actions with(ActionDraft draft) {
    return with(draft.build());
  }

  Actions with(Action after) {
    var before = byId.get(after.id());
    int left = before != null && before.unfinished() ? unfinished - 1 : unfinished;
    int open = before != null && before.awaitsReview() ? unreviewed - 1 : unreviewed;
    var actions = byId.with(after.id(), after);
    return new Actions(
        actions,
        doneWith(before, after),
        before == null ? waitingWith(after) : waiting,
        alarmsWith(before, after, actions),
        after.unfinished() ? left + 1 : left,
        after.awaitsReview() ? open + 1 : open);
  }

  private PersistentMap<StepId, Integer> doneWith(@Nullable Action before, Action after) {
    var step = after.step();
    if (step == null || (before != null && before.status() == after.status())) {
      return succeeded;
    }
    if (after.status() == ActionStatus.SUCCEEDED) {
      return succeeded.with(step, timesDone(step) + 1);
    }
    if (after.status() == ActionStatus.ROLLED_BACK) {
      int times = timesDone(step) - 1;
      return times > 0 ? succeeded.with(step, times) : succeeded.without(step);
    }
    return succeeded;
  }

  private PersistentMap<ActionId, PersistentList<ActionId>> waitingWith(Action planned) {
    var all = waiting;
    for (ActionId each : planned.terms().waitsFor()) {
      var others = all.get(each);
      all =
          all.with(
              each,
              (others == null ? PersistentList.<ActionId>empty() : others).plus(planned.id()));
    }
    return all;
  }

  private @Nullable Alarms<ActionId> alarmsWith(
      @Nullable Action before, Action after, PersistentMap<ActionId, Action> actions) {
    var alarm = after.alarm();
    var all =
        alarm == null || (before != null && alarm.equals(before.alarm()))
            ? alarms
            : Alarms.plus(alarms, alarm, after.id());
    while (all != null && !holds(all, actions)) {
      all = all.rest();
    }
    return all;
  }

  private int timesDone(StepId step) {
    var times = succeeded.get(step);
    return times == null ? 0 : times;
  }

  Action get(ActionId id) {
    var action = byId.get(id);
    if (action == null) {
      throw new IllegalStateException("no action " + id + ": its history is not in order");
    }
    return action;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Actions actions
        && byId.equals(actions.byId)
        && succeeded.equals(actions.succeeded);
  }

  @Override
  public int hashCode() {
    return byId.hashCode();
  }

  @Override
  public String toString() {
    return byId.toString();
  }
}
