package dev.firebreak.lint;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at the severity matrix, and at what a severity brings. */
final class SeverityLint {
  private final ResponsePlan plan;
  private final Findings findings;

  SeverityLint(ResponsePlan plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  void run() {
    var rows = plan.severity().rows();
    for (int i = 0; i < rows.size(); i++) {
      row("/severity/matrix/" + i, rows.get(i), rows.subList(0, i));
    }
    var given = given();
    Findings.each(
        "/severity/levels",
        plan.severity().levels(),
        (at, level) -> {
          if (!given.contains(level)) {
            findings.add(LintRule.LEVEL_NEVER_GIVEN, at, "nothing gives the severity " + level);
          }
          if (plan.obligations().stream()
              .allMatch(duty -> duty.recipient() != null || duty.term().periodAt(level) == null)) {
            findings.add(
                LintRule.LEVEL_NO_SERVICE_LEVEL, at, "the severity " + level + " has no time");
          }
        });
  }

  private Set<Severity> given() {
    Set<Severity> given = new HashSet<>();
    var nciss = plan.nciss();
    if (nciss != null) {
      given.addAll(nciss.from().keySet());
    }
    plan.severity().rows().forEach(row -> given.add(row.level()));
    return given;
  }

  private void row(String at, SeverityMatrix.Row row, List<SeverityMatrix.Row> before) {
    if (before.stream().anyMatch(earlier -> covers(earlier, row))) {
      findings.add(LintRule.ROW_NEVER_FITS, at, "an earlier row fits whatever this one would fit");
    }
  }

  private static boolean covers(SeverityMatrix.Row earlier, SeverityMatrix.Row row) {
    var least = earlier.atLeast();
    return (least == null || least.equals(row.atLeast()))
        && covers(earlier.functional(), row.functional())
        && covers(earlier.information(), row.information())
        && covers(earlier.recoverability(), row.recoverability());
  }

  /** Returns whether the earlier, where empty is all, holds the later. */
  private static <T> boolean covers(ImmutableSet<T> earlier, ImmutableSet<T> later) {
    return earlier.isEmpty() || (!later.isEmpty() && earlier.containsAll(later));
  }
}
