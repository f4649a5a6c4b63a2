package dev.firebreak.compliance;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableSet;

/** Assertions about reports, for tests in any framework. */
public final class ComplianceAssert {
  private ComplianceAssert() {}

  /**
   * Returns the report if nothing in it failed.
   *
   * @throws AssertionError if a rule failed, naming each that did with its clause, or if no rule
   *     was asked at all
   */
  public static ComplianceReport assertCompliant(ComplianceReport report) {
    return assertNone(report, Verdict.FAIL);
  }

  /**
   * Returns the report if every rule in it passed or has nothing to be about.
   *
   * @throws AssertionError if a rule failed, is not evidenced or is pending, naming each with its
   *     clause, or if no rule was asked at all
   */
  public static ComplianceReport assertFullyEvidenced(ComplianceReport report) {
    return assertNone(report, Verdict.FAIL, Verdict.NOT_EVIDENCED, Verdict.PENDING);
  }

  /**
   * Returns the report if no finding in it has one of the verdicts.
   *
   * @throws AssertionError if one has, naming each with its clause, or if no rule was asked at all
   */
  public static ComplianceReport assertNone(ComplianceReport report, Verdict... refused) {
    if (report.findings().isEmpty()) {
      throw new AssertionError(
          "no rule of " + report.rules() + " was asked about " + report.subject());
    }
    var verdicts = ImmutableSet.copyOf(refused);
    var found =
        report.findings().stream()
            .filter(finding -> verdicts.contains(finding.verdict()))
            .collect(toImmutableList());
    if (found.isEmpty()) {
      return report;
    }
    var message = new StringBuilder();
    message.append(found.size()).append(" of ").append(report.findings().size());
    message.append(" rules of ").append(report.rules()).append(" are not met by ");
    message.append(report.subject()).append(" as of ").append(report.asOf()).append(':');
    found.forEach(
        finding ->
            message
                .append("\n  ")
                .append(finding.verdict())
                .append(' ')
                .append(finding.describe()));
    throw new AssertionError(message.toString());
  }
}
