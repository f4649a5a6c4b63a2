package dev.firebreak.json.alert;

import com.google.common.collect.AbstractIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** The records of a file in which each line is one. */
final class LineRecords extends AbstractIterator<AlertRecord> {
  /** The longest line, in bytes. */
  static final int MAX_LINE = 1 << 20;

  private final String file;
  private final InputStream in;
  private final RecordParser parser;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long number;

  LineRecords(String file, InputStream in, RecordParser parser) {
    this.file = file;
    this.in = in;
    this.parser = parser;
  }

  @Override
  protected @Nullable AlertRecord computeNext() {
    try {
      while (fill()) {
        number++;
        var record = nextLine();
        if (record != null) {
          return record;
        }
      }
      return endOfData();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether there are bytes in the buffer, after reading some if there were none. */
  private boolean fill() throws IOException {
    while (position == limit) {
      limit = in.read(buffer);
      position = 0;
      if (limit < 0) {
        limit = 0;
        return false;
      }
    }
    return true;
  }

  /** Returns what the next line is, null if it is blank. */
  private @Nullable AlertRecord nextLine() throws IOException {
    var line = new ByteArrayOutputStream();
    long length = 0;
    boolean ended = false;
    while (!ended && fill()) {
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      length += end - position;
      if (length <= MAX_LINE) {
        line.write(buffer, position, end - position);
      }
      ended = end < limit;
      position = ended ? end + 1 : end;
    }
    var place = new Place(file, number, 0);
    if (length > MAX_LINE) {
      return RecordParser.refused(
          place, "a line must have at most " + MAX_LINE + " bytes but has " + length);
    }
    try {
      var text = RecordParser.decode(line.toByteArray());
      var record = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      return record.isBlank() ? null : parser.parse(record, place);
    } catch (CharacterCodingException e) {
      return RecordParser.refused(place, "is not UTF-8");
    }
  }
}
