package dev.firebreak.policy;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.evidence.EvidenceRequest;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.evidence.Volatility;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.people.Authority;

/** What the plan wants kept is secured before an action destroys it on its target. */
record CaptureFirst() implements CommandPolicy {
  @Override
  public String name() {
    return "capture-first";
  }

  @Override
  public String explain() {
    return "The evidence that the plan wants kept is secured before an action destroys it, the most"
        + " volatile first.";
  }

  @Override
  public ImmutableList<Rejection> review(Context context) {
    var request = context.request();
    if (!(request instanceof ActionRequest.Start)
        && !(request instanceof ActionRequest.BreakGlass)
        && !(request instanceof ActionRequest.TryAgain)) {
      return ImmutableList.of();
    }
    return context
        .incident()
        .actions()
        .find(((ActionRequest) request).action())
        .filter(action -> !action.captureWaived())
        .map(action -> missing(action, context))
        .orElse(ImmutableList.of());
  }

  private ImmutableList<Rejection> missing(Action action, Context context) {
    var profile = context.plan().profile(action.type());
    if (profile.isEmpty()) {
      return ImmutableList.of();
    }
    var destroyed =
        Sets.intersection(profile.get().destroys(), context.plan().readiness().captureFirst());
    if (destroyed.isEmpty()) {
      return ImmutableList.of();
    }
    var secured = context.incident().evidence().securedFrom(action.target());
    return destroyed.stream()
        .filter(each -> !secured.contains(each))
        .sorted(Volatility.MOST_VOLATILE_FIRST)
        .map(each -> missing(each, action, context))
        .collect(toImmutableList());
  }

  private Rejection missing(Volatility kind, Action action, Context context) {
    var unmet =
        condition()
            .unmet(
                "%s destroys %s of %s, of which nothing is secured"
                    .formatted(action.type(), kind, action.target()),
                action.since())
            .or(new Remedy.Act(capture(kind, action, context), Remedy.Asker.ANYBODY));
    var entitled = context.plan().entitledTo(Authority.WAIVE);
    return entitled.isEmpty()
        ? unmet
        : unmet.or(
            new Remedy.Act(
                new ActionRequest.WaiveCapture(action.id(), "why it cannot wait"),
                Remedy.Asker.holding(entitled)));
  }

  private static EvidenceRequest capture(Volatility kind, Action action, Context context) {
    var item = "capture-" + (context.incident().version() + 1) + "-" + kind;
    return new EvidenceRequest.Acquire(
        new EvidenceId(item),
        "what it is",
        action.target(),
        new Sha256("0".repeat(64)),
        "where it is kept",
        kind);
  }
}
