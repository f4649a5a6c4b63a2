package dev.firebreak.policy;

import dev.firebreak.people.NextAsk;

/** The plan's ladder says who is asked next. */
record PlannedLadder() implements EscalationPolicy {
  @Override
  public String name() {
    return "planned-ladder";
  }

  @Override
  public String explain() {
    return "The levels of the plan's escalation ladder are asked one after the other.";
  }

  @Override
  public NextAsk next(Context context) {
    var ladder = context.plan().escalation();
    if (context.level() > ladder.size()) {
      return new NextAsk(null, label());
    }
    var level = ladder.get(context.level() - 1);
    return new NextAsk(new NextAsk.Step(level.to(), level.respondsWithin()), label());
  }
}
