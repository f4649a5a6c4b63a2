package dev.firebreak.json.alert;

import com.google.common.base.Splitter;
import com.google.common.collect.Iterators;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * How a file is laid out, as its start tells.
 *
 * @param start how many bytes of a byte order mark stand before the text
 */
record Layout(Kind kind, int start) {
  /** How many bytes of the start are looked at: two lines of the greatest length. */
  static final int HEAD = 2 * (LineRecords.MAX_LINE + 2);

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** How Jackson starts to say that the input ended too early; only some of it is a type. */
  private static final String AT_END = "Unexpected end-of-input";

  enum Kind {
    /** One record in each line. */
    LINES,
    /** JSON documents, one after the other, laid out in any way. */
    DOCUMENTS
  }

  private enum Extent {
    WHOLE,
    UNFINISHED,
    BROKEN
  }

  /**
   * Returns the layout of a file that starts so.
   *
   * <p>A first line that is whole is a record, unless it is the only one: then both layouts mean
   * the same, and documents may be longer. One that is broken is a broken record. One that is
   * unfinished starts a document, unless no document comes of it while a later line is a record:
   * then the first was cut off.
   */
  static Layout of(byte[] head) {
    var text = new String(head, StandardCharsets.UTF_8);
    int mark = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    return new Layout(kind(text.substring(mark), head.length < HEAD), 3 * mark);
  }

  private static Kind kind(String text, boolean toTheEnd) {
    var lines = Iterators.filter(Splitter.on('\n').split(text).iterator(), line -> !line.isBlank());
    if (!lines.hasNext()) {
      return Kind.LINES;
    }
    var first = lines.next();
    return switch (extent(first)) {
      case WHOLE -> isArray(first) || !lines.hasNext() ? Kind.DOCUMENTS : Kind.LINES;
      case BROKEN -> Kind.LINES;
      case UNFINISHED ->
          isDocument(text, toTheEnd) || !Iterators.any(lines, Layout::isRecord)
              ? Kind.DOCUMENTS
              : Kind.LINES;
    };
  }

  private static boolean isArray(String line) {
    return line.stripLeading().startsWith("[");
  }

  private static boolean isRecord(String line) {
    return line.stripLeading().startsWith("{") && extent(line) == Extent.WHOLE;
  }

  private static boolean isDocument(String text, boolean toTheEnd) {
    var extent = extent(text);
    return extent == Extent.WHOLE || (extent == Extent.UNFINISHED && !toTheEnd);
  }

  private static Extent extent(String text) {
    try (var parser = RecordParser.lenient(text)) {
      JsonToken token = parser.nextToken();
      while (token != null) {
        token = parser.nextToken();
      }
      return Extent.WHOLE;
    } catch (JacksonException e) {
      return e.getOriginalMessage().startsWith(AT_END) ? Extent.UNFINISHED : Extent.BROKEN;
    }
  }
}
