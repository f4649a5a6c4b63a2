package dev.firebreak.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firebreak.analysis.ActivityTime.Precision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityTimeTest {
  private static final Instant ONE = Instant.parse("2026-11-02T01:00:00Z");
  private static final Instant TWO = ONE.plusSeconds(60);

  @Test
  void refuses_what_ends_before_it_begins() {
    assertThatThrownBy(() -> ActivityTime.between(TWO, ONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("activity must not end (" + ONE + ") before it begins (" + TWO + ")");
  }

  @Test
  void is_a_moment_a_range_or_somewhere_within() {
    assertThat(ActivityTime.at(ONE)).isEqualTo(new ActivityTime(ONE, ONE, Precision.KNOWN));
    assertThat(ActivityTime.between(ONE, TWO))
        .isEqualTo(new ActivityTime(ONE, TWO, Precision.KNOWN));
    assertThat(ActivityTime.within(ONE, TWO))
        .isEqualTo(new ActivityTime(ONE, TWO, Precision.WITHIN));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02, UTC, 2026-11-02T00:00:00Z, 2026-11-02T23:59:59Z",
    "2026-03-29, Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29T21:59:59Z",
    "2026-10-25, Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25T22:59:59Z",
  })
  void a_day_is_as_long_as_it_is_where_it_was(
      LocalDate day, String zone, Instant from, Instant to) {
    assertThat(ActivityTime.on(day, ZoneId.of(zone))).isEqualTo(ActivityTime.within(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"T1566", "T1566.001", "T0000"})
  void takes_what_looks_like_a_technique(String id) {
    assertThat(new Technique(id)).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "T",
        "1566",
        "t1566",
        "T156",
        "T15667",
        "T1566.",
        "T1566.1",
        "T1566.0001",
        "T1566,001",
        "TA0001",
        "T156x",
        "T1566.0x1",
        "T1566 001",
        "S1566.001",
        "T\u0661\u0662\u0663\u0664"
      })
  void refuses_what_does_not_look_like_a_technique(String id) {
    assertThatThrownBy(() -> new Technique(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a technique must look like T1566 or T1566.001 but was \"" + id + "\"");
  }
}
