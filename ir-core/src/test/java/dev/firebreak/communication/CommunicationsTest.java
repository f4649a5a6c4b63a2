package dev.firebreak.communication;

import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.communication.CommunicationFact.Notified;
import dev.firebreak.communication.CommunicationRequest.Notify;
import dev.firebreak.sharing.Audience;
import org.junit.jupiter.api.Test;

class CommunicationsTest {
  private static final Notified TOLD =
      new Notified(Audience.REGULATOR, "BSI", "We were hit.", "case 7");
  private static final Notified TOLD_STAFF =
      new Notified(Audience.STAFF, "everybody", "Change your passwords.", null);

  @Test
  void refuses_a_notice_that_says_nothing() {
    assertThatThrownBy(() -> new Notify(Audience.STAFF, "", "x", null))
        .hasMessage("recipient must not be blank");
    assertThatThrownBy(() -> new Notify(Audience.STAFF, "x", " ", null))
        .hasMessage("message must not be blank");
    assertThatThrownBy(() -> new Notify(Audience.STAFF, "x", "x", ""))
        .hasMessage("reference must not be blank");
  }

  @Test
  void records_every_notice_even_the_same_again() {
    var notify = new Notify(Audience.REGULATOR, "BSI", "We were hit.", "case 7");
    var told = after(Communications.CONCEPT, TOLD);

    assertThat(notify.unmet(told, asking())).isEmpty();
    assertThat(notify.yields(told, asking())).containsExactly(TOLD);
  }

  @Test
  void keeps_notices_in_order() {
    assertThat(Communications.CONCEPT.start().notices()).isEmpty();
    assertThat(after(Communications.CONCEPT, TOLD, TOLD_STAFF).notices())
        .containsExactly(
            new Notice(Audience.REGULATOR, "BSI", "case 7", ImmutableSet.of(), time(1), 1),
            new Notice(Audience.STAFF, "everybody", null, ImmutableSet.of(), time(2), 2));
  }

  @Test
  void is_a_value() {
    var told = after(Communications.CONCEPT, TOLD);

    assertThat(told)
        .isEqualTo(after(Communications.CONCEPT, TOLD))
        .hasSameHashCodeAs(after(Communications.CONCEPT, TOLD))
        .isNotEqualTo(after(Communications.CONCEPT, TOLD_STAFF))
        .isNotEqualTo("communications");
    assertThat(told.toString()).startsWith("[Notice[audience=REGULATOR");
  }
}
