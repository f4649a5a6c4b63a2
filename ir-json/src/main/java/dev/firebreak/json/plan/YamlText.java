package dev.firebreak.json.plan;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Writes a tree as YAML, in one way: blocks of two spaces, short lists of words on one line, texts
 * without quotes where every reader takes them for texts, and those of several lines as such.
 */
final class YamlText {
  private static final int WIDTH = 100;
  private static final int LONGEST_PIECE = 4_000;

  /** What means nothing to YAML after the first letter of a text. */
  private static final CharMatcher HARMLESS =
      CharMatcher.forPredicate((Character c) -> Character.isLetterOrDigit(c))
          .or(CharMatcher.anyOf(" ._/()+@=<>'$!?;-"));

  private static final Pattern QUANTITY =
      Pattern.compile("[0-9]+[dhms%]|[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** What some reader takes for something else than a text. */
  private static final ImmutableSet<String> WORDS =
      ImmutableSet.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private static final CharMatcher UNFIT_FOR_BLOCK = CharMatcher.anyOf("\r\t\u0085\u2028\u2029");

  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  /** Returns an object with at least one field as a document. */
  static String of(JsonNode tree) {
    var yaml = new YamlText();
    yaml.fields(tree, 0, true);
    return yaml.text.toString();
  }

  /**
   * Writes the fields of an object.
   *
   * @param fresh whether the first one begins a line
   */
  private void fields(JsonNode object, int indent, boolean fresh) {
    var first = !fresh;
    for (var field : object.properties()) {
      if (!first) {
        indent(indent);
      }
      first = false;
      text.append(scalar(field.getKey())).append(':');
      value(field.getValue(), indent);
    }
  }

  /** Writes what follows a field's name. */
  private void value(JsonNode value, int indent) {
    if (value.isContainer() && !value.isEmpty() && !isOneLine(value)) {
      text.append('\n');
      if (value.isObject()) {
        fields(value, indent + 2, true);
      } else {
        items(value, indent + 2);
      }
    } else {
      text.append(' ');
      single(value, indent + 2);
    }
  }

  private void items(JsonNode list, int indent) {
    for (JsonNode item : list) {
      indent(indent);
      text.append("- ");
      if (item.isObject() && !item.isEmpty()) {
        fields(item, indent + 2, false);
      } else if (item.isArray() && !item.isEmpty() && !isOneLine(item)) {
        text.setLength(text.length() - 1);
        text.append('\n');
        items(item, indent + 2);
      } else {
        single(item, indent + 2);
      }
    }
  }

  private void single(JsonNode value, int indent) {
    if (value.isContainer()) {
      text.append(value.isObject() ? "{}" : line(value)).append('\n');
    } else if (value.isString() && isBlock(value.asString())) {
      text.append("|-\n");
      for (String line : Splitter.on('\n').split(value.asString())) {
        if (!line.isEmpty()) {
          indent(indent);
        }
        text.append(line).append('\n');
      }
    } else {
      text.append(value.isString() ? scalar(value.asString(), indent) : value.toString());
      text.append('\n');
    }
  }

  private void indent(int indent) {
    text.append(" ".repeat(indent));
  }

  /** Returns whether a list has but words and fits on a line. */
  private static boolean isOneLine(JsonNode value) {
    if (!value.isArray()) {
      return false;
    }
    var length = 0;
    for (JsonNode item : value) {
      if (item.isContainer() || item.asString().indexOf('\n') >= 0) {
        return false;
      }
      length += item.asString().length() + 2;
    }
    return length <= WIDTH;
  }

  private static String line(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(item -> item.isString() ? scalar(item.asString()) : item.toString())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static boolean isBlock(String value) {
    return value.indexOf('\n') >= 0
        && !value.startsWith(" ")
        && !value.startsWith("\n")
        && !value.endsWith("\n")
        && Splitter.on('\n').splitToStream(value).allMatch(line -> line.length() <= LONGEST_PIECE)
        && UNFIT_FOR_BLOCK.matchesNoneOf(value);
  }

  private static String scalar(String value) {
    return isPlain(value) ? value : quoted(value);
  }

  private static String scalar(String value, int indent) {
    return value.length() <= LONGEST_PIECE ? scalar(value) : pieces(value, indent);
  }

  private static boolean isPlain(String value) {
    return value.length() <= LONGEST_PIECE
        && !WORDS.contains(Ascii.toLowerCase(value))
        && (isHarmless(value) || QUANTITY.matcher(value).matches());
  }

  private static boolean isHarmless(String value) {
    return !value.isEmpty()
        && Character.isLetter(value.charAt(0))
        && !value.endsWith(" ")
        && HARMLESS.matchesAllOf(value);
  }

  private static String quoted(String value) {
    return JsonNodeFactory.instance.stringNode(value).toString();
  }

  /** Returns a long text in quotes, over several lines that are joined again. */
  private static String pieces(String value, int indent) {
    var pieces = new StringBuilder("\"");
    for (int from = 0; from < value.length(); ) {
      var to = Math.min(value.length(), from + LONGEST_PIECE);
      if (to < value.length() && Character.isLowSurrogate(value.charAt(to))) {
        to--;
      }
      var piece = quoted(value.substring(from, to));
      if (from > 0) {
        pieces.append("\\\n").append(" ".repeat(indent));
        pieces.append(value.charAt(from) == ' ' ? "\\" : ""); // which belongs to the text
      }
      pieces.append(piece, 1, piece.length() - 1);
      from = to;
    }
    return pieces.append('"').toString();
  }
}
