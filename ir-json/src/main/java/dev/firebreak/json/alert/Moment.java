package dev.firebreak.json.alert;

import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;
import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * A time as a sensor wrote it.
 *
 * @param offset the offset that was written, UTC if there was none
 */
record Moment(Instant instant, ZoneOffset offset) {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .appendValue(YEAR, 4)
          .appendLiteral('-')
          .appendValue(ChronoField.MONTH_OF_YEAR, 2)
          .appendLiteral('-')
          .appendValue(ChronoField.DAY_OF_MONTH, 2)
          .appendLiteral('T')
          .appendValue(HOUR_OF_DAY, 2)
          .appendLiteral(':')
          .appendValue(MINUTE_OF_HOUR, 2)
          .appendLiteral(':')
          .appendValue(SECOND_OF_MINUTE, 2)
          .optionalStart()
          .appendFraction(NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendPattern("[XXX][XX]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * Returns the time that the text tells.
   *
   * <p>It takes {@code 2026-11-02T02:10:00}, with a space for the {@code T}, with up to nine digits
   * after the second, and with {@code Z}, {@code +01:00}, {@code +0100} or no offset.
   *
   * @param what the name of the field, for the message
   * @throws IllegalArgumentException if it is none of these
   */
  static Moment parse(String text, String what) {
    try {
      boolean spaced = text.length() > 10 && text.charAt(10) == ' ';
      var standard = spaced ? text.substring(0, 10) + 'T' + text.substring(11) : text;
      var parsed = FORMAT.parseBest(standard, OffsetDateTime::from, LocalDateTime::from);
      var time =
          parsed instanceof OffsetDateTime withOffset
              ? withOffset
              : ((LocalDateTime) parsed).atOffset(ZoneOffset.UTC);
      return new Moment(time.toInstant(), time.getOffset());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          what + " must be a date and time like 2026-11-02T02:10:00+0100 but was " + text, e);
    }
  }
}
