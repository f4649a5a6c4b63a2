package dev.firebreak.json.plan;

import java.io.Reader;

/**
 * Reads a text in pieces that never end within a surrogate pair: snakeyaml-engine 3.0.1 reads
 * beyond its buffer when a full one does.
 */
final class PairReader extends Reader {
  private final String text;
  private int next;

  PairReader(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    if (next == text.length()) {
      return -1;
    }
    var end = Math.min(text.length(), next + length);
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    text.getChars(next, end, buffer, offset);
    var read = end - next;
    next = end;
    return read;
  }

  @Override
  public void close() {}
}
