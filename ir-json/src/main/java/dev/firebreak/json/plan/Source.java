package dev.firebreak.json.plan;

import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The text of a plan file, looked at before any parser sees it. */
final class Source {
  /** The longest file, in bytes, and the longest text, in characters. */
  static final int MOST = 256 * 1024;

  /** The longest value, and the longest line of YAML, in characters. */
  static final int LONGEST_VALUE = 16 * 1024;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final String text;
  private final int[] lines;
  private final int[] pairs;
  private final @Nullable String file;

  private Source(String text, @Nullable String file) {
    this.text = text;
    this.file = file;
    this.lines = lines(text);
    this.pairs = pairs(text);
  }

  private static int[] lines(String text) {
    var lines = ImmutableIntArray.builder(text.length() / 32 + 1).add(0);
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        lines.add(i + 1);
      }
    }
    return lines.build().toArray();
  }

  /** Returns where pairs of characters stand, each by one less for every pair before it. */
  private static int[] pairs(String text) {
    var pairs = ImmutableIntArray.builder();
    var count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        pairs.add(i - count++);
      }
    }
    return pairs.build().toArray();
  }

  private static boolean endsLine(String text, int at) {
    var c = text.charAt(at);
    return c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1));
  }

  /** Reads a file, which must be UTF-8, with or without a byte order mark. */
  static Source read(Path file, PlanFormat format, Problems problems) {
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw problems.fatal(Place.START, "the file has more than " + MOST + " bytes");
      }
      return of(decode(bytes, problems), format, problems);
    } catch (NoSuchFileException e) {
      throw problems.fatal(Place.START, "there is no such file");
    } catch (IOException e) {
      var what = Files.isDirectory(file) ? "this is a directory" : "the file cannot be read";
      throw problems.fatal(Place.START, what + ", expected a file that can be read");
    }
  }

  private static String decode(byte[] bytes, Problems problems) {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    var text = out.flip().toString();
    if (result.isError()) {
      var place = new Source(text, null).place(text.length());
      throw problems.fatal(place, "the file is not UTF-8 from here on");
    }
    return text;
  }

  /** Takes a text. */
  static Source of(String text, PlanFormat format, Problems problems) {
    if (text.length() > MOST) {
      throw problems.fatal(Place.START, "the text has more than " + MOST + " characters");
    }
    var source =
        new Source(
            text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text,
            problems.file());
    source.checkCharacters(problems);
    if (format == PlanFormat.YAML) {
      source.checkLines(problems);
    }
    if (!problems.none()) {
      throw problems.exception();
    }
    return source;
  }

  private void checkCharacters(Problems problems) {
    for (int i = Words.unseen(text, 0); i >= 0 && !problems.full(); i = Words.unseen(text, i + 1)) {
      problems.add(place(i), "the text holds " + Words.name(text.charAt(i)));
    }
  }

  private void checkLines(Problems problems) {
    var directives = true;
    for (int i = 0; i < lines.length; i++) {
      var end = i + 1 < lines.length ? lines[i + 1] : text.length();
      if (end - lines[i] > LONGEST_VALUE) {
        var message = "the line has more than " + LONGEST_VALUE + " characters";
        problems.add(new Place(i + 1, 1), message);
      }
      if (directives && text.startsWith("%", lines[i])) {
        problems.add(new Place(i + 1, 1), "a plan has no YAML directives");
      }
      directives &=
          text.startsWith("#", lines[i]) || text.startsWith("%", lines[i]) || end == lines[i] + 1;
    }
  }

  /** Returns the text. */
  String text() {
    return text;
  }

  /** Returns the character there, or a line end after the last. */
  char at(int offset) {
    return offset < text.length() ? text.charAt(offset) : '\n';
  }

  /** Returns the offset in characters of an offset in code points. */
  int offset(long codePoints) {
    var found = Arrays.binarySearch(pairs, (int) codePoints);
    return (int) codePoints + (found < 0 ? -found - 1 : found);
  }

  /** Returns the offset of a line and a column in code points, both from 1. */
  int offset(int line, int column) {
    var start = lines[Math.min(line, lines.length) - 1];
    var rest = text.codePointCount(start, text.length());
    return text.offsetByCodePoints(start, Math.min(column - 1, rest));
  }

  /** Returns the place at that offset. */
  Place place(int offset) {
    var found = Arrays.binarySearch(lines, offset);
    var line = found < 0 ? -found - 2 : found;
    return new Place(line + 1, offset - lines[line] + 1, null, "", file);
  }
}
