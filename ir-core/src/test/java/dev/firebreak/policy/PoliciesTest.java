package dev.firebreak.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.Approval;
import dev.firebreak.alert.Placement;
import dev.firebreak.fact.Rejection;
import dev.firebreak.obligation.Due;
import dev.firebreak.people.NextAsk;
import dev.firebreak.severity.Rating;
import dev.firebreak.testkit.PolicyContract;
import dev.firebreak.triage.TriageRequest;
import org.junit.jupiter.api.Test;

class PoliciesTest {
  private static final CommandPolicy DUTIES = CommandPolicy.separationOfDuties();
  private static final CommandPolicy TABLE = CommandPolicy.byRole(RoleTable.STANDARD);
  private static final CommandPolicy CAPTURE = CommandPolicy.captureFirst();

  /** A policy as a vendor writes it: it says what it is called, and since when it is so. */
  private static final class NightWatch implements CommandPolicy {
    @Override
    public String version() {
      return "2026-11";
    }

    @Override
    public String explain() {
      return "At night, only who is on watch declares an incident.";
    }

    @Override
    public ImmutableList<Rejection> review(Context context) {
      return context.request() instanceof TriageRequest.Declare && context.by().roles().isEmpty()
          ? ImmutableList.of(condition().unmet(context.by().actor() + " is not on watch"))
          : ImmutableList.of();
    }
  }

  @Test
  void keep_separation_of_duties_when_others_are_given() {
    CommandPolicy other = context -> ImmutableList.of();
    var policies =
        new Policies(
            ImmutableList.of(other),
            ImmutableList.of(),
            matrix(),
            planned(),
            DuePolicy.asPlanned(),
            CorrelationPolicy.asPlanned(),
            EscalationPolicy.ladder(),
            DisclosurePolicy.byTlp());
    assertThat(policies.commands()).containsExactly(DUTIES, other);
  }

  @Test
  void keep_separation_of_duties_when_none_is_given() {
    var policies =
        new Policies(
            ImmutableList.of(),
            ImmutableList.of(),
            matrix(),
            planned(),
            DuePolicy.asPlanned(),
            CorrelationPolicy.asPlanned(),
            EscalationPolicy.ladder(),
            DisclosurePolicy.byTlp());
    assertThat(policies.commands()).containsExactly(DUTIES);
  }

  @Test
  void hold_separation_of_duties_once_and_where_it_stands() {
    CommandPolicy other = context -> ImmutableList.of();
    var policies =
        new Policies(
            ImmutableList.of(other, DUTIES),
            ImmutableList.of(),
            matrix(),
            planned(),
            DuePolicy.asPlanned(),
            CorrelationPolicy.asPlanned(),
            EscalationPolicy.ladder(),
            DisclosurePolicy.byTlp());
    assertThat(policies.commands()).containsExactly(other, DUTIES);
  }

  @Test
  void start_with_those_of_the_plan() {
    assertThat(Policies.STANDARD)
        .isEqualTo(
            new Policies(
                ImmutableList.of(DUTIES, TABLE, CAPTURE),
                ImmutableList.of(ExitPolicy.mandatorySteps(), ExitPolicy.recoveryCriteria()),
                matrix(),
                planned(),
                DuePolicy.asPlanned(),
                CorrelationPolicy.asPlanned(),
                EscalationPolicy.ladder(),
                DisclosurePolicy.byTlp()));
  }

