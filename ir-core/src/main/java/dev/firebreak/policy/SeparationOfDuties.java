package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import org.jspecify.annotations.Nullable;

/** Who asked for an action neither approves it nor reviews that it was started without approval. */
record SeparationOfDuties() implements CommandPolicy {
  @Override
  public String name() {
    return "separation-of-duties";
  }

  @Override
  public String explain() {
    return "Who asked for an action does not approve it, and who did not wait for an approval does"
        + " not review that.";
  }

  @Override
  public ImmutableList<Rejection> review(Context context) {
    if (context.request() instanceof ActionRequest.Approve approve) {
      var action = find(approve.action(), context);
      return action != null && action.requester().equals(context.by().actor())
          ? ImmutableList.of(approves(action))
          : ImmutableList.of();
    }
    if (context.request() instanceof ActionRequest.ReviewGlass review) {
      var action = find(review.action(), context);
      var glass = action == null ? null : action.glass();
      return action != null
              && glass != null
              && isOneOf(context.by().actor(), glass.by(), action.requester())
          ? ImmutableList.of(reviews(action, glass.by(), context.by().actor()))
          : ImmutableList.of();
    }
    return ImmutableList.of();
  }

  private static @Nullable Action find(ActionId id, Context context) {
    return context.incident().actions().find(id).orElse(null);
  }

  private static boolean isOneOf(Actor actor, Actor one, Actor other) {
    return actor.equals(one) || actor.equals(other);
  }

  private Rejection approves(Action action) {
    var others = Remedy.Asker.holding(action.approval().by()).but(action.requester());
    return condition()
        .unmet(
            action.requester() + " asked for " + action.id() + " and cannot approve it",
            action.since())
        .or(new Remedy.AskAs(others));
  }

  private Rejection reviews(Action action, Actor breaker, Actor reviewer) {
    var did = reviewer.equals(breaker) ? " started " : " asked for ";
    return condition()
        .unmet(
            reviewer
                + did
                + action.id()
                + ", which did not wait for its approvals, and cannot review that",
            action.since())
        .or(new Remedy.AskAs(Remedy.Asker.ANYBODY.but(breaker).but(action.requester())));
  }
}
