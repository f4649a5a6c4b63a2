package dev.firebreak.json.plan;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.base.CaseFormat;
import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what stands in a plan, in words. */
final class PlanWords {
  private static final ImmutableSet<String> NOTHING = ImmutableSet.of("", "[]", "{}");

  private PlanWords() {}

  /** Returns whether a record is but one word, a name or a level, and has no parts to compare. */
  static boolean isWord(Object entry) {
    var type = entry.getClass();
    return type.getRecordComponents().length < 2
        || !entry.toString().startsWith(type.getSimpleName() + "[");
  }

  /** Returns the name of an entry of a list: its first component if that is one, else all of it. */
  static String name(Object entry) {
    if (!entry.getClass().isRecord() || isWord(entry)) {
      return of(entry);
    }
    var first = get(entry.getClass().getRecordComponents()[0], entry);
    return first == null || first instanceof Collection || isParts(first) ? of(entry) : of(first);
  }

  private static boolean isParts(Object value) {
    return value.getClass().isRecord() && !isWord(value);
  }

  /** Returns any value in words. */
  static String of(Object value) {
    if (value instanceof Enum<?> word) {
      return Ascii.toLowerCase(word.name()).replace('_', '-');
    }
    if (value instanceof Duration time) {
      return time(time);
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(PlanWords::of).collect(joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
          .collect(joining(", ", "{", "}"));
    }
    return value.getClass().isRecord() ? record(value) : value.toString();
  }

  private static String record(Object value) {
    var type = value.getClass();
    var own = value.toString();
    if (!own.startsWith(type.getSimpleName() + "[")) {
      return own;
    }
    var components = type.getRecordComponents();
    if (components.length > 1) {
      return fields(value).collect(joining(", ", "{", "}"));
    }
    var inner = components.length == 0 ? null : get(components[0], value);
    var kind = type.isMemberClass() ? words(type.getSimpleName()) : "";
    return inner == null ? kind : (kind + " " + of(inner)).strip();
  }

  private static Stream<String> fields(Object value) {
    return Arrays.stream(value.getClass().getRecordComponents())
        .flatMap(
            component -> {
              var part = get(component, value);
              var words = part == null ? "" : of(part);
              return NOTHING.contains(words)
                  ? Stream.empty()
                  : Stream.of(component.getName() + ": " + words);
            });
  }

  private static String words(String name) {
    return CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_HYPHEN, name).replace('-', ' ');
  }

  /** Returns a duration as a plan file says it. */
  static String time(Duration time) {
    var seconds = time.toSeconds();
    if (seconds == 0 || !time.equals(Duration.ofSeconds(seconds))) {
      return time.toString();
    }
    if (seconds % 86_400 == 0 && seconds > 7 * 86_400) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /** Returns what a component of a record is. */
  static @Nullable Object get(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (InvocationTargetException e) {
      var cause = e.getCause();
      if (cause != null) {
        Throwables.throwIfUnchecked(cause);
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
