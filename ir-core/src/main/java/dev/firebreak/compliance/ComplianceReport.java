package dev.firebreak.compliance;

import static com.google.common.base.Strings.padEnd;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * What the rules of a set say of one plan or incident.
 *
 * @param rules the name of the rule set
 * @param subject what was checked, for people
 * @param asOf the moment of the question
 * @param findings one for each rule that was asked, in the order of the set
 */
public record ComplianceReport(
    String rules, String subject, Instant asOf, ImmutableList<Finding> findings) {
  private static final String NOTICE =
      "Not legal advice: a finding says what the data shows, in the reading of the rule's statement.";

  private static final int VERDICT_WIDTH = 14;

  /** Returns how many findings there are of each verdict; all verdicts, the worst first. */
  public ImmutableMap<Verdict, Long> counts() {
    return Arrays.stream(Verdict.values())
        .sorted(worstFirst())
        .collect(
            toImmutableMap(
                verdict -> verdict,
                verdict -> findings.stream().filter(each -> each.verdict() == verdict).count()));
  }

  /** Returns the worst verdict, NOT_APPLICABLE if there are no findings. */
  public Verdict worst() {
    return findings.stream().map(Finding::verdict).reduce(Verdict.NOT_APPLICABLE, Verdict::orWorse);
  }

  /** Returns the findings that failed. */
  public ImmutableList<Finding> failures() {
    return with(Verdict.FAIL);
  }

  /** Returns the findings of a verdict. */
  public ImmutableList<Finding> with(Verdict verdict) {
    return findings.stream()
        .filter(finding -> finding.verdict() == verdict)
        .collect(toImmutableList());
  }

  /** Returns the part of this report whose rules look at that. */
  public ComplianceReport about(Subject looked) {
    return new ComplianceReport(
        rules,
        subject,
        asOf,
        findings.stream()
            .filter(finding -> finding.rule().subject() == looked)
            .collect(toImmutableList()));
  }

  /** Returns the report as lines of text, each ended by a line feed; what failed comes first. */
  public String toText() {
    var text = new StringBuilder();
    text.append(rules).append(": ").append(subject).append(" as of ").append(asOf).append('\n');
    findings.stream()
        .map(finding -> finding.rule().source().describe())
        .distinct()
        .forEach(source -> text.append("Source: ").append(source).append('\n'));
    text.append(
            counts().entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(joining(", ")))
        .append("\n\n");
    findings.stream()
        .sorted(Comparator.comparing(Finding::verdict, worstFirst()))
        .forEach(finding -> text.append(line(finding)).append('\n'));
    return text.append('\n').append(NOTICE).append('\n').toString();
  }

  private static String line(Finding finding) {
    return padEnd(finding.verdict().name(), VERDICT_WIDTH, ' ') + " " + finding.describe();
  }

  private static Comparator<Verdict> worstFirst() {
    return (one, other) -> one == other ? 0 : one.worseThan(other) ? -1 : 1;
  }
}
