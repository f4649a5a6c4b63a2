package dev.firebreak.json.plan;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.obligation.BusinessCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the calendars, which a file names by their fields. */
final class CalendarReader {
  static final Shape<ImmutableMap<String, BusinessCalendar>> CALENDARS =
      new Shape<>("an object with a field for each calendar", CalendarReader::calendars);

  private static final Shape<String> NAME =
      Shape.checked("the name of a calendar", name -> named(name).name());
  private static final Shape<ZoneId> ZONE =
      Shape.checked("a time zone such as Europe/Berlin", CalendarReader::zone);
  private static final Shape<BusinessCalendar.Hours> HOURS =
      Shape.checked("working hours such as 09:00-17:00", CalendarReader::hours);

  private CalendarReader() {}

  /** Returns the calendars; a wrong one has a stand-in, so that it may be named. */
  private static Optional<ImmutableMap<String, BusinessCalendar>> calendars(
      Node node, Problems problems) {
    if (!(node instanceof Node.Fields calendars)) {
      return Shape.refuse(node, CALENDARS.expected(), problems);
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
    var form = Form.of(node, problems, "a calendar", "zone", "weekend", "holidays", "hours");
    var zone = form.required("zone", ZONE);
    var weekend = form.optional("weekend", Shape.oneOrMore(Shape.oneOf(DayOfWeek.class)));
    var holidays = form.optional("holidays", Shape.oneOrMore(Shape.DATE));
    var hours = form.optional("hours", HOURS);
    return form.build(
        () ->
            new BusinessCalendar(
                name,
                zone.orElseThrow(),
                weekend.orElse(BusinessCalendar.SATURDAY_AND_SUNDAY),
                holidays.orElse(ImmutableSet.of()),
                hours.orElse(null)));
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
