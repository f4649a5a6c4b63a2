package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.firebreak.action.Approval;
import dev.firebreak.alert.Candidate;
import dev.firebreak.alert.Placement;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.incident.Incident;
import dev.firebreak.obligation.Due;
import dev.firebreak.people.NextAsk;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.policy.ApprovalPolicy;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.CorrelationPolicy;
import dev.firebreak.policy.DisclosurePolicy;
import dev.firebreak.policy.DuePolicy;
import dev.firebreak.policy.EscalationPolicy;
import dev.firebreak.policy.ExitPolicy;
import dev.firebreak.policy.Policy;
import dev.firebreak.policy.SeverityPolicy;
import dev.firebreak.severity.Rating;

/** What must hold for one answer; what the constructors of answers refuse is not asked again. */
final class AnswerRules {
  private static final String POLICY = "policy.";

  private AnswerRules() {}

  static void check(
      CommandPolicy.Context context, ImmutableList<Rejection> answer, Findings.At found) {
    for (Rejection rejection : answer) {
      check(rejection, context.incident(), found);
      for (Remedy remedy : rejection.remedies()) {
        if (remedy instanceof Remedy.AskAs other && leadsBack(other, context)) {
          found.add(PolicyRule.OFFERS_WAY_OUT, '"' + remedy.describe() + "\" means only the asker");
        }
      }
    }
  }

  static void check(
      ExitPolicy.Context context, ImmutableList<Rejection> answer, Findings.At found) {
    answer.forEach(rejection -> check(rejection, context.incident(), found));
  }

  static void check(
      SeverityPolicy policy, SeverityPolicy.Context context, Rating rating, Findings.At found) {
    var levels = context.plan().severity().levels();
    if (!levels.contains(rating.severity())) {
      found.add(PolicyRule.STAYS_IN_PLAN, rating.severity() + " is none of the levels " + levels);
    }
    signed(policy, rating.under(), found);
  }

  static void check(
      ApprovalPolicy policy, ApprovalPolicy.Context context, Approval approval, Findings.At found) {
    var roles =
        context.plan().roles().stream()
            .map(RoleDefinition::role)
            .collect(ImmutableSet.toImmutableSet());
    var unknown = Sets.difference(approval.by(), roles);
    if (!unknown.isEmpty()) {
      found.add(PolicyRule.STAYS_IN_PLAN, unknown + " are none of the roles " + roles);
    }
    signed(policy, approval.under(), found);
  }

  static void check(
      EscalationPolicy policy, EscalationPolicy.Context context, NextAsk next, Findings.At found) {
    var step = next.step();
    if (step != null && context.plan().definition(step.role()).isEmpty()) {
      found.add(PolicyRule.STAYS_IN_PLAN, step.role() + " is no role of the plan");
    }
    signed(policy, next.under(), found);
  }

  static void check(DuePolicy policy, Due due, Findings.At found) {
    signed(policy, due.under(), found);
  }

  static void check(
      DisclosurePolicy.Context context, ImmutableList<Rejection> answer, Findings.At found) {
    answer.forEach(rejection -> check(rejection, context.incident(), found));
  }

  static void check(CorrelationPolicy.Context context, Placement placement, Findings.At found) {
    if (placement.outcome() == Placement.Outcome.DUPLICATE) {
      found.add(PolicyRule.STAYS_WITH_OPEN, "which alerts are duplicates is not for a policy");
    }
    var names = context.candidates().stream().map(Candidate::incident).toList();
    if (placement.incident() != null && !names.contains(placement.incident())) {
      found.add(PolicyRule.STAYS_WITH_OPEN, placement.incident() + " is none of " + names);
    }
    if (placement.until() != null && !placement.until().isAfter(context.now())) {
      found.add(PolicyRule.STAYS_WITH_OPEN, placement.until() + " is not to come");
    }
  }

  private static void check(Rejection rejection, Incident incident, Findings.At found) {
    var code = rejection.code();
    if (!code.startsWith(POLICY) || code.length() == POLICY.length()) {
      found.add(PolicyRule.NAMES_CONDITION, '"' + code + "\" is not policy. and a name");
    }
    if (rejection.condition().statement().isBlank()) {
      found.add(PolicyRule.NAMES_CONDITION, code + " has no statement");
    }
    for (long fact : rejection.facts()) {
      if (fact < 1 || fact > incident.version()) {
        found.add(PolicyRule.CITES_HISTORY, "there is no event " + fact);
      }
    }
  }

  private static boolean leadsBack(Remedy.AskAs other, CommandPolicy.Context context) {
    return !other.by().holding().isEmpty()
        && Candidates.of(other.by(), context.incident(), context.plan())
            .equals(ImmutableSet.of(context.by().actor()));
  }

  private static void signed(Policy policy, String under, Findings.At found) {
    if (!under.equals(policy.label())) {
      found.add(PolicyRule.SIGNS, '"' + under + "\" is not \"" + policy.label() + '"');
    }
  }
}
