package dev.firebreak.lint;

import dev.firebreak.plan.Channel;
import dev.firebreak.plan.Exercise;
import dev.firebreak.plan.PlanReview;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RiskAssessment;
import dev.firebreak.plan.Training;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at what is written down, and how old it is. */
final class DocumentLint {
  private static final int REVIEW_MONTHS = 12;
  private static final int CONTACT_MONTHS = 6;

  private final ResponsePlan plan;
  private final LocalDate on;
  private final Findings findings;

  DocumentLint(ResponsePlan plan, LocalDate on, Findings findings) {
    this.plan = plan;
    this.on = on;
    this.findings = findings;
  }

  void run() {
    approvals();
    reviews();
    exercises();
    trainings();
    Findings.each(
        "/contacts",
        plan.staffing().contacts(),
        (at, contact) ->
            stale(
                LintRule.CONTACT_STALE,
                at,
                contact.verified(),
                CONTACT_MONTHS,
                "contact " + contact.name()));
    Findings.each(
        "/backups",
        plan.readiness().backups(),
        (at, backup) ->
            stale(
                LintRule.BACKUP_STALE,
                at,
                backup.restored(),
                REVIEW_MONTHS,
                "restoring " + backup.what()));
    risks();
    var channels = plan.staffing().channels();
    if (!channels.isEmpty() && channels.stream().noneMatch(Channel::outOfBand)) {
      findings.add(LintRule.CHANNEL_NONE_OUT_OF_BAND, "/channels", "no channel is out of band");
    }
    Findings.each(
        "/techniques",
        plan.readiness().techniques(),
        (at, technique) -> {
          if (technique.playbooks().isEmpty()) {
            findings.add(
                LintRule.TECHNIQUE_NO_PLAYBOOK, at, "no playbook answers " + technique.id());
          }
        });
  }

  private void approvals() {
    var version = plan.version().version();
    if (plan.approvals().stream()
        .noneMatch(each -> each.version().equals(version) && !each.on().isAfter(on))) {
      findings.add(
          LintRule.APPROVAL_OTHER_VERSION, "/approvals", "nobody approved version " + version);
    }
  }

  private void reviews() {
    var days = new ArrayList<LocalDate>();
    var reviewed = plan.reviewed();
    if (reviewed != null) {
      days.add(reviewed);
    }
    plan.governance().reviews().stream().map(PlanReview::on).forEach(days::add);
    stale(LintRule.REVIEW_STALE, "/reviewed", latest(days.stream()), REVIEW_MONTHS, "the review");
  }

  private void exercises() {
    Findings.each(
        "/playbooks",
        plan.playbooks(),
        (at, book) -> {
          var days =
              plan.readiness().exercises().stream()
                  .filter(exercise -> exercise.playbooks().contains(book.id()))
                  .map(Exercise::on);
          stale(LintRule.EXERCISE_STALE, at, latest(days), REVIEW_MONTHS, "playbook " + book.id());
        });
  }

  private void trainings() {
    var days = plan.readiness().trainings().stream().map(Training::on);
    stale(LintRule.TRAINING_STALE, "/trainings", latest(days), REVIEW_MONTHS, "the last training");
  }

  private void risks() {
    var latest =
        plan.readiness().riskAssessments().stream()
            .filter(each -> !each.on().isAfter(on))
            .max((one, other) -> one.on().compareTo(other.on()))
            .map(DocumentLint::due);
    if (latest.filter(on::isAfter).isPresent()) {
      findings.add(
          LintRule.RISK_STALE,
          "/riskAssessments",
          "the next assessment of risks was due on " + latest.get());
    }
  }

  private static LocalDate due(RiskAssessment assessment) {
    return assessment.on().plusDays(assessment.again().toDays());
  }

  /** Returns the last of the days that are not to come. */
  private @Nullable LocalDate latest(Stream<LocalDate> days) {
    Optional<LocalDate> latest = days.filter(day -> !day.isAfter(on)).max(LocalDate::compareTo);
    return latest.orElse(null);
  }

  private void stale(LintRule rule, String at, @Nullable LocalDate last, int months, String what) {
    if (last == null || last.isAfter(on)) {
      findings.add(rule, at, what + ": never until " + on);
    } else if (on.isAfter(last.plusMonths(months))) {
      findings.add(rule, at, what + ": last on " + last + ", over " + months + " months ago");
    }
  }
}
