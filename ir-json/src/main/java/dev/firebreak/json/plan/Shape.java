package dev.firebreak.json.plan;

import static dev.firebreak.playbook.Node.MAX_ROUNDS;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a value may look like, and how it is read.
 *
 * @param expected what a message says was expected, such as {@code a date such as 2026-09-30}
 * @param reading returns the value, or reports what is wrong with it and returns nothing
 */
record Shape<T>(String expected, BiFunction<Node, Problems, Optional<T>> reading) {
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
          });

  /** true or false. */
  static final Shape<Boolean> FLAG =
      scalar("true or false", Node.Scalar.Kind.FLAG, text -> Optional.of(text.equals("true")));

  /** How many people. */
  static final Shape<Integer> COUNT =
      scalar(
          "a whole number from 1 to " + MOST_PEOPLE,
          Node.Scalar.Kind.NUMBER,
          text -> Optional.ofNullable(Ints.tryParse(text)).filter(n -> n >= 1 && n <= MOST_PEOPLE));

  /** How many things that may be many. */
  static final Shape<Long> AMOUNT =
      scalar(
          "a whole number from 1",
          Node.Scalar.Kind.NUMBER,
          text -> Optional.ofNullable(Longs.tryParse(text)).filter(n -> n >= 1));

  /** A score. */
  static final Shape<Double> SCORE =
      scalar(
          "a number from 0 to 100",
          Node.Scalar.Kind.NUMBER,
          text -> Optional.ofNullable(Doubles.tryParse(text)).filter(n -> n >= 0 && n <= 100));

  /** How many rounds a loop may have. */
  static final Shape<Integer> ROUNDS =
      scalar(
          "a whole number from 1 to " + MAX_ROUNDS,
          Node.Scalar.Kind.NUMBER,
          text -> Optional.ofNullable(Ints.tryParse(text)).filter(n -> n >= 1 && n <= MAX_ROUNDS));

  /** A day. */
  static final Shape<LocalDate> DATE =
      scalar("a date such as 2026-09-30", Node.Scalar.Kind.TEXT, Shape::date);

  /** A duration of at most ten years: ISO 8601, or one number with its unit. */
  static final Shape<Duration> DURATION =
      scalar(
          "a duration such as 15m, 72h, 14d or PT1H30M, up to ten years",
          Node.Scalar.Kind.TEXT,
          text -> duration(text).filter(d -> !d.isNegative() && d.compareTo(LONGEST) <= 0));

  /** Returns the value of the node, or nothing if something is reported. */
  Optional<T> read(Node node, Problems problems) {
    return node instanceof Node.Broken ? Optional.empty() : reading.apply(node, problems);
  }

  /** Returns a single value of that kind, of which only some are right. */
  private static <T> Shape<T> scalar(
      String expected, Node.Scalar.Kind kind, Function<String, Optional<T>> parse) {
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
        });
  }

  /** Returns a text that a constructor checks. */
  static <T> Shape<T> checked(String expected, Function<String, T> constructor) {
    return new Shape<>(
        expected,
        (node, problems) -> {
          try {
            return text(node, expected, problems).map(constructor);
          } catch (IllegalArgumentException e) {
            problems.add(node.place(), String.valueOf(e.getMessage()));
            return Optional.empty();
          }
        });
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

  /** Returns one of the words, exactly as it is written. */
  static <T> Shape<T> among(ImmutableMap<String, T> words) {
    return among(words, Function.identity());
  }

  /** Returns a constant by its name, in any case and with dashes for underscores. */
  static <E extends Enum<E>> Shape<E> oneOf(Class<E> type) {
    return among(
        Maps.uniqueIndex(
            Arrays.asList(type.getEnumConstants()), constant -> Words.plain(constant.name())),
        Words::plain);
  }

  private static <T> Shape<T> among(ImmutableMap<String, T> words, Function<String, String> key) {
    var expected = "one of " + Joiner.on(", ").join(words.keySet());
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
        });
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
        });
  }

  /** Returns a list of different values, or one value alone. */
  static <T> Shape<ImmutableSet<T>> oneOrMore(Shape<T> shape) {
    return new Shape<>(
        shape.expected + ", or a list of such",
        (node, problems) -> {
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
        });
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
