package dev.firebreak.triage;

import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firebreak.triage.TriageFact.Acknowledged;
import dev.firebreak.triage.TriageFact.Classified;
import dev.firebreak.triage.TriageFact.Declared;
import dev.firebreak.triage.TriageFact.Judged;
import dev.firebreak.triage.TriageRequest.Acknowledge;
import dev.firebreak.triage.TriageRequest.Classify;
import dev.firebreak.triage.TriageRequest.Declare;
import dev.firebreak.triage.TriageRequest.Judge;
import org.junit.jupiter.api.Test;

class TriageTest {
  private static final Category PHISHING = new Category("phishing");
  private static final Triage START = Triage.CONCEPT.start();
  private static final Triage DONE =
      after(
          Triage.CONCEPT,
          new Acknowledged(),
          new Classified(PHISHING, "a form"),
          new Declared("a click"),
          new Judged(Verdict.TRUE_POSITIVE, "a login"));

  @Test
  void refuses_to_acknowledge_twice() {
    assertThat(new Acknowledge().unmet(DONE, asking()))
        .containsExactly(
            TriageCondition.NOT_ACKNOWLEDGED.unmet("the incident has been acknowledged", 1L));
  }

  @Test
  void refuses_to_declare_twice() {
    assertThat(new Declare("again").unmet(DONE, asking()))
        .containsExactly(TriageCondition.NOT_DECLARED.unmet("the incident has been declared", 3L));
  }

  @Test
  void refuses_requests_that_say_no_why() {
    assertThatThrownBy(() -> new Classify(PHISHING, "")).hasMessage("because must not be blank");
    assertThatThrownBy(() -> new Declare(" ")).hasMessage("criterion must not be blank");
    assertThatThrownBy(() -> new Judge(Verdict.TRUE_POSITIVE, ""))
        .hasMessage("because must not be blank");
  }

  @Test
  void has_nothing_to_do_for_the_same_category_or_verdict() {
    assertThat(new Classify(PHISHING, "more").yields(DONE, asking())).isEmpty();
    assertThat(new Judge(Verdict.TRUE_POSITIVE, "more").yields(DONE, asking())).isEmpty();
  }

  @Test
  void acknowledges_and_declares() {
    assertThat(new Acknowledge().unmet(START, asking())).isEmpty();
    assertThat(new Acknowledge().yields(START, asking())).containsExactly(new Acknowledged());
    assertThat(new Declare("a click").unmet(START, asking())).isEmpty();
    assertThat(new Declare("a click").yields(START, asking()))
        .containsExactly(new Declared("a click"));
  }

  @Test
  void classifies_and_judges_and_may_change_its_mind() {
    var other = new Category("ransomware");

    assertThat(new Classify(PHISHING, "a form").unmet(START, asking())).isEmpty();
    assertThat(new Classify(PHISHING, "a form").yields(START, asking()))
        .containsExactly(new Classified(PHISHING, "a form"));
    assertThat(new Classify(other, "a note").yields(DONE, asking()))
        .containsExactly(new Classified(other, PHISHING, "a note"));
    assertThat(new Judge(Verdict.FALSE_POSITIVE, "a drill").unmet(DONE, asking())).isEmpty();
    assertThat(new Judge(Verdict.FALSE_POSITIVE, "a drill").yields(DONE, asking()))
        .containsExactly(new Judged(Verdict.FALSE_POSITIVE, "a drill"));
    assertThat(new Judge(Verdict.AUTHORIZED_TEST, "a pentest").yields(START, asking()))
        .containsExactly(new Judged(Verdict.AUTHORIZED_TEST, "a pentest"));
  }

  @Test
  void every_fact_changes_its_own_part_only() {
    assertThat(START).isEqualTo(new Triage(0, 0, null, null));
    assertThat(after(Triage.CONCEPT, new Acknowledged())).isEqualTo(new Triage(1, 0, null, null));
    assertThat(after(Triage.CONCEPT, new Declared("x"))).isEqualTo(new Triage(0, 1, null, null));
    assertThat(DONE).isEqualTo(new Triage(1, 3, PHISHING, Verdict.TRUE_POSITIVE));
    assertThat(
            after(
                Triage.CONCEPT,
                new Judged(Verdict.FALSE_POSITIVE, "x"),
                new Classified(PHISHING, "x"),
                new Declared("x"),
                new Acknowledged()))
        .isEqualTo(new Triage(4, 3, PHISHING, Verdict.FALSE_POSITIVE));
  }
}
