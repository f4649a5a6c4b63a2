package dev.firebreak.json.plan;

import static dev.firebreak.playbook.Node.MAX_ROUNDS;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a value may look like, how it is read, and how it is written: in one way, so that equal
 * values are written alike.
 *
 * @param expected what a message says was expected, such as {@code a date such as 2026-09-30}
 * @param reading returns the value, or reports what is wrong with it and returns nothing
 * @param writing returns what stands in the file
 * @param describing returns what a schema says of it
 */
record Shape<T>(
    String expected,
    BiFunction<Node, Problems, Optional<T>> reading,
    Function<T, JsonNode> writing,
    Function<Schema, ObjectNode> describing) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String NOT_BLANK = "\\S";
  static final String IDENTIFIER = "^[A-Za-z0-9][A-Za-z0-9._:@+-]{0,127}$";
  private static final int SHOWN = 50;
  private static final int MOST_PEOPLE = 100;
  private static final Duration LONGEST = Duration.ofDays(3_660);

  /** A text that is not blank, without the spaces and line ends around it. */
  static final Shape<String> TEXT =
      new Shape<>(
          "text",
          (node, problems) -> {
            var text = text(node, "text", problems);
            if (text.isPresent() && text.get().isBlank()) {
              problems.add(node.place(), node.name() + " is blank, expected text");
            }
            return text.map(String::strip).filter(stripped -> !stripped.isEmpty());
          },
          JSON::stringNode,
          schema -> Schema.text("text", NOT_BLANK).put("maxLength", Source.LONGEST_VALUE));

  /** true or false. */
  static final Shape<Boolean> FLAG =
      scalar(
          "true or false",
          Node.Scalar.Kind.FLAG,
          text -> Optional.of(text.equals("true")),
          JSON::booleanNode,
          Schema.type("boolean", "true or false"));

  /** How many people. */
  static final Shape<Integer> COUNT = number(MOST_PEOPLE);

  /** How many things that may be many. */
  static final Shape<Long> AMOUNT =
      scalar(
          "a whole number from 1",
          Node.Scalar.Kind.NUMBER,
          text -> Optional.ofNullable(Longs.tryParse(text)).filter(n -> n >= 1),
          JSON::numberNode,
          Schema.type("integer", "a whole number from 1").put("minimum", 1));

  /** A score. */
  static final Shape<Double> SCORE =
      scalar(
          "a number from 0 to 100",
          Node.Scalar.Kind.NUMBER,
          text -> Optional.ofNullable(Doubles.tryParse(text)).filter(n -> n >= 0 && n <= 100),
          JSON::numberNode,
          Schema.type("number", "a number from 0 to 100").put("minimum", 0).put("maximum", 100));

  /** How many rounds a loop may have. */
  static final Shape<Integer> ROUNDS = number(MAX_ROUNDS);

  /** A day. */
  static final Shape<LocalDate> DATE =
      scalar(
          "a date such as 2026-09-30",
          Node.Scalar.Kind.TEXT,
          Shape::date,
          day -> JSON.stringNode(day.toString()),
          Schema.text("a date such as 2026-09-30", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
              .put("format", "date"));

  /** A duration of at most ten years: ISO 8601, or one number with its unit. */
  static final Shape<Duration> DURATION =
      scalar(
          "a duration such as 15m, 72h, 14d or PT1H30M, up to ten years",
          Node.Scalar.Kind.TEXT,
          text -> duration(text).filter(d -> !d.isNegative() && d.compareTo(LONGEST) <= 0),
          time -> JSON.stringNode(PlanWords.time(time)),
          Schema.text(
              "a duration such as 15m, 72h, 14d or PT1H30M, up to ten years",
              "^(\\+?[0-9]+[dhms]|[+-]?[Pp].+)$"));

  /** Returns the shape of what is only read; another one says how it is written. */
  static <T> Shape<T> read(String expected, BiFunction<Node, Problems, Optional<T>> reading) {
    return new Shape<>(
        expected, reading, value -> JSON.nullNode(), schema -> Schema.type("object", expected));
  }

  /** Returns the value of the node, or nothing if something is reported. */
  Optional<T> read(Node node, Problems problems) {
    return node instanceof Node.Broken ? Optional.empty() : reading.apply(node, problems);
  }

  /** Returns what stands in the file for the value. */
  JsonNode write(T value) {
    return writing.apply(value);
  }

  /** Returns what a schema says of it. */
  ObjectNode describe(Schema schema) {
    return describing.apply(schema);
  }

  /** Returns this shape, of which a schema says something in one place. */
  Shape<T> defined(String name) {
    return new Shape<>(expected, reading, writing, schema -> schema.reference(name, describing));
  }

  private static Shape<Integer> number(int most) {
    var expected = "a whole number from 1 to " + most;
    return scalar(
        expected,
        Node.Scalar.Kind.NUMBER,
        text -> Optional.ofNullable(Ints.tryParse(text)).filter(n -> n >= 1 && n <= most),
        JSON::numberNode,
        Schema.type("integer", expected).put("minimum", 1).put("maximum", most));
  }

  /** Returns a single value of that kind, of which only some are right. */
  private static <T> Shape<T> scalar(
      String expected,
      Node.Scalar.Kind kind,
      Function<String, Optional<T>> parse,
      Function<T, JsonNode> writing,
      ObjectNode description) {
    return new Shape<>(
        expected,
        (node, problems) -> {
          Optional<T> value =
              node instanceof Node.Scalar scalar && scalar.kind() == kind
                  ? parse.apply(scalar.text())
                  : Optional.empty();
          if (value.isEmpty()) {
            refuse(node, expected, problems);
          }
          return value;
        },
        writing,
        schema -> description.deepCopy());
  }

  /** Returns a name that a constructor checks. */
  static <T> Shape<T> name(
      String expected, Function<String, T> constructor, Function<T, String> text) {
    return checked(expected, constructor, text, IDENTIFIER);
  }

  /**
   * Returns a text that a constructor checks.
   *
   * @param pattern what fits all that the constructor takes
   */
  static <T> Shape<T> checked(
      String expected,
      Function<String, T> constructor,
      Function<T, String> written,
      String pattern) {
    return new Shape<>(
        expected,
        (node, problems) -> {
          try {
            return text(node, expected, problems).map(constructor);
          } catch (IllegalArgumentException e) {
            problems.add(node.place(), String.valueOf(e.getMessage()));
            return Optional.empty();
          }
        },
        value -> JSON.stringNode(written.apply(value)),
        schema -> Schema.text(expected, pattern));
  }

  private static Optional<String> text(Node node, String expected, Problems problems) {
    if (node instanceof Node.Scalar scalar) {
      switch (scalar.kind()) {
        case TEXT -> {
          return Optional.of(scalar.text());
        }
        case NUMBER, FLAG -> {
          problems.add(node.place(), wrong(node, expected) + ": put it in quotes");
          return Optional.empty();
        }
        case NOTHING -> {}
      }
    }
    return refuse(node, expected, problems);
  }

  /** Returns one of the names that the file gives, exactly as it is written there. */
  static <T> Shape<T> among(ImmutableMap<String, T> words, Function<T, String> name) {
    return among(
        words,
        Function.identity(),
        value -> JSON.stringNode(name.apply(value)),
        schema -> Schema.text("a name that the plan gives", IDENTIFIER));
  }

  /** Returns a constant by its name, in any case and with dashes for underscores. */
  static <E extends Enum<E>> Shape<E> oneOf(Class<E> type) {
    var words =
        Maps.uniqueIndex(
            Arrays.asList(type.getEnumConstants()), constant -> Words.plain(constant.name()));
    return among(
            words,
            Words::plain,
            constant -> JSON.stringNode(Words.plain(constant.name())),
            schema -> words(words.keySet()))
        .defined(definitionOf(type));
  }

  static String definitionOf(Class<?> type) {
    var outer = type.getEnclosingClass();
    return (outer == null ? "" : definitionOf(outer)) + type.getSimpleName();
  }

  /** Returns what a schema says of words: an editor offers them as we write them. */
  static ObjectNode words(ImmutableSet<String> words) {
    var offered = JSON.objectNode();
    var each = offered.putArray("enum");
    words.forEach(each::add);
    var pattern = new StringBuilder("^(");
    for (String word : words) {
      pattern.append(pattern.length() > 2 ? "|" : "");
      for (int i = 0; i < word.length(); i++) {
        var c = word.charAt(i);
        pattern.append(
            Character.isLetter(c)
                ? "[" + c + Character.toUpperCase(c) + "]"
                : c == '-' ? "[-_ ]" : c);
      }
    }
    return Schema.either(
        "one of " + Joiner.on(", ").join(words),
        offered,
        Schema.type("string", "the same, written in another way").put("pattern", pattern + ")$"));
  }

  private static <T> Shape<T> among(
      ImmutableMap<String, T> words,
      Function<String, String> key,
      Function<T, JsonNode> writing,
      Function<Schema, ObjectNode> describing) {
    var more = words.size() > SHOWN ? " and " + (words.size() - SHOWN) + " more" : "";
    var expected = "one of " + Joiner.on(", ").join(Iterables.limit(words.keySet(), SHOWN)) + more;
    return new Shape<>(
        expected,
        (node, problems) -> {
          if (!(node instanceof Node.Scalar scalar) || scalar.kind() != Node.Scalar.Kind.TEXT) {
            return refuse(node, expected, problems);
          }
          var found = Optional.ofNullable(words.get(key.apply(scalar.text())));
          if (found.isEmpty()) {
            problems.add(node.place(), wrong(node, expected), scalar.text(), words.keySet());
          }
          return found;
        },
        writing,
        describing);
  }

  /** Returns a list; what is wrong in it is reported and left out. */
  static <T> Shape<ImmutableList<T>> listOf(String expected, Shape<T> shape) {
    return new Shape<>(
        expected,
        (node, problems) -> {
          if (!(node instanceof Node.Items items)) {
            return refuse(node, expected, problems);
          }
          var values = ImmutableList.<T>builder();
          var kept = ImmutableList.<Node>builder();
          for (Node item : items.items()) {
            var value = shape.read(item, problems);
            value.ifPresent(values::add);
            value.ifPresent(read -> kept.add(item));
          }
          problems.keeps(items, kept.build());
          return Optional.of(values.build());
        },
        values -> list(values.stream().map(shape::write)),
        schema -> {
          var list = Schema.type("array", expected);
          list.set("items", shape.describe(schema));
          return list;
        });
  }

  /**
   * Returns things that the file names by the fields of an object.
   *
   * @param pattern what fits their names
   */
  static <T> Shape<ImmutableList<T>> named(
      String expected,
      String pattern,
      BiFunction<Node, Problems, Optional<ImmutableList<T>>> reading,
      Function<T, String> name,
      Function<T, JsonNode> writing,
      Function<Schema, ObjectNode> describing) {
    return new Shape<>(
        expected,
        reading,
        things -> {
          var written = JSON.objectNode();
          things.forEach(thing -> written.set(name.apply(thing), writing.apply(thing)));
          return written;
        },
        schema -> Schema.named(expected, pattern, describing.apply(schema)));
  }

  private static ArrayNode list(Stream<JsonNode> values) {
    var list = JSON.arrayNode();
    values.forEach(list::add);
    return list;
  }

  /** Returns a set of values, or one value alone; written as a list in the order of its words. */
  static <T> Shape<ImmutableSet<T>> oneOrMore(Shape<T> shape) {
    return new Shape<>(
        shape.expected + ", or a list of such",
        (node, problems) -> different(shape, node, problems),
        values ->
            list(
                values.stream().map(shape::write).sorted(Comparator.comparing(JsonNode::toString))),
        schema -> severalOf(shape, schema));
  }

  /** Returns a list of different values, or one value alone; their order matters. */
  static <T> Shape<ImmutableList<T>> inOrder(Shape<T> shape) {
    return new Shape<>(
        shape.expected + ", or a list of such",
        (node, problems) -> different(shape, node, problems).map(ImmutableSet::asList),
        values -> list(values.stream().map(shape::write)),
        schema -> severalOf(shape, schema));
  }

  private static <T> Optional<ImmutableSet<T>> different(
      Shape<T> shape, Node node, Problems problems) {
    if (!(node instanceof Node.Items items)) {
      return shape.read(node, problems).map(ImmutableSet::of);
    }
    Set<T> values = new LinkedHashSet<>();
    for (Node item : items.items()) {
      var value = shape.read(item, problems);
      if (value.isPresent() && !values.add(value.get())) {
        problems.add(item.place(), item.name() + " is there twice: " + item.told());
      }
    }
    return Optional.of(ImmutableSet.copyOf(values));
  }

  private static ObjectNode severalOf(Shape<?> shape, Schema schema) {
    var list = Schema.type("array", "a list of such").put("uniqueItems", true);
    list.set("items", shape.describe(schema));
    return Schema.either(shape.expected + ", or a list of such", shape.describe(schema), list);
  }

  /** Reports that the node is something else, and returns nothing. */
  static <T> Optional<T> refuse(Node node, String expected, Problems problems) {
    if (!(node instanceof Node.Broken)) {
      problems.add(node.place(), wrong(node, expected));
    }
    return Optional.empty();
  }

  private static String wrong(Node node, String expected) {
    return node.name() + " is " + node.told() + ", expected " + expected;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> duration(String text) {
    var number = text.isEmpty() ? null : Longs.tryParse(text.substring(0, text.length() - 1));
    try {
      if (number == null) {
        return Optional.of(Duration.parse(text));
      }
      return switch (text.charAt(text.length() - 1)) {
        case 'd' -> Optional.of(Duration.ofDays(number));
        case 'h' -> Optional.of(Duration.ofHours(number));
        case 'm' -> Optional.of(Duration.ofMinutes(number));
        case 's' -> Optional.of(Duration.ofSeconds(number));
        default -> Optional.empty();
      };
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
