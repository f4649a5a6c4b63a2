package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;

/** Who asked for an action does not approve it. */
record SeparationOfDuties() implements CommandPolicy {
  @Override
  public String name() {
    return "separation-of-duties";
  }

  @Override
  public String explain() {
    return "Who asked for an action does not approve it.";
  }

  @Override
  public ImmutableList<Rejection> review(Context context) {
    if (!(context.request() instanceof ActionRequest.Approve approve)) {
      return ImmutableList.of();
    }
    return context
        .incident()
        .actions()
        .find(approve.action())
        .filter(action -> action.requester().equals(context.by().actor()))
        .map(action -> ImmutableList.of(refuse(action)))
        .orElse(ImmutableList.of());
  }

  private Rejection refuse(Action action) {
    var others = Remedy.Asker.holding(action.approval().by()).but(action.requester());
    return condition()
        .unmet(
            action.requester() + " asked for " + action.id() + " and cannot approve it",
            action.since())
        .or(new Remedy.AskAs(others));
  }
}
