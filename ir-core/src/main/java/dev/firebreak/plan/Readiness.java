package dev.firebreak.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.evidence.Volatility;
import org.jspecify.annotations.Nullable;

/**
 * What was prepared: trainings, exercises, assessments, backups, tools, suppliers, and strategies.
 *
 * @param trainings trainings that were held
 * @param exercises exercises that were held
 * @param riskAssessments assessments of risks
 * @param backups what recovery may rest on
 * @param plans other plans that this one leans on
 * @param resources tools and other things that the team needs
 * @param suppliers suppliers who matter
 * @param evidencePolicy how evidence is kept, null if not written down
 * @param strategies how incidents of a playbook are contained, and why so
 * @param techniques the attackers' techniques that are expected
 */
public record Readiness(
    ImmutableList<Training> trainings,
    ImmutableList<Exercise> exercises,
    ImmutableList<RiskAssessment> riskAssessments,
    ImmutableList<Backup> backups,
    ImmutableList<LinkedPlan> plans,
    ImmutableList<Resource> resources,
    ImmutableList<Supplier> suppliers,
    @Nullable EvidencePolicy evidencePolicy,
    ImmutableList<ContainmentStrategy> strategies,
    ImmutableList<Technique> techniques) {
  /** Nothing of it is written down. */
  public static final Readiness EMPTY =
      new Readiness(
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          null,
          ImmutableList.of(),
          ImmutableList.of());

  /** Returns which kinds of evidence are secured before an action destroys them. */
  public ImmutableSet<Volatility> captureFirst() {
    var written = evidencePolicy == null ? null : evidencePolicy.captureFirst();
    return written == null ? EvidencePolicy.USUALLY_CAPTURED : written;
  }
}
