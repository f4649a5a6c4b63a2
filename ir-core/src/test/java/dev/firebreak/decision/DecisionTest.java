package dev.firebreak.decision;

import static dev.firebreak.fact.Askings.ADA;
import static dev.firebreak.fact.Askings.GRACE;
import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.decision.DecisionFact.RansomPaid;
import dev.firebreak.decision.DecisionFact.Taken;
import dev.firebreak.decision.DecisionRequest.RecordRansom;
import dev.firebreak.decision.DecisionRequest.Take;
import dev.firebreak.fact.Remedy;
import dev.firebreak.people.RoleKind;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final DecisionId ONE = new DecisionId("d-1");
  private static final DecisionId TWO = new DecisionId("d-2");
  private static final HardDecision PAY = decision(DecisionKind.PAY_RANSOM, true);
  private static final HardDecision NOT = decision(DecisionKind.PAY_RANSOM, false);
  private static final DecisionLog START = DecisionLog.CONCEPT.start();
  private static final DecisionLog DECIDED = after(DecisionLog.CONCEPT, new Taken(ONE, PAY));

  private static HardDecision decision(DecisionKind kind, boolean inFavour) {
    return new HardDecision(
        kind,
        "Shall we?",
        inFavour,
        "so",
        "why",
        ImmutableSet.of(new Consulted(GRACE, RoleKind.LEGAL)));
  }

  @Test
  void refuses_to_decide_twice_under_one_id() {
    assertThat(new Take(ONE, NOT).unmet(DECIDED, asking()))
        .containsExactly(DecisionCondition.NEW.unmet("there is a decision d-1", 1L));
  }

  @Test
  void refuses_a_payment_that_rests_on_no_decision_and_taking_it_is_the_remedy() {
    var request = new RecordRansom("1 BTC", "an address", ONE);
    var rejection = request.unmet(START, asking()).get(0);

    assertThat(rejection.code()).isEqualTo("decision.to-pay");
    assertThat(rejection.message()).isEqualTo("there is no decision d-1");
    var take = (Take) ((Remedy.Act) rejection.remedies().get(0)).request();
    var decided = (Taken) take.yields(START, asking()).get(0);
    assertThat(request.unmet(decided.applyTo(START, stamp(1)), asking())).isEmpty();
  }

  @Test
  void refuses_a_payment_that_rests_on_another_decision() {
    var against = after(DecisionLog.CONCEPT, new Taken(ONE, NOT));
    var other = after(DecisionLog.CONCEPT, new Taken(ONE, decision(DecisionKind.TELL, true)));
    var request = new RecordRansom("1 BTC", "an address", ONE);
    var rejection = DecisionCondition.TO_PAY.unmet("decision d-1 is not one to pay", 1L);

    assertThat(request.unmet(against, asking())).containsExactly(rejection);
    assertThat(request.unmet(other, asking())).containsExactly(rejection);
    assertThat(request.unmet(DECIDED, asking())).isEmpty();
  }

  @Test
  void refuses_text_that_says_nothing() {
    assertThatThrownBy(() -> new HardDecision(DecisionKind.OTHER, "", true, "x", "x", none()))
        .hasMessage("question must not be blank");
    assertThatThrownBy(() -> new HardDecision(DecisionKind.OTHER, "x", true, "", "x", none()))
        .hasMessage("choice must not be blank");
    assertThatThrownBy(() -> new HardDecision(DecisionKind.OTHER, "x", true, "x", "", none()))
        .hasMessage("reason must not be blank");
    assertThatThrownBy(() -> new RecordRansom("", "x", null))
        .hasMessage("amount must not be blank");
    assertThatThrownBy(() -> new RecordRansom("x", "", null))
        .hasMessage("recipient must not be blank");
  }

  private static ImmutableSet<Consulted> none() {
    return ImmutableSet.of();
  }

  @Test
  void records_a_payment_that_nobody_decided() {
    var request = new RecordRansom("1 BTC", "an address", null);

    assertThat(request.unmet(START, asking())).isEmpty();
    assertThat(request.yields(START, asking()))
        .containsExactly(new RansomPaid("1 BTC", "an address", null));
    assertThat(new RansomPaid("1 BTC", "an address", null).applyTo(START, stamp(5)).ransomPaid())
        .isEqualTo(5);
    assertThat(START.ransomPaid()).isZero();
  }

  @Test
  void logs_who_decided_and_when() {
    assertThat(new Take(ONE, PAY).unmet(START, asking())).isEmpty();
    assertThat(new Take(ONE, PAY).yields(START, asking())).containsExactly(new Taken(ONE, PAY));
    assertThat(DECIDED.all()).containsExactly(new LoggedDecision(ONE, PAY, ADA, time(1), 1));
    assertThat(DECIDED.find(ONE)).isPresent();
    assertThat(DECIDED.find(TWO)).isEmpty();
  }

  @Test
  void the_last_decision_about_a_thing_is_in_force() {
    var anew = new Taken(TWO, NOT).applyTo(DECIDED, stamp(2));

    assertThat(START.latest(DecisionKind.PAY_RANSOM)).isEmpty();
    assertThat(DECIDED.latest(DecisionKind.PAY_RANSOM).orElseThrow().id()).isEqualTo(ONE);
    assertThat(anew.latest(DecisionKind.PAY_RANSOM).orElseThrow().id()).isEqualTo(TWO);
    assertThat(anew.latest(DecisionKind.SHUT_DOWN)).isEmpty();
    assertThat(anew.all()).hasSize(2);
  }

  @Test
  void knows_in_which_capacity_somebody_was_asked() {
    assertThat(PAY.hasConsulted(RoleKind.LEGAL)).isTrue();
    assertThat(PAY.hasConsulted(RoleKind.HR)).isFalse();
    assertThat(new Consulted(GRACE, RoleKind.LEGAL)).hasToString("grace (LEGAL)");
  }

  @Test
  void is_equal_by_all_that_it_holds() {
    assertThat(DECIDED)
        .isEqualTo(after(DecisionLog.CONCEPT, new Taken(ONE, PAY)))
        .hasSameHashCodeAs(after(DecisionLog.CONCEPT, new Taken(ONE, PAY)))
        .isNotEqualTo(START)
        .isNotEqualTo(DECIDED.paidBy(2))
        .isNotEqualTo("log");
    assertThat(START).hasToString("{}");
  }
}
