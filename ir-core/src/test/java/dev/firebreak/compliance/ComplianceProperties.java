package dev.firebreak.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.plan.CommunicationRule;
import dev.firebreak.plan.EscalationLevel;
import dev.firebreak.plan.Governance;
import dev.firebreak.plan.PlanApproval;
import dev.firebreak.plan.Readiness;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.plan.Staffing;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.sharing.Audience;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Missing data never passes. */
class ComplianceProperties {
  private static final RuleSet RULES = RuleSet.nist80061r2();
  private static final IncidentRecord CLOSED = Ransomware.closed();

  /** The parts of a plan that it may leave out. */
  private enum Part {
    APPROACH,
    REVIEWED,
    APPROVALS,
    PLAYBOOKS,
    COMMUNICATIONS,
    ESCALATION,
    GOVERNANCE,
    STAFFING
  }

  private static ComplianceReport check(IncidentRecord record) {
    return Compliance.check(RULES, Ransomware.plan().build(), record, Ransomware.closing());
  }

  /** Returns the whole incident without some events, if that is a history at all. */
  private static Optional<IncidentRecord> without(Collection<Long> sequences) {
    try {
      var record = Script.of(CLOSED).withoutEvents(sequences).record();
      return record.first(IncidentFact.Opened.class).isPresent()
          ? Optional.of(record)
          : Optional.empty();
    } catch (IllegalStateException e) {
      return Optional.empty(); // an event without the one that it builds on
    }
  }

  @Property(tries = 200)
  void a_pass_rests_on_the_events_that_it_cites(
      @ForAll @Size(max = 12) Set<@LongRange(min = 3, max = 45) Long> left) {
    without(left)
        .ifPresent(
            record -> {
              for (Finding finding : check(record).about(Subject.INCIDENT).with(Verdict.PASS)) {
                assertThat(finding.events()).isNotEmpty();
                var cited = ImmutableSet.copyOf(finding.events());
                withoutAlso(record, cited)
                    .ifPresent(
                        less ->
                            assertThat(verdict(finding.rule(), less))
                                .as("%s without %s", finding.rule(), cited)
                                .isNotEqualTo(Verdict.PASS));
              }
            });
  }

  private static Optional<IncidentRecord> withoutAlso(IncidentRecord record, Set<Long> cited) {
    try {
      var less = Script.of(record).withoutEvents(cited).record();
      return less.first(IncidentFact.Opened.class).map(opened -> less);
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static Verdict verdict(Rule rule, IncidentRecord record) {
    var one = new RuleSet("one", ImmutableList.of(rule));
    return Compliance.check(one, Ransomware.plan().build(), record, Ransomware.closing()).worst();
  }

  @Property(tries = 100)
  void leaving_parts_of_a_bad_plan_out_makes_it_no_better(@ForAll Set<Part> left) {
    for (Finding finding : checkPlan(without(left, badPlan())).with(Verdict.PASS)) {
      assertThat(finding.rule().id()).isEqualTo("NIST-800-61r2/2.3.1-severity");
    }
  }

  @Property(tries = 100)
  void what_passes_without_parts_of_a_plan_passes_with_them(@ForAll Set<Part> left) {
    var whole = checkPlan(Ransomware.plan()).with(Verdict.PASS);
    var less = checkPlan(without(left, Ransomware.plan())).with(Verdict.PASS);
    var ids = whole.stream().map(finding -> finding.rule().id()).toList();
    for (Finding finding : less) {
      assertThat(ids).contains(finding.rule().id());
      assertThat(finding.pointers()).isNotEmpty();
    }
  }

  private static ComplianceReport checkPlan(ResponsePlan.Builder plan) {
    return Compliance.check(RULES, plan.build(), Ransomware.closing());
  }

  private static ResponsePlan.Builder without(Set<Part> left, ResponsePlan.Builder plan) {
    for (Part part : left) {
      switch (part) {
        case APPROACH -> plan.approach(null);
        case REVIEWED -> plan.reviewed(null);
        case APPROVALS -> plan.approvals(List.of());
        case PLAYBOOKS -> plan.playbooks(List.of()).obligations().readiness(Readiness.EMPTY);
        case COMMUNICATIONS -> plan.communications(List.of());
        case ESCALATION -> plan.escalation(List.of());
        case GOVERNANCE -> plan.governance(Governance.EMPTY);
        case STAFFING -> plan.staffing(Staffing.EMPTY);
      }
    }
    return plan;
  }

  /** Returns a plan that says a lot, and all of it wrong. */
  private static ResponsePlan.Builder badPlan() {
    var role = new Role("legal");
    return Ransomware.blankPlan()
        .approach("Whatever.")
        .reviewed(LocalDate.of(2020, 1, 1))
        .approvals(new PlanApproval(new Actor("x"), role, LocalDate.of(2020, 1, 1), "2020.1"))
        .roles(
            new RoleDefinition(role, RoleKind.LEGAL, null, ImmutableList.of(), ImmutableSet.of()))
        .playbooks(
            new Playbook(new PlaybookId("p"), "Empty", ImmutableSet.of(), ImmutableList.of()))
        .communications(List.of(new CommunicationRule(Audience.STAFF, "all", null)))
        .escalation(List.of(new EscalationLevel(role, Duration.ofMinutes(1))));
  }

  @Property(tries = 50)
  void an_incident_of_which_little_is_recorded_passes_nothing(
      @ForAll @IntRange(min = 1, max = 4) int events, @ForAll boolean closed) {
    var script = Script.of(CLOSED).withoutEvents(numbersAfter(events));
    if (closed && events > 1) {
      var ending = new PhaseFact.Closed(Disposition.RESOLVED, "gone");
      script.then(Ransomware.ANN, Ransomware.closing(), ending);
    }
    assertThat(check(script.record()).about(Subject.INCIDENT).with(Verdict.PASS)).isEmpty();
    assertThat(check(script.record()).about(Subject.INCIDENT).failures()).isEmpty();
  }

  private static List<Long> numbersAfter(long events) {
    return CLOSED.history().stream()
        .map(event -> event.sequence())
        .filter(sequence -> sequence > events)
        .toList();
  }

  @Test
  void every_rule_that_nothing_here_can_answer_says_so() {
    assertThat(RULES.rules()).hasSize(34);
    var passed = check(CLOSED).with(Verdict.PASS);
    assertThat(passed).hasSize(31);
    assertThat(check(CLOSED).with(Verdict.NOT_APPLICABLE))
        .extracting(Finding::rule)
        .extracting(Rule::id)
        .containsExactly("NIST-800-61r2/3.3.1-delay");
    assertThat(check(CLOSED).with(Verdict.NOT_EVIDENCED)).hasSize(33 - passed.size());
  }
}
