package dev.firebreak.compliance;

import static dev.firebreak.compliance.ComplianceAssert.assertCompliant;
import static dev.firebreak.compliance.ComplianceAssert.assertFullyEvidenced;
import static dev.firebreak.compliance.ComplianceAssert.assertNone;
import static dev.firebreak.compliance.Ransomware.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.plan.ResponsePlan;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComplianceTest {
  private static final Instant AS_OF = Ransomware.closing();
  private static final ResponsePlan PLAN = Ransomware.plan().build();
  private static final IncidentRecord CLOSED = Ransomware.closed();

  private static Source source(Source.Status status, @Nullable String from, @Nullable String to) {
    return new Source(
        "S-1",
        "Standard 1",
        "On Fire",
        "second edition",
        from == null ? null : LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        status);
  }

  private static Rule rule(Source source, String name, Subject subject, Outcome outcome) {
    return new Rule(
        "S-1/" + name, source, "§" + name, Level.MUST, subject, "Burn.", asked -> outcome);
  }

  private static RuleSet set(Outcome... outcomes) {
    var source = source(Source.Status.GUIDANCE, null, null);
    var rules = ImmutableList.<Rule>builder();
    for (int i = 0; i < outcomes.length; i++) {
      rules.add(rule(source, Integer.toString(i + 1), Subject.PLAN, outcomes[i]));
    }
    return new RuleSet("Set 1", rules.build());
  }

  private static Outcome failed() {
    return Outcome.fail("nothing burns", Cited.plan("/roles"));
  }

  private static Outcome passed() {
    return Outcome.pass("it burns", Cited.plan("/title", "/title"));
  }

  private static Outcome unknown() {
    return Outcome.notEvidenced("no fire is recorded", Cited.NOTHING);
  }

  @Test
  void refuses_to_pass_or_fail_on_nothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outcome.pass("nothing is wrong", Cited.NOTHING))
        .withMessage("PASS must cite what it rests on: nothing is wrong");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outcome.fail("nothing is right", Cited.NOTHING));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outcome.all())
        .withMessage("a rule that asks for nothing has no outcome");
  }

  @Test
  void refuses_an_incident_that_runs_under_another_plan() {
    var other = ResponsePlan.builder("acme", "2");
    other.severity(Ransomware.matrix(), Ransomware.LEVELS.get(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Compliance.check(set(passed()), other.build(), CLOSED, AS_OF))
        .withMessage("the incident runs under acme 2026.1 and not under acme 2");
  }

  @Test
  void refuses_a_moment_before_the_last_event() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Compliance.check(set(passed()), PLAN, CLOSED, AS_OF.minusSeconds(1)))
        .withMessageContaining("2026-03-09T09:29:59Z");
  }

  @Test
  void refuses_a_rule_that_cites_an_event_that_is_not_there() {
    var cited = new Cited(ImmutableList.of(46L), ImmutableList.of());
    assertThatIllegalStateException()
        .isThrownBy(() -> Compliance.check(set(Outcome.pass("so", cited)), PLAN, CLOSED, AS_OF))
        .withMessage("S-1/1 cites event 46, which is not there");
    assertThatIllegalStateException()
        .isThrownBy(() -> Compliance.check(set(Outcome.pass("so", cited)), PLAN, AS_OF));
  }

  @Test
  void refuses_rules_of_another_source_and_ids_that_are_there_twice() {
    var source = source(Source.Status.GUIDANCE, null, null);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Rule("T/1", source, "§1", Level.MUST, Subject.PLAN, "x", asked -> passed()));
    var one = rule(source, "1", Subject.PLAN, passed());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RuleSet("twice", ImmutableList.of(one, one)))
        .withMessage("the rules of twice must differ in their ids");
    assertThatIllegalArgumentException().isThrownBy(() -> new RuleSet("none", ImmutableList.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> set(passed()).without("S-1/9"))
        .withMessage("no rule S-1/9 in Set 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> source(Source.Status.IN_FORCE, "2026-01-02", "2026-01-01"));
  }

  @Test
  void asks_an_incident_of_a_rule_that_looks_only_at_plans_nothing() {
    var asked = new Case(PLAN, null, AS_OF);
    assertThatIllegalStateException()
        .isThrownBy(asked::record)
        .withMessage("only the plan is looked at");
    assertThat(asked.day()).isEqualTo(LocalDate.of(2026, 3, 9));
  }

  @Test
  void asks_a_rule_only_on_the_days_of_its_edition() {
    var bound = source(Source.Status.IN_FORCE, "2026-03-02", "2026-03-02");
    assertThat(bound.appliesOn(LocalDate.of(2026, 3, 1))).isFalse();
    assertThat(bound.appliesOn(LocalDate.of(2026, 3, 2))).isTrue();
    assertThat(bound.appliesOn(LocalDate.of(2026, 3, 3))).isFalse();
    var open = source(Source.Status.IN_FORCE, null, null);
    assertThat(open.appliesOn(LocalDate.MAX)).isTrue();
    var withdrawn = source(Source.Status.WITHDRAWN_GUIDANCE, null, "2025-04-03");
    assertThat(withdrawn.appliesOn(LocalDate.of(2026, 3, 2))).isTrue();
    var planned = source(Source.Status.NOT_IN_FORCE, null, null);
    assertThat(planned.appliesOn(LocalDate.of(2026, 3, 2))).isFalse();
  }

  @Test
  void asks_about_an_incident_by_the_edition_of_the_day_of_its_opening() {
    var opening = source(Source.Status.IN_FORCE, "2026-03-02", "2026-03-02");
    var rules = new RuleSet("x", ImmutableList.of(rule(opening, "1", Subject.PLAN, failed())));
    assertThat(Compliance.check(rules, PLAN, CLOSED, AS_OF).worst()).isEqualTo(Verdict.FAIL);
    var later = Compliance.check(rules, PLAN, AS_OF);
    assertThat(later.worst()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(later.findings().get(0).because())
        .isEqualTo("Standard 1 does not apply on 2026-03-09");
  }

  @Test
  void passes_nothing_over_a_history_that_is_not_understood() {
    var script = Script.of(CLOSED).then(ANN, AS_OF, new UnknownFact("crisis.declared", "{}"));
    var report = Compliance.check(RuleSet.nist80061r2(), PLAN, script.record(), AS_OF);
    var incident = report.about(Subject.INCIDENT);
    assertThat(incident.with(Verdict.PASS)).isEmpty();
    assertThat(incident.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.because())
                  .isEqualTo("event 46 is a crisis.declared, which is not known here");
              assertThat(finding.events()).containsExactly(46L);
            });
    assertThat(report.about(Subject.PLAN).with(Verdict.PASS)).hasSize(20);
  }

  @Test
  void leaves_rules_about_incidents_out_where_there_is_none() {
    var report = Compliance.check(RuleSet.nist80061r2(), PLAN, AS_OF);
    assertThat(report.findings()).hasSize(21);
    assertThat(report.about(Subject.INCIDENT).findings()).isEmpty();
    assertThat(report.about(Subject.INCIDENT).worst()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void lets_the_worst_part_of_a_rule_decide() {
    var pending = Outcome.pending("it may burn", Cited.NOTHING);
    var notApplicable = Outcome.notApplicable("there is no wood", Cited.NOTHING);
    assertThat(Outcome.all(passed(), failed(), unknown(), pending))
        .isEqualTo(Outcome.fail("nothing burns", Cited.plan("/title", "/roles")));
    assertThat(Outcome.all(passed(), unknown(), pending).verdict())
        .isEqualTo(Verdict.NOT_EVIDENCED);
    assertThat(Outcome.all(passed(), pending).verdict()).isEqualTo(Verdict.PENDING);
    assertThat(Outcome.all(notApplicable, passed(), passed()).because()).isEqualTo("it burns");
  }

  @Test
  void reports_what_failed_first_with_clauses_counts_and_a_notice() {
    var report = Compliance.check(set(passed(), unknown(), failed()), PLAN, AS_OF);
    assertThat(report.worst()).isEqualTo(Verdict.FAIL);
    assertThat(report.failures()).extracting(Finding::because).containsExactly("nothing burns");
    assertThat(report.toText())
        .isEqualTo(
            """
            Set 1: plan acme 2026.1 as of 2026-03-09T09:30:00Z
            Source: Standard 1, On Fire (second edition, guidance)
            FAIL 1, NOT_EVIDENCED 1, PENDING 0, PASS 1, NOT_APPLICABLE 0

            FAIL           Standard 1 §3 (S-1/3): nothing burns [/roles]
            NOT_EVIDENCED  Standard 1 §2 (S-1/2): no fire is recorded
            PASS           Standard 1 §1 (S-1/1): it burns [/title]

            Not legal advice: a finding says what the data shows, in the reading of the rule's statement.
            """);
  }

  @Test
  void cites_the_standing_of_a_source() {
    assertThat(source(Source.Status.IN_FORCE, null, null).describe()).endsWith("in force)");
    assertThat(source(Source.Status.NOT_IN_FORCE, null, null).describe()).endsWith("not in force)");
    assertThat(source(Source.Status.WITHDRAWN_GUIDANCE, null, null).describe())
        .endsWith("guidance, withdrawn)");
    assertThat(RuleSet.nist80061r2().rules().get(0).source().describe())
        .isEqualTo(
            "NIST SP 800-61 Rev. 2, Computer Security Incident Handling Guide"
                + " (August 2012, guidance, withdrawn since 2025-04-03)");
  }

  @Test
  void asserts_with_every_clause_that_is_not_met() {
    var report = Compliance.check(set(passed(), unknown(), failed()), PLAN, AS_OF);
    assertThatThrownBy(() -> assertCompliant(report))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            1 of 3 rules of Set 1 are not met by plan acme 2026.1 as of 2026-03-09T09:30:00Z:
              FAIL Standard 1 §3 (S-1/3): nothing burns [/roles]\
            """);
    assertThatThrownBy(() -> assertFullyEvidenced(report))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("2 of 3 rules")
        .hasMessageContaining("NOT_EVIDENCED Standard 1 §2 (S-1/2): no fire is recorded");
  }

  @Test
  void asserts_nothing_of_a_report_that_meets_what_is_asked() {
    var report = Compliance.check(set(passed(), unknown(), failed()), PLAN, AS_OF);
    assertThat(assertNone(report, Verdict.PENDING)).isSameAs(report);
    var nist = RuleSet.nist80061r2().without("NIST-800-61r2/3.1.2-risk");
    assertCompliant(Compliance.check(nist, PLAN, CLOSED, AS_OF));
  }

  @Test
  void refuses_to_be_satisfied_by_a_report_without_findings() {
    var report = Compliance.check(set(passed()), PLAN, AS_OF).about(Subject.INCIDENT);
    assertThatThrownBy(() -> assertCompliant(report))
        .isInstanceOf(AssertionError.class)
        .hasMessage("no rule of Set 1 was asked about plan acme 2026.1");
  }
}
