package dev.firebreak.report;

import static com.google.common.base.Strings.padEnd;

import com.google.common.base.CharMatcher;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of text in columns that are as wide as their widest cell. */
final class Table {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

  /** What would end a line, or command a terminal. */
  private static final CharMatcher UNPRINTABLE =
      CharMatcher.javaIsoControl()
          .or(CharMatcher.inRange('\u2028', '\u202e'))
          .or(CharMatcher.inRange('\u2066', '\u2069'));

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    rows.add(List.of(heads));
  }

  /** Adds a row, with as many cells as there are heads. */
  void add(String... cells) {
    var row = new ArrayList<String>();
    for (String cell : cells) {
      row.add(UNPRINTABLE.replaceFrom(cell, ' '));
    }
    rows.add(row);
  }

  /** Returns the rows, each ended by a line feed and without trailing spaces. */
  String toText() {
    int columns = rows.get(0).size();
    var widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    var text = new StringBuilder();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(padEnd(row.get(i), widths[i] + 2, ' '));
      }
      text.append(CharMatcher.is(' ').trimTrailingFrom(line)).append('\n');
    }
    return text.toString();
  }

  /** Returns the moment to the second, with its offset. */
  static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }

  /** Returns the time to the second, such as {@code 1d 02:03:04}; a minus stands before all. */
  static String span(Duration span) {
    var length = span.abs();
    var days = length.toDays() == 0 ? "" : length.toDays() + "d ";
    var sign = span.isNegative() ? "-" : "";
    return String.format(
        Locale.ROOT,
        "%s%s%02d:%02d:%02d",
        sign,
        days,
        length.toHoursPart(),
        length.toMinutesPart(),
        length.toSecondsPart());
  }
}
