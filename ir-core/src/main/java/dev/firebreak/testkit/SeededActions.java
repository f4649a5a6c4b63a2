package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.Action;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionTerms;
import dev.firebreak.action.GlassVerdict;
import dev.firebreak.action.Retries;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Makes the less common requests about the actions of one incident. */
final class SeededActions {
  /** What the engine asks for, and is refused to others. */
  private static final ImmutableList<Function<ActionId, Request<?>>> BY_ITSELF =
      ImmutableList.of(
          ActionRequest.ExpireApproval::new,
          ActionRequest.Remind::new,
          ActionRequest.TimeOut::new,
          ActionRequest.TryAgain::new);

  private static final ImmutableList<Function<SeededActions, Request<?>>> KINDS =
      ImmutableList.of(
          by -> new ActionRequest.RevokeApproval(by.action(), by.dice.text()),
          by -> new ActionRequest.Assign(by.action(), by.dice.oneOf(SeededPlans.ACTORS)),
          by -> new ActionRequest.Skip(by.action(), by.dice.text()),
          by -> new ActionRequest.BreakGlass(by.action(), by.dice.text()),
          by ->
              new ActionRequest.ReviewGlass(
                  by.action(), by.dice.oneOf(GlassVerdict.class), by.dice.text()),
          by -> new ActionRequest.Undo(by.action(), by.dice.text()),
          by -> new ActionRequest.FailUndo(by.action(), by.dice.text()),
          by -> new ActionRequest.WaiveCapture(by.action(), by.dice.text()),
          by -> by.dice.oneOf(BY_ITSELF).apply(by.action()));

  private final Dice dice;
  private final Incident incident;

  SeededActions(Dice dice, Incident incident) {
    this.dice = dice;
    this.incident = incident;
  }

  Request<?> next() {
    return dice.oneOf(KINDS).apply(this);
  }

  /** Returns a request that fits how far an action has come; any if there is no action. */
  Request<?> fitting() {
    var found = dice.anyOf(incident.actions().all());
    return found.isPresent() ? fitting(found.get()) : next();
  }

  private Request<?> fitting(Action action) {
    var id = action.id();
    boolean other = dice.onceIn(3);
    if (action.undoKey() != null) {
      return other
          ? new ActionRequest.RollBack(id, dice.text())
          : new ActionRequest.FailUndo(id, dice.text());
    }
    return switch (action.status()) {
      case PLANNED, AWAITING_APPROVAL ->
          other ? new ActionRequest.BreakGlass(id, dice.text()) : new ActionRequest.Approve(id);
      case READY ->
          other ? new ActionRequest.RevokeApproval(id, dice.text()) : new ActionRequest.Start(id);
      case RUNNING ->
          other
              ? new ActionRequest.Fail(id, dice.text())
              : new ActionRequest.Succeed(id, dice.text());
      case SUCCEEDED -> new ActionRequest.Undo(id, dice.text());
      case FAILED, TIMED_OUT -> new ActionRequest.Retry(id, dice.text());
      case CANCELLED, SKIPPED, ROLLED_BACK ->
          new ActionRequest.ReviewGlass(id, dice.oneOf(GlassVerdict.class), dice.text());
    };
  }

  /** Returns the request, now and then on terms. */
  ActionRequest.Plan onTerms(ActionRequest.Plan plan) {
    if (dice.onceIn(2)) {
      return plan;
    }
    var due = dice.maybe(() -> Instant.parse("2026-01-01T00:00:00Z").plus(dice.period()));
    var terms =
        new ActionTerms(
            ImmutableSet.copyOf(dice.upTo(2, i -> action())),
            dice.maybe(() -> dice.oneOf(SeededPlans.ACTORS)),
            due,
            due == null ? null : dice.maybe(() -> due.minusSeconds(dice.within(0, 5_000))),
            dice.maybe(() -> Duration.ofSeconds(dice.within(1, 5_000))),
            dice.maybe(() -> new Retries(dice.within(1, 3), Duration.ofSeconds(30))));
    return new ActionRequest.Plan(plan.action(), plan.type(), plan.target(), plan.step(), terms);
  }

  private ActionId action() {
    var known = dice.anyOf(incident.actions().all()).map(Action::id);
    return dice.onceIn(6)
        ? new ActionId("unheard-of")
        : known.orElse(new ActionId("a" + dice.within(0, 30)));
  }
}
