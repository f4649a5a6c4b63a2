package dev.firebreak.json.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-11-02",
        "2026-11-02T02:10",
        "2026-11-0202:10:00",
        "2026-11-02T 02:10:00",
        "2026-11-02T02:10:00.",
        "2026-11-02T02:10:00.1234567891",
        "2026-02-29T02:10:00Z",
        "2026-11-02T24:00:00Z",
        "2026-11-02T02:10:60Z",
        "2026-11-02T02:10:00+01",
        "2026-11-02T02:10:00+1900",
        "2026-11-02T02:10:00Z ",
        "2026-11-02T02:10:00 CET",
        "1762049400",
        "+12026-11-02T02:10:00Z"
      })
  void refuses_what_is_not_a_date_and_time(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Moment.parse(text, "timestamp"))
        .withMessage(
            "timestamp must be a date and time like 2026-11-02T02:10:00+0100 but was " + text);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02T02:10:00.123456-0600, 2026-11-02T08:10:00.123456Z, -06:00",
    "2026-11-02T02:10:00.123456+0000, 2026-11-02T02:10:00.123456Z, Z",
    "2026-11-02T02:10:00.123456+05:30, 2026-11-01T20:40:00.123456Z, +05:30",
    "2026-11-02T02:10:00Z, 2026-11-02T02:10:00Z, Z",
    "2026-11-02T02:10:00.5Z, 2026-11-02T02:10:00.5Z, Z",
    "2026-11-02T02:10:00.123456, 2026-11-02T02:10:00.123456Z, Z",
    "2026-11-02T02:10:00, 2026-11-02T02:10:00Z, Z",
    "2026-11-02T02:10:00.1234567Z, 2026-11-02T02:10:00.1234567Z, Z",
    "2026-11-02 02:10:00.721, 2026-11-02T02:10:00.721Z, Z",
    "2026-11-02 02:10:00.000000001, 2026-11-02T02:10:00.000000001Z, Z",
    "2024-02-29T23:59:59+0100, 2024-02-29T22:59:59Z, +01:00",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z, Z"
  })
  void tells_the_moment_and_keeps_the_offset(String text, Instant instant, String offset) {
    assertThat(Moment.parse(text, "timestamp"))
        .isEqualTo(new Moment(instant, ZoneOffset.of(offset)));
  }
}
