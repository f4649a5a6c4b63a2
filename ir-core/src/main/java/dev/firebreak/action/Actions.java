package dev.firebreak.action;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentMap;
import java.util.Collection;
import java.util.Optional;

/**
 * The response actions of one incident.
 *
 * <p>Immutable. Looking one up and changing one cost the same however many there are.
 */
public final class Actions {
  /** Actions as a part of an incident. */
  public static final Concept<Actions> CONCEPT =
      new Concept<>(
          "action",
          new Actions(PersistentMap.empty(), PersistentMap.empty(), 0),
          ActionFact.class,
          ActionRequest.class);

  private final PersistentMap<ActionId, Action> byId;
  private final PersistentMap<StepId, Integer> succeeded;
  private final int unfinished;

  private Actions(
      PersistentMap<ActionId, Action> byId,
      PersistentMap<StepId, Integer> succeeded,
      int unfinished) {
    this.byId = byId;
    this.succeeded = succeeded;
    this.unfinished = unfinished;
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

  /** Returns how many actions wait for an approval, a start or an outcome. */
  public int unfinishedCount() {
    return unfinished;
  }

  /** Returns the actions that wait for an approval, a start or an outcome. */
  public ImmutableList<Action> unfinished() {
    return all().stream()
        .filter(action -> action.status().unfinished())
        .collect(ImmutableList.toImmutableList());
  }

  Actions with(Action after) {
    var before = byId.get(after.id());
    int left = before != null && before.status().unfinished() ? unfinished - 1 : unfinished;
    var done = succeeded;
    if (after.step() != null && after.status() == ActionStatus.SUCCEEDED) {
      done = succeeded.with(after.step(), timesDone(after.step()) + 1);
    } else if (after.step() != null && after.status() == ActionStatus.ROLLED_BACK) {
      int times = timesDone(after.step()) - 1;
      done = times > 0 ? succeeded.with(after.step(), times) : succeeded.without(after.step());
    }
    return new Actions(
        byId.with(after.id(), after), done, after.status().unfinished() ? left + 1 : left);
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
