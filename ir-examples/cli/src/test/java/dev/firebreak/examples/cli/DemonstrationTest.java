package dev.firebreak.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemonstrationTest {
  private final Run run = Run.of();

  @Test
  void goes_as_told() {
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void shows_the_refusal_of_the_requester_with_its_reason() {
    assertThat(run.out())
        .contains(
            "refused policy.separation-of-duties: ada asked for isolate-1 and cannot approve it");
  }

  @Test
  void proves_that_the_journal_gives_back_the_same_incident() {
    assertThat(run.out()).contains("events read; the folded incident is equal");
  }

  @Test
  void shows_deadlines_met_and_missed() {
    assertThat(run.out()).containsPattern("acknowledge +MET").containsPattern("contain +MISSED");
  }

  @Test
  void cites_clauses_and_finds_no_rule_broken() {
    assertThat(run.out()).contains("FAIL 0,").contains("§3.3.4, Table 3-5 step 6");
  }

  @Test
  void has_no_colour_codes_where_it_is_not_read_on_a_terminal() {
    assertThat(run.out()).doesNotContain("\u001b");
  }

  @Test
  void counts_every_alert_once() {
    assertThat(run.out())
        .contains("received 8 = opened 2 + joined 3 + duplicate 2 + not an alert 1 + refused 0");
  }
}
