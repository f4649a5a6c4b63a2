package dev.firebreak.compliance;

import static com.google.common.base.Preconditions.checkState;
import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.plan.ResponsePlan;
import java.time.Instant;

/**
 * Checks plans and incidents against rules; pure functions.
 *
 * <p>Not legal advice: what a rule finds is what the data shows, in the reading of the rule's
 * statement.
 */
public final class Compliance {
  private Compliance() {}

  /**
   * Checks a plan; rules that look at an incident are left out.
   *
   * @param asOf the moment of the question; days are those of UTC
   */
  public static ComplianceReport check(RuleSet rules, ResponsePlan plan, Instant asOf) {
    var asked = new Case(plan, null, asOf);
    var findings =
        rules.rules().stream()
            .filter(rule -> rule.subject() != Subject.INCIDENT)
            .map(rule -> ask(rule, asked))
            .collect(toImmutableList());
    return new ComplianceReport(rules.name(), "plan " + plan.version(), asOf, findings);
  }

  /**
   * Checks an incident and the plan that it runs under.
   *
   * @param asOf the moment of the question; days are those of UTC
   * @throws IllegalArgumentException if the incident runs under another plan, or has events that
   *     were recorded after the moment
   */
  public static ComplianceReport check(
      RuleSet rules, ResponsePlan plan, IncidentRecord incident, Instant asOf) {
    var asked = new Case(plan, incident, asOf);
    var findings = rules.rules().stream().map(rule -> ask(rule, asked)).collect(toImmutableList());
    var subject = "incident " + incident.incident().id() + " under plan " + plan.version();
    return new ComplianceReport(rules.name(), subject, asOf, findings);
  }

  private static Finding ask(Rule rule, Case asked) {
    var day = asked.decisiveDay();
    if (!rule.source().appliesOn(day)) {
      var because = rule.source().name() + " does not apply on " + day;
      return new Finding(rule, Outcome.notApplicable(because, Cited.NOTHING));
    }
    var outcome = rule.predicate().test(asked);
    long last = asked.incident() == null ? 0 : asked.incident().incident().version();
    for (long sequence : outcome.cited().events()) {
      checkState(
          sequence >= 1 && sequence <= last,
          "%s cites event %s, which is not there",
          rule,
          sequence);
    }
    return new Finding(rule, mistrusted(rule, outcome, asked));
  }

  /** Returns the outcome, but no pass over a history that holds something not understood. */
  private static Outcome mistrusted(Rule rule, Outcome outcome, Case asked) {
    if (rule.subject() != Subject.INCIDENT || outcome.verdict() != Verdict.PASS) {
      return outcome;
    }
    var unknown = asked.record().all(UnknownFact.class);
    if (unknown.isEmpty()) {
      return outcome;
    }
    var first = unknown.get(0);
    return Outcome.notEvidenced(
        "event " + first.sequence() + " is a " + first.type() + ", which is not known here",
        Cited.events(unknown));
  }
}
