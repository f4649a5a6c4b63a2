package dev.firebreak.policy;

import dev.firebreak.alert.Placement;

/** The correlation rule of the plan chooses. */
record PlannedCorrelation() implements CorrelationPolicy {
  @Override
  public String name() {
    return "planned-correlation";
  }

  @Override
  public String explain() {
    return "An alert repeats one of the same fingerprint, joins the incident that most of its"
        + " observables lead to, or opens one.";
  }

  @Override
  public Placement place(Context context) {
    return context.plan().correlation().choose(context.candidates());
  }
}
