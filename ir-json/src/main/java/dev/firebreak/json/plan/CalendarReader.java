package dev.firebreak.json.plan;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.obligation.BusinessCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The calendars, which a file names by their fields. */
final class CalendarReader {
  private static final Shape<String> NAME =
      Shape.name("the name of a calendar", name -> named(name).name(), name -> name);
  private static final Shape<ZoneId> ZONE =
      Shape.checked(
          "a time zone such as Europe/Berlin", CalendarReader::zone, ZoneId::getId, "^[A-Z+-].*$");
  private static final Shape<BusinessCalendar.Hours> HOURS =
      Shape.checked(
          "working hours such as 09:00-17:00",
          CalendarReader::hours,
          CalendarReader::told,
          "^ *[0-9:.]+ *- *[0-9:.]+ *$");

  private static final Fields<BusinessCalendar> CALENDAR = Fields.of("a calendar");
  private static final Fields.Field<BusinessCalendar, ZoneId> IN_ZONE =
      CALENDAR.required("zone", ZONE, BusinessCalendar::zone);
  private static final Fields.Field<BusinessCalendar, ImmutableSet<DayOfWeek>> WEEKEND =
      CALENDAR.optional(
          "weekend",
          Shape.oneOrMore(Shape.oneOf(DayOfWeek.class)),
          calendar ->
              calendar.weekend().equals(BusinessCalendar.SATURDAY_AND_SUNDAY)
                  ? null
                  : calendar.weekend());
  private static final Fields.Field<BusinessCalendar, ImmutableSet<LocalDate>> HOLIDAYS =
      CALENDAR.optional("holidays", Shape.oneOrMore(Shape.DATE), BusinessCalendar::holidays);
  private static final Fields.Field<BusinessCalendar, BusinessCalendar.Hours> WORKING =
      CALENDAR.optional("hours", HOURS, BusinessCalendar::hours);

  static final Shape<ImmutableMap<String, BusinessCalendar>> CALENDARS =
      new Shape<>(
          "an object with a field for each calendar",
          CalendarReader::calendars,
          CalendarReader::write,
          schema ->
              Schema.named(
                  "an object with a field for each calendar",
                  Shape.IDENTIFIER,
                  CALENDAR.describe(schema)));

  private CalendarReader() {}

  /** Returns the calendars; a wrong one has a stand-in, so that it may be named. */
  private static Optional<ImmutableMap<String, BusinessCalendar>> calendars(
      Node node, Problems problems) {
    if (!(node instanceof Node.Fields calendars)) {
      return Shape.refuse(node, "an object with a field for each calendar", problems);
    }
    var read = ImmutableMap.<String, BusinessCalendar>builder();
    for (Node.Field field : calendars.fields()) {
      var name = NAME.read(field.key(), problems);
      var calendar = calendar(name.orElse("unknown"), field.value(), problems);
      name.ifPresent(known -> read.put(known, calendar.orElse(named(known))));
    }
    return Optional.of(read.buildKeepingLast());
  }

  private static BusinessCalendar named(String name) {
    var utc = BusinessCalendar.UTC;
    return new BusinessCalendar(name, utc.zone(), utc.weekend(), utc.holidays(), null);
  }

  private static Optional<BusinessCalendar> calendar(String name, Node node, Problems problems) {
    return CALENDAR.read(
        node,
        problems,
        values ->
            new BusinessCalendar(
                name,
                values.get(IN_ZONE),
                values.get(WEEKEND, BusinessCalendar.SATURDAY_AND_SUNDAY),
                values.get(HOLIDAYS, ImmutableSet.of()),
                values.orNull(WORKING)));
  }

  private static JsonNode write(ImmutableMap<String, BusinessCalendar> calendars) {
    var written = JsonNodeFactory.instance.objectNode();
    calendars.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> written.set(entry.getKey(), CALENDAR.write(entry.getValue())));
    return written;
  }

  private static String told(BusinessCalendar.Hours hours) {
    var to = hours.to().equals(LocalTime.MIDNIGHT) ? "24:00" : hours.to().toString();
    return hours.from() + "-" + to;
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "no time zone " + Words.quote(text) + ", expected one such as Europe/Berlin", e);
    }
  }

  private static BusinessCalendar.Hours hours(String text) {
    var ends = Splitter.on('-').trimResults().splitToList(text);
    if (ends.size() == 2) {
      try {
        var to = ends.get(1).equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends.get(1));
        return new BusinessCalendar.Hours(LocalTime.parse(ends.get(0)), to);
      } catch (DateTimeException e) {
        throw wrongHours(text, e);
      }
    }
    throw wrongHours(text, null);
  }

  private static IllegalArgumentException wrongHours(String text, @Nullable DateTimeException e) {
    return new IllegalArgumentException(
        "no working hours " + Words.quote(text) + ", expected some such as 09:00-17:00", e);
  }
}
