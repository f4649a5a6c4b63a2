package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.HANDLING;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.phase.CriterionId;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest.ConfirmCriterion;
import dev.firebreak.phase.PhaseRequest.Enter;
import dev.firebreak.phase.PhaseRequest.WaiveCriterion;
import dev.firebreak.plan.RecoveryCriterion;
import dev.firebreak.triage.TriageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recovery ends when the plan's criteria are confirmed or waived. */
class RecoveringTest {
  private static final IncidentId ID = IncidentId.of("a");
  private static final CriterionId STABLE = new CriterionId("stable");
  private static final CriterionId WATCHED = new CriterionId("watched");
  private static final Enter END = Enter.next(Phase.POST_INCIDENT);

  private final IncidentResponse engine =
      IncidentResponse.under(
              Ransomware.plan("1")
                  .playbooks()
                  .recovery(
                      new RecoveryCriterion(STABLE, "No alert for a day", HANDLING),
                      new RecoveryCriterion(WATCHED, "Hosts are watched", HANDLING))
                  .build(),
              new TestClock())
          .build();

  private void does(Actor actor, Request<?> request) {
    var decision = engine.submit(ID, actor, request);
    assertThat(decision).as("%s", decision).isInstanceOf(Decision.Accepted.class);
  }

  private List<Rejection> refusal(Actor actor, Request<?> request) {
    return ((Decision.Refused) engine.submit(ID, actor, request)).rejections();
  }

  private List<String> codes(Actor actor, Request<?> request) {
    return refusal(actor, request).stream().map(Rejection::code).toList();
  }

  private void recover() {
    does(MANAGER, new IncidentRequest.Open("files"));
    does(MANAGER, new TriageRequest.Declare("seen"));
    does(MANAGER, new TriageRequest.Classify(Ransomware.CATEGORY, "a note"));
    does(MANAGER, Enter.next(Phase.CONTAINMENT));
    does(MANAGER, Enter.next(Phase.ERADICATION));
    does(MANAGER, Enter.next(Phase.RECOVERY));
  }

  @Test
  void refuses_to_end_and_names_every_criterion_and_what_settles_it() {
    recover();
    var refused = refusal(MANAGER, END);
    assertThat(refused)
        .extracting(Rejection::code)
        .containsExactly("policy.recovery-criteria", "policy.recovery-criteria");
    assertThat(refused.get(0).message())
        .isEqualTo("criterion stable (No alert for a day) is neither confirmed nor waived");
    var confirm = (Remedy.Act) refused.get(0).remedies().get(0);
    var waive = (Remedy.Act) refused.get(1).remedies().get(1);
    does(HANDLER, confirm.request());
    does(MANAGER, waive.request());
    does(MANAGER, END);
  }

  @Test
  void a_criterion_is_confirmed_by_its_role_and_waived_by_who_may() {
    recover();
    assertThat(codes(MANAGER, new ConfirmCriterion(STABLE, "looked")))
        .containsExactly("guard.entitled");
    assertThat(codes(HANDLER, new WaiveCriterion(STABLE, "no time")))
        .containsExactly("guard.entitled");
    var unknown = new CriterionId("unheard-of");
    assertThat(codes(HANDLER, new ConfirmCriterion(unknown, "looked")))
        .containsExactly("guard.criterion-known");
    assertThat(codes(MANAGER, new WaiveCriterion(unknown, "no time")))
        .containsExactly("guard.criterion-known");
  }

  @Test
  void a_criterion_is_settled_only_during_recovery() {
    does(MANAGER, new IncidentRequest.Open("files"));
    assertThat(codes(HANDLER, new ConfirmCriterion(STABLE, "looked")))
        .containsExactly("phase.recovering");
    assertThat(codes(MANAGER, new WaiveCriterion(STABLE, "no time")))
        .containsExactly("phase.recovering");
  }

  @Test
  void recovery_that_is_entered_again_demands_the_criteria_anew() {
    recover();
    does(HANDLER, new ConfirmCriterion(STABLE, "looked"));
    does(HANDLER, new ConfirmCriterion(WATCHED, "looked"));
    does(MANAGER, new Enter(Phase.ERADICATION, "it is back"));
    does(MANAGER, Enter.next(Phase.RECOVERY));
    assertThat(codes(MANAGER, END)).hasSize(2);
    does(HANDLER, new ConfirmCriterion(STABLE, "looked again"));
    assertThat(refusal(MANAGER, END))
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.message()).contains("watched"));
  }

  @Test
  void going_back_from_recovery_takes_no_criterion() {
    recover();
    does(MANAGER, new Enter(Phase.CONTAINMENT, "it spreads again"));
  }
}
