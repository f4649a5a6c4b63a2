package dev.firebreak.json.alert;

import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;
import tools.jackson.databind.node.MissingNode;

/** Takes fields out of a record; a path is keys with dots between. */
final class Fields {
  private static final int MAX_TOKEN = 1024;
  private static final CharMatcher PRINTABLE = CharMatcher.inRange('!', '~');

  private Fields() {}

  /** Returns the field, a missing node if there is none or it is null. */
  static JsonNode at(JsonNode record, String path) {
    JsonNode node = record;
    int from = 0;
    while (from <= path.length()) {
      int dot = path.indexOf('.', from);
      int to = dot < 0 ? path.length() : dot;
      node = node.path(path.substring(from, to));
      from = to + 1;
    }
    return node.isNull() ? MissingNode.getInstance() : node;
  }

  /**
   * Returns the text.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Optional<String> text(JsonNode record, String path) {
    var node = at(record, path);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isString()) {
      throw new IllegalArgumentException(path + " must be text but is " + kind(node));
    }
    return Optional.of(wellFormed(node.stringValue()));
  }

  /**
   * Returns the text.
   *
   * @throws IllegalArgumentException if it is missing, blank or something else
   */
  static String requiredText(JsonNode record, String path) {
    return text(record, path)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new IllegalArgumentException(path + " is missing"));
  }

  /**
   * Returns a number or a word as it stands, for a key that must not be ambiguous.
   *
   * @throws IllegalArgumentException if it is anything else than 1..1024 printable ASCII characters
   *     without spaces
   */
  static Optional<String> token(JsonNode record, String path) {
    var node = at(record, path);
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!node.isString() && !node.isNumber()) {
      throw new IllegalArgumentException(path + " must be text or a number but is " + kind(node));
    }
    var token = node.asString();
    if (token.isEmpty() || token.length() > MAX_TOKEN || !PRINTABLE.matchesAllOf(token)) {
      throw new IllegalArgumentException(
          path + " must be 1.." + MAX_TOKEN + " printable ASCII characters without spaces");
    }
    return Optional.of(token);
  }

  /**
   * Returns the number or word, for a key that must not be ambiguous.
   *
   * @throws IllegalArgumentException if it is missing, or as {@link #token} does
   */
  static String requiredToken(JsonNode record, String path) {
    return token(record, path)
        .orElseThrow(() -> new IllegalArgumentException(path + " is missing"));
  }

  /**
   * Returns the number.
   *
   * @throws IllegalArgumentException if it is missing, something else, or out of range
   */
  static double requiredNumber(JsonNode record, String path, double least, double most) {
    var node = at(record, path);
    if (node.isMissingNode()) {
      throw new IllegalArgumentException(path + " is missing");
    }
    if (!node.isNumber()) {
      throw new IllegalArgumentException(path + " must be a number but is " + kind(node));
    }
    double number = node.doubleValue();
    if (number >= least && number <= most) {
      return number;
    }
    throw new IllegalArgumentException(
        path + " must be within " + least + ".." + most + " but was " + number);
  }

  /** Returns the text with a question mark for each half of a surrogate pair that stands alone. */
  static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Returns what sort of value it is, for people. */
  static String kind(JsonNode node) {
    var type = node.getNodeType();
    return type == JsonNodeType.NULL ? "null" : "a JSON " + type.name().toLowerCase(Locale.ROOT);
  }
}
