package dev.firebreak.fact;

import static dev.firebreak.fact.Askings.ADA;
import static dev.firebreak.fact.Askings.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Remedy.Act;
import dev.firebreak.fact.Remedy.AskAs;
import dev.firebreak.fact.Remedy.Asker;
import dev.firebreak.fact.Remedy.WaitUntil;
import dev.firebreak.triage.TriageRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RejectionTest {
  private static final Role LEAD = new Role("lead");
  private static final Role SCRIBE = new Role("scribe");

  enum Rule implements Condition {
    TEA_SERVED;

    @Override
    public String code() {
      return "tea.served";
    }

    @Override
    public String statement() {
      return "Tea comes first.";
    }
  }

  @Test
  void refuses_to_say_nothing() {
    assertThatThrownBy(() -> Rule.TEA_SERVED.unmet(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("message of a rejection must not be blank");
  }

  @Test
  void says_what_is_not_met_and_which_events_prove_it() {
    var rejection = Rule.TEA_SERVED.unmet("there was no tea", 3L, 5L);

    assertThat(rejection.condition()).isEqualTo(Rule.TEA_SERVED);
    assertThat(rejection.code()).isEqualTo("tea.served");
    assertThat(rejection.facts()).containsExactly(3L, 5L);
    assertThat(rejection.remedies()).isEmpty();
    assertThat(rejection).hasToString("tea.served: there was no tea");
  }

  @Test
  void keeps_its_remedies_in_order_and_changes_nothing_else() {
    var rejection = Rule.TEA_SERVED.unmet("there was no tea", 3L);
    var first = new AskAs(Asker.ANYBODY);
    var second = new WaitUntil(Instant.EPOCH);

    assertThat(rejection.or(first).or(second))
        .isEqualTo(
            new Rejection(
                Rule.TEA_SERVED,
                "there was no tea",
                ImmutableList.of(3L),
                ImmutableList.of(first, second)));
    assertThat(rejection.remedies()).isEmpty();
  }

  @Test
  void describes_every_remedy() {
    var leads = Asker.holding(ImmutableList.of(LEAD));

    assertThat(new Act(new TriageRequest.Acknowledge(), leads).describe())
        .isEqualTo("a holder of lead records Acknowledge[]");
    assertThat(new AskAs(leads).describe()).isEqualTo("a holder of lead asks");
    assertThat(new WaitUntil(Instant.EPOCH).describe())
        .isEqualTo("wait until 1970-01-01T00:00:00Z");
  }

  @Test
  void describes_who_may_act() {
    var either = Asker.holding(ImmutableList.of(LEAD, SCRIBE));

    assertThat(Asker.ANYBODY.describe()).isEqualTo("somebody");
    assertThat(Asker.ANYBODY.but(ADA).describe()).isEqualTo("somebody other than ada");
    assertThat(either.describe()).isEqualTo("a holder of lead or scribe");
    assertThat(either.but(ADA).but(GRACE).describe())
        .isEqualTo("a holder of lead or scribe other than ada or grace");
  }
}