  @Test
  void change_one_answer_and_leave_the_others() {
    CommandPolicy command = context -> ImmutableList.of();
    ExitPolicy exit = context -> ImmutableList.of();
    SeverityPolicy severity =
        context -> new Rating(context.plan().majorFrom(), "all are major", "all@1");
    ApprovalPolicy approval = context -> Approval.notNeeded("nobody@1");
    var standard = Policies.STANDARD;

    assertThat(standard.withCommand(command))
        .isEqualTo(
            new Policies(
                ImmutableList.of(DUTIES, TABLE, CAPTURE, command),
                standard.exits(),
                standard.severity(),
                standard.approval(),
                standard.due(),
                standard.correlation(),
                standard.escalation(),
                standard.disclosure()));
    assertThat(standard.withExit(exit).exits())
        .containsExactly(ExitPolicy.mandatorySteps(), ExitPolicy.recoveryCriteria(), exit);
    assertThat(standard.withExit(exit).commands()).isEqualTo(standard.commands());
    assertThat(standard.withSeverity(severity))
        .isEqualTo(
            new Policies(
                standard.commands(),
                standard.exits(),
                severity,
                standard.approval(),
                standard.due(),
                standard.correlation(),
                standard.escalation(),
                standard.disclosure()));
    assertThat(standard.withApproval(approval))
        .isEqualTo(
            new Policies(
                standard.commands(),
                standard.exits(),
                standard.severity(),
                approval,
                standard.due(),
                standard.correlation(),
                standard.escalation(),
                standard.disclosure()));
    DuePolicy due = context -> new Due(null, "never@1");
    assertThat(standard.withDue(due))
        .isEqualTo(
            new Policies(
                standard.commands(),
                standard.exits(),
                standard.severity(),
                standard.approval(),
                due,
                standard.correlation(),
                standard.escalation(),
                standard.disclosure()));
    CorrelationPolicy correlation = context -> Placement.drop("noise");
    assertThat(standard.withCorrelation(correlation))
        .isEqualTo(
            new Policies(
                standard.commands(),
                standard.exits(),
                standard.severity(),
                standard.approval(),
                standard.due(),
                correlation,
                standard.escalation(),
                standard.disclosure()));
    EscalationPolicy escalation = context -> new NextAsk(null, "nobody@1");
    assertThat(standard.withEscalation(escalation))
        .isEqualTo(
            new Policies(
                standard.commands(),
                standard.exits(),
                standard.severity(),
                standard.approval(),
                standard.due(),
                standard.correlation(),
                escalation,
                standard.disclosure()));
    DisclosurePolicy disclosure = context -> ImmutableList.of();
    assertThat(standard.withDisclosure(disclosure).disclosure()).isSameAs(disclosure);
  }

  @Test
  void a_lambda_is_named_after_the_class_that_it_stands_in() {
    CommandPolicy policy = context -> ImmutableList.of();
    assertThat(policy.name()).isEqualTo("policies-test");
    assertThat(policy.version()).isEqualTo("1");
    assertThat(policy.explain()).isEqualTo("policies-test");
    assertThat(policy.label()).isEqualTo("policies-test@1");
    assertThat(policy.condition().code()).isEqualTo("policy.policies-test");
    assertThat(policy.condition().statement()).isEqualTo("policies-test");
  }

  @Test
  void a_class_is_named_after_itself() {
    var policy = new NightWatch();
    assertThat(policy.name()).isEqualTo("night-watch");
    assertThat(policy.label()).isEqualTo("night-watch@2026-11");
    assertThat(policy.condition().code()).isEqualTo("policy.night-watch");
    assertThat(policy.condition().statement()).isEqualTo(policy.explain());
  }

  @Test
  void a_policy_of_a_vendor_keeps_the_contract_and_refuses_with_its_own_condition() {
    var policy = new NightWatch();
    var opened = new Case(Case.plan());
    var declare = new TriageRequest.Declare("a criterion");

    PolicyContract.forCommands(policy).verify(7);
    assertThat(policy.review(opened.asked(Case.CHIEF, declare))).isEmpty();
    assertThat(policy.review(opened.asked(Case.STRANGER, declare)))
        .containsExactly(policy.condition().unmet("mallory is not on watch"));
  }

  private static SeverityPolicy matrix() {
    return SeverityPolicy.asPlanned();
  }

  private static ApprovalPolicy planned() {
    return ApprovalPolicy.asPlanned();
  }
}
