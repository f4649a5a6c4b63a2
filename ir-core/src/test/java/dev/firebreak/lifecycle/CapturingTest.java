package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionRequest.Start;
import dev.firebreak.action.ActionRequest.WaiveCapture;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.Retries;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.evidence.EvidenceRequest;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.evidence.Volatility;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.plan.EvidencePolicy;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CapturingTest {
  private static final IncidentId ID = IncidentId.of("a");
  private static final ActionId ONE = new ActionId("one");

  private final TestClock clock = new TestClock();
  private IncidentResponse response =
      IncidentResponse.under(Ransomware.plan("1").obligations().build(), clock).build();

  @BeforeEach
  void open() {
    accept(HANDLER, new IncidentRequest.Open("encrypted files"));
  }

  @Test
  void does_not_destroy_what_is_not_secured_and_names_the_most_volatile_first() {
    plan(ActionType.REBUILD);

    assertThat(refuse(HANDLER, new Start(ONE)))
        .extracting(Rejection::toString)
        .containsExactly(
            "policy.capture-first: rebuild destroys MEMORY of web-1, of which nothing is secured",
            "policy.capture-first: rebuild destroys DISK of web-1, of which nothing is secured");
  }

  @Test
  void what_it_says_would_lift_it_does() {
    plan(ActionType.DELETE_FILE);
    var remedies = refuse(HANDLER, new Start(ONE)).get(0).remedies();
    assertThat(remedies).hasSize(2);
    accept(HANDLER, ((Remedy.Act) remedies.get(0)).request());
    accept(HANDLER, new Start(ONE));
  }

  @Test
  void evidence_of_another_kind_or_from_elsewhere_is_not_enough() {
    plan(ActionType.DELETE_FILE);
    secure("memory", "web-1", Volatility.MEMORY);
    secure("disk", "web-2", Volatility.DISK);
    assertThat(refuse(HANDLER, new Start(ONE))).hasSize(1);
    secure("right", "web-1", Volatility.DISK);
    accept(HANDLER, new Start(ONE));
  }

  @Test
  void who_may_waive_lets_it_destroy_what_is_not_secured() {
    plan(ActionType.REBUILD);
    assertThat(refuse(HANDLER, new WaiveCapture(ONE, "it spreads")))
        .extracting(Rejection::message)
        .containsExactly(
            "linus may not waive the capture of evidence, which takes one of"
                + " [incident-manager]");
    accept(MANAGER, new WaiveCapture(ONE, "it spreads"));
    assertThat(response.submit(ID, MANAGER, new WaiveCapture(ONE, "again")))
        .isEqualTo(new Decision.Accepted(ImmutableList.of(), false));
    accept(HANDLER, new Start(ONE));
    accept(HANDLER, new ActionRequest.Succeed(ONE, "done"));
    assertThat(refuse(MANAGER, new WaiveCapture(ONE, "late")))
        .extracting(Rejection::message)
        .containsExactly("action one is SUCCEEDED and cannot destroy anything any more");
  }

  @Test
  void the_plan_says_what_is_worth_keeping() {
    openUnder(ImmutableSet.of(Volatility.CACHES, Volatility.DISK));
    plan(ActionType.STOP_PROCESS);
    assertThat(refuse(HANDLER, new Start(ONE)))
        .extracting(Rejection::toString)
        .containsExactly(
            "policy.capture-first: stop-process destroys CACHES of web-1, of which nothing is"
                + " secured");
    secure("registers", "web-1", Volatility.CACHES);
    accept(HANDLER, new Start(ONE));
  }

  @Test
  void a_plan_that_keeps_nothing_asks_for_nothing() {
    openUnder(ImmutableSet.of());
    plan(ActionType.REBUILD);
    accept(HANDLER, new Start(ONE));
  }

  @Test
  void explains_that_it_is_secured_or_waived() {
    plan(ActionType.DELETE_FILE);
    assertThat(response.explain(ID, HANDLER, new Start(ONE), Viewer.of(HANDLER)).toText())
        .contains("refused by policy.capture-first: delete-file destroys DISK of web-1")
        .contains("it would pass if")
        .contains("volatility=DISK");
  }

  @Test
  void what_destroys_nothing_needs_nothing() {
    plan(ActionType.ISOLATE_HOST);
    accept(HANDLER, new Start(ONE));
  }

  @Test
  void a_waiver_does_not_help_against_a_legal_hold() {
    plan(ActionType.REBUILD);
    accept(MANAGER, new WaiveCapture(ONE, "it spreads"));
    accept(MANAGER, new EvidenceRequest.Hold("web-1", "a lawsuit"));

    assertThat(refuse(HANDLER, new Start(ONE)))
        .containsExactly(
            GuardCondition.NOT_HELD
                .unmet(
                    "web-1 is on legal hold and rebuild may destroy evidence, because: a lawsuit",
                    5L)
                .or(
                    new Remedy.Act(
                        new EvidenceRequest.ReleaseHold("web-1", "why it ends"),
                        Remedy.Asker.ANYBODY)));
    accept(MANAGER, new EvidenceRequest.ReleaseHold("web-1", "settled"));
    accept(HANDLER, new Start(ONE));
  }

  @Test
  void what_nobody_knows_the_effects_of_is_not_done_on_what_is_held() {
    plan(new ActionType("acme:clean"));
    accept(MANAGER, new EvidenceRequest.Hold("web-1", "a lawsuit"));
    assertThat(refuse(HANDLER, new Start(ONE)))
        .extracting(Rejection::code)
        .containsExactly("guard.not-held");
  }

  @Test
  void what_destroys_nothing_is_done_on_what_is_held() {
    plan(ActionType.ISOLATE_HOST);
    accept(MANAGER, new EvidenceRequest.Hold("web-1", "a lawsuit"));
    accept(HANDLER, new Start(ONE));
  }

  @Test
  void nothing_is_tried_again_by_itself_on_what_is_held_meanwhile() {
    accept(
        HANDLER,
        new ActionRequest.Plan(ONE, ActionType.REBUILD, "web-1", null)
            .retrying(new Retries(1, Duration.ofMinutes(1))));
    accept(MANAGER, new WaiveCapture(ONE, "it spreads"));
    accept(HANDLER, new Start(ONE));
    accept(HANDLER, new ActionRequest.Fail(ONE, "no image"));
    accept(MANAGER, new EvidenceRequest.Hold("web-1", "a lawsuit"));
    clock.pass("PT1M");
    assertThat(response.wake(Tenant.SINGLE)).noneMatch(Decision::accepted);
    accept(MANAGER, new EvidenceRequest.ReleaseHold("web-1", "settled"));
    assertThat(response.wake(Tenant.SINGLE)).hasSize(1).allMatch(Decision::accepted);
  }

  private void openUnder(ImmutableSet<Volatility> captureFirst) {
    var plan =
        Ransomware.plan("1")
            .obligations()
            .evidencePolicy(
                new EvidencePolicy(Duration.ofDays(365), ImmutableSet.of(), null, captureFirst));
    response = IncidentResponse.under(plan.build(), clock).build();
    open();
  }

  private void plan(ActionType type) {
    accept(HANDLER, new ActionRequest.Plan(ONE, type, "web-1", null));
  }

  private void secure(String item, String source, Volatility kind) {
    var digest = new Sha256("0f".repeat(32));
    accept(
        HANDLER,
        new EvidenceRequest.Acquire(new EvidenceId(item), item, source, digest, "safe", kind));
  }

  private void accept(Actor actor, Request<?> request) {
    assertThat(response.submit(ID, actor, request)).isInstanceOf(Decision.Accepted.class);
  }

  private ImmutableList<Rejection> refuse(Actor actor, Request<?> request) {
    var decision = response.submit(ID, actor, request);
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused) decision).rejections();
  }
}
