package dev.firebreak.policy;

import dev.firebreak.severity.Nciss;
import dev.firebreak.severity.NcissScale;
import dev.firebreak.severity.Rating;
import java.util.Locale;

/** The plan's NCISS scale decides where it can, otherwise its severity matrix. */
record PlannedSeverity() implements SeverityPolicy {
  @Override
  public String name() {
    return "planned-severity";
  }

  @Override
  public String explain() {
    return "The plan's NCISS scale decides where there are factors for it, otherwise the first row"
        + " of the plan's severity matrix that fits the impact and its extent.";
  }

  @Override
  public Rating rate(Context context) {
    var scale = context.plan().nciss();
    var nciss = context.nciss();
    return scale == null || nciss == null ? byMatrix(context) : byScore(context, scale, nciss);
  }

  private Rating byScore(Context context, NcissScale scale, Nciss nciss) {
    var lowest = context.plan().severity().levels().get(0);
    var because =
        String.format(
            Locale.ROOT,
            "NCISS score %.2f by the scale of %s",
            nciss.score(),
            context.plan().version());
    return new Rating(scale.of(nciss.score(), lowest), because, label());
  }

  private Rating byMatrix(Context context) {
    var matrix = context.plan().severity();
    var extent = context.extent();
    var row = matrix.rowFor(context.impact(), extent);
    return new Rating(
        row.level(),
        "row "
            + (matrix.rows().indexOf(row) + 1)
            + " of the matrix of "
            + context.plan().version()
            + " fits"
            + (row.atLeast() == null ? "" : ": " + extent),
        label());
  }
}
