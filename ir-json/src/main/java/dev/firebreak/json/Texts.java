package dev.firebreak.json;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.obligation.Trigger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/** The text forms of moments, durations, enumerations and composed identifiers. */
final class Texts {
  static final TextForm<Instant> INSTANT =
      ofTime(Instant::toString, Texts::instant, "an instant such as 2026-11-24T09:00:05Z");

  static final TextForm<OffsetDateTime> MOMENT =
      ofTime(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME::format,
          OffsetDateTime::parse,
          "a moment with its offset such as 2026-11-24T10:00:05+01:00");

  static final TextForm<LocalDate> DATE =
      ofTime(LocalDate::toString, LocalDate::parse, "a date such as 2026-11-24");

  static final TextForm<Duration> DURATION =
      ofTime(Duration::toString, Duration::parse, "a duration such as PT72H");

  static final TextForm<ZoneOffset> OFFSET =
      ofTime(ZoneOffset::getId, ZoneOffset::of, "an offset such as +01:00 or Z");

  static final TextForm<StreamId> STREAM = new TextForm<>(StreamId::toString, StreamId::parse);

  static final TextForm<CommandId> COMMAND = new TextForm<>(CommandId::value, CommandId::new);

  static final TextForm<Trigger> TRIGGER = new TextForm<>(Trigger::toString, Trigger::parse);

  static final TextForm<IncidentId> INCIDENT =
      new TextForm<>(IncidentId::toString, Texts::incident);

  private Texts() {}

  /** Returns the form of an enumeration: the names of its constants. */
  static TextForm<Object> namesOf(Class<?> type) {
    var byName = ImmutableMap.<String, Object>builder();
    for (Object constant : type.getEnumConstants()) {
      byName.put(((Enum<?>) constant).name(), constant);
    }
    var known = byName.buildOrThrow();
    return new TextForm<>(
        value -> ((Enum<?>) value).name(),
        text -> {
          var value = known.get(text);
          if (value == null) {
            throw new TextForm.UnknownNameException("expected one of " + known.keySet());
          }
          return value;
        });
  }

  private static <T> TextForm<T> ofTime(
      Function<T, String> textOf, Function<String, T> parse, String what) {
    return new TextForm<>(
        textOf,
        text -> {
          try {
            return parse.apply(text);
          } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected " + what, e);
          }
        });
  }

  /** An instant has no offset to lose, so another one than Z is refused. */
  private static Instant instant(String text) {
    checkArgument(text.endsWith("Z"), "expected an instant that ends in Z");
    return Instant.parse(text);
  }

  private static IncidentId incident(String text) {
    int border = text.indexOf('/');
    return border < 0
        ? IncidentId.of(text)
        : new IncidentId(new Tenant(text.substring(0, border)), text.substring(border + 1));
  }
}
