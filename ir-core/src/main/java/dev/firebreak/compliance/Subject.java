package dev.firebreak.compliance;

/** What a rule looks at. */
public enum Subject {
  /** The response plan. */
  PLAN,
  /** One incident, and the plan that it runs under. */
  INCIDENT,
  /** What goes on between incidents: exercises, training, risk assessments. */
  PROGRAMME
}
