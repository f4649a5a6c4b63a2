package dev.firebreak.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.IncidentCondition;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.Decision;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseCondition;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.severity.SeverityMatrix.Row;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageCondition;
import dev.firebreak.triage.TriageFact;
import dev.firebreak.triage.TriageRequest;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ScenarioTest {
  private static final Actor KIM = new Actor("kim");
  private static final Actor LEE = new Actor("lee");
  private static final IncidentRequest.Open OPEN = new IncidentRequest.Open("ransomware");
  private static final TriageRequest.Acknowledge ACKNOWLEDGE = new TriageRequest.Acknowledge();
  private static final PhaseRequest.Enter CONTAIN = PhaseRequest.Enter.next(Phase.CONTAINMENT);
  private static final Scenario OPENED = Scenario.under(plan()).given(KIM, OPEN);

  @Test
  void tells_why_something_given_was_refused() {
    fails(
        () -> OPENED.given(LEE, ACKNOWLEDGE, ACKNOWLEDGE, OPEN).when(KIM, CONTAIN),
        "Acknowledge[] of lee is given but was refused for\n"
            + "  triage.not-acknowledged: the incident has been acknowledged");
  }

  @Test
  void tells_why_a_request_that_should_be_accepted_was_refused_and_what_would_lift_it() {
    fails(
        () -> OPENED.when(LEE, CONTAIN).thenAccepted(),
        "Enter[to=CONTAINMENT, reason=null] of lee should be accepted but was refused for\n"
            + "  guard.declared: the incident has not been declared\n"
            + "    lifted if: somebody records Declare[criterion=the criterion that is met]\n"
            + "  policy.mandatory-steps: the incident has no category, so its playbook is not known\n"
            + "    lifted if: somebody records"
            + " Classify[category=other, because=what speaks for it]");
    fails(
        () -> OPENED.when(LEE, OPEN).thenNothingToDo(),
        "Open[title=ransomware] of lee should be accepted but was refused for\n"
            + "  incident.new: the incident has been opened");
  }

  @Test
  void tells_what_followed_instead() {
    var outcome = OPENED.when(KIM, ACKNOWLEDGE);
    fails(
        () -> outcome.thenAccepted(TriageFact.Declared.class, UnknownFact.class),
        "Acknowledge[] of kim should yield [TriageFact.Declared, UnknownFact]"
            + " but yielded [TriageFact.Acknowledged]");
    fails(
        outcome::thenNothingToDo,
        "Acknowledge[] of kim should find nothing to do but yielded [TriageFact.Acknowledged]");
    fails(
        () -> outcome.thenRefused("a.b", "a.a"),
        "Acknowledge[] of kim should be refused for [a.a, a.b]"
            + " but yielded [TriageFact.Acknowledged]");
  }

  @Test
  void tells_for_what_else_it_was_refused() {
    fails(
        () -> OPENED.given(KIM, ACKNOWLEDGE).when(LEE, ACKNOWLEDGE).thenRefused("phase.reachable"),
        "Acknowledge[] of lee should be refused for [phase.reachable] but was refused for\n"
            + "  triage.not-acknowledged: the incident has been acknowledged");
  }

  @Test
  void expects_every_reason_for_a_refusal() {
    var outcome = OPENED.when(LEE, new PhaseRequest.Enter(Phase.ERADICATION, null));
    outcome.thenRefused("policy.mandatory-steps", "phase.reason-given", "guard.entitled");
    fails(() -> outcome.thenRefused(PhaseCondition.REASON_GIVEN), "policy.mandatory-steps");
  }

  @Test
  void refuses_what_the_conditions_refuse() {
    Scenario.under(plan()).when(KIM, ACKNOWLEDGE).thenRefused(IncidentCondition.OPEN);
    OPENED
        .given(KIM, ACKNOWLEDGE)
        .when(KIM, ACKNOWLEDGE)
        .thenRefused(TriageCondition.NOT_ACKNOWLEDGED);
  }

  @Test
  void accepts_what_follows_in_order() {
    Scenario.under(plan())
        .when(KIM, OPEN)
        .thenAccepted()
        .thenAccepted(IncidentFact.Opened.class, PhaseFact.EpisodeStarted.class)
        .then(incident -> assertThat(incident.origin().title()).isEqualTo("ransomware"));
  }

  @Test
  void tells_nothing_to_do_from_a_refusal() {
    var classify = new TriageRequest.Classify(new Category("malware"), "a ransom note");
    OPENED.given(KIM, classify).when(LEE, classify).thenAccepted().thenNothingToDo();
  }

  @Test
  void begins_when_it_says_and_passes_the_time_that_is_given() {
    var noon = Instant.parse("2026-05-01T12:00:00Z");
    var outcome =
        Scenario.under(plan())
            .at(noon)
            .given(KIM, OPEN)
            .passing(Duration.ofMinutes(20))
            .when(KIM, ACKNOWLEDGE);
    var accepted = (Decision.Accepted) outcome.decision();
    assertThat(accepted.events().get(0).occurred()).isEqualTo(noon.plusSeconds(1200));
    assertThat(outcome.incident().origin().opened()).isEqualTo(noon);
  }

  @Test
  void runs_under_the_policies_and_concepts_that_are_given() {
    Scenario.under(plan())
        .policies(Policies.STANDARD.withCommand(new Nobody()))
        .concepts(Concepts.STANDARD)
        .when(KIM, OPEN)
        .thenRefused("policy.nobody")
        .then(incident -> assertThat(incident.version()).isZero());
  }

  @Test
  void may_be_the_beginning_of_several_others() {
    OPENED.when(KIM, ACKNOWLEDGE).thenAccepted(TriageFact.Acknowledged.class);
    OPENED.when(LEE, ACKNOWLEDGE).thenAccepted(TriageFact.Acknowledged.class);
  }

  /** Lets nothing pass. */
  private record Nobody() implements CommandPolicy {
    @Override
    public ImmutableList<Rejection> review(Context context) {
      return ImmutableList.of(condition().unmet("not by " + context.by().actor()));
    }
  }

  private static void fails(ThrowingCallable call, String message) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(call).withMessageContaining(message);
  }

  private static ResponsePlan plan() {
    var levels = SeverityMatrix.levels("low", "high");
    var any = new Row(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0));
    return ResponsePlan.builder("plan", "1")
        .severity(new SeverityMatrix(levels, ImmutableList.of(any)), levels.get(1))
        .roles(
            new RoleDefinition(
                new Role("handler"),
                RoleKind.HANDLER,
                KIM,
                ImmutableList.of(LEE),
                ImmutableSet.of()))
        .build();
  }
}
