package dev.firebreak.policy;

import dev.firebreak.severity.Rating;

/** The plan's severity matrix decides. */
record PlanMatrix() implements SeverityPolicy {
  @Override
  public String name() {
    return "severity-matrix";
  }

  @Override
  public String explain() {
    return "The first row of the plan's severity matrix that fits the impact decides.";
  }

  @Override
  public Rating rate(Context context) {
    var matrix = context.plan().severity();
    var row = matrix.rowFor(context.impact());
    return new Rating(
        row.level(),
        "row "
            + (matrix.rows().indexOf(row) + 1)
            + " of the matrix of "
            + context.plan().version()
            + " fits",
        label());
  }
}
