package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Duties.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Period;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.PhaseRequest.Close;
import dev.firebreak.sharing.Audience;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandingOverTest {
  private static final String REASON = "the data centre burns";
  private static final ObligationId DUTY = new ObligationId("tell");
  private static final Handover CRISIS = Handover.to("the crisis team");

  private final Duties duties =
      Duties.openedAt(
          "2026-11-09T00:00:00Z",
          Obligation.builder(DUTY.value())
              .starts(Milestone.OPENED)
              .within(Period.of(Duration.ofDays(3)))
              .tells(Audience.REGULATOR)
              .build());

  private static Close close(Handover handover) {
    return new Close(Disposition.HANDED_OVER, REASON, handover);
  }

  @Test
  void names_who_takes_it_over() {
    assertThat(duties.refusal(ADA, new Close(Disposition.HANDED_OVER, REASON)))
        .containsExactly("phase.taken-over");
  }

  @Test
  void is_the_only_end_that_names_anybody() {
    assertThat(duties.refusal(ADA, new Close(Disposition.FALSE_POSITIVE, REASON, CRISIS)))
        .contains("phase.taken-over");
  }

  @Test
  void tells_of_every_duty_whose_clock_runs() {
    assertThat(duties.refusal(ADA, close(CRISIS))).containsExactly("guard.duties-covered");
    assertThat(duties.refusal(ADA, close(CRISIS.with(new ObligationId("another")))))
        .containsExactly("guard.duties-covered");

    duties.does(close(CRISIS.with(DUTY)));
    assertThat(duties.incident().progress().disposition()).isEqualTo(Disposition.HANDED_OVER);
    assertThat(duties.incident().clocks().find(DUTY).orElseThrow().running()).isTrue();
  }

  @Test
  void needs_no_word_of_a_duty_that_is_done() {
    duties.tells(Audience.REGULATOR, DUTY.value()).does(close(CRISIS));
    assertThat(duties.incident().progress().open()).isFalse();
  }
}
