package dev.firebreak.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  @Test
  void does_not_advance_backwards() {
    var clock = VirtualClock.at(NOON);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .withMessage("a clock does not advance by PT-1S; set it instead");
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void stands_still_until_it_is_told_to_go_on() {
    var clock = VirtualClock.at(NOON);
    assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());
    assertThat(clock.advance(Duration.ofHours(1))).isEqualTo(NOON.plusSeconds(3600));
    assertThat(clock.advance(Duration.ZERO)).isEqualTo(clock.instant());
    assertThat(clock).hasToString("clock at 2026-05-01T13:00:00Z");
  }

  @Test
  void can_be_set_to_an_earlier_moment() {
    var clock = VirtualClock.at(NOON);
    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void loses_no_step_of_several_threads() {
    var clock = VirtualClock.at(NOON);
    IntStream.range(0, 10_000).parallel().forEach(i -> clock.advance(Duration.ofNanos(1)));
    assertThat(clock.instant()).isEqualTo(NOON.plusNanos(10_000));
  }
}
