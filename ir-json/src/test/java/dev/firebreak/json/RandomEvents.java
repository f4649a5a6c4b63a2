package dev.firebreak.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.analysis.Technique;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.obligation.Determination;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Trigger;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Random events of every kind, from what the records declare: a new kind needs no line here. */
final class RandomEvents {
  private static final Arbitrary<String> IDENTIFIERS =
      Arbitraries.strings().withChars("abcXYZ019").ofMinLength(1).ofMaxLength(12);
  private static final Arbitrary<String> TEXTS =
      Arbitraries.oneOf(
          Arbitraries.of("", " ", "\u0000", "\"\\/", "\r\n\u2028", "\uD83D\uDE00", "\uFEFF", "{}"),
          Arbitraries.strings()
              .ofMaxLength(20)
              .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text)));
  private static final Arbitrary<Instant> INSTANTS =
      Combinators.combine(
              Arbitraries.longs().between(-99_999_999_999L, 999_999_999_999L),
              Arbitraries.integers().between(0, 999_999_999))
          .as(Instant::ofEpochSecond);
  private static final Arbitrary<ZoneOffset> OFFSETS =
      Arbitraries.integers().between(-18 * 3600, 18 * 3600).map(ZoneOffset::ofTotalSeconds);

  private RandomEvents() {}

  static Arbitrary<Event> all() {
    return Combinators.combine(streams(), IDENTIFIERS.map(CommandId::new), stamps(), facts())
        .as(Event::new)
        .withoutEdgeCases();
  }

  static Arbitrary<Fact<?>> facts() {
    return Arbitraries.of(Examples.standardKinds().values())
        .flatMap(kind -> record(kind).<Fact<?>>map(fact -> (Fact<?>) fact))
        .withoutEdgeCases();
  }

  private static Arbitrary<StreamId> streams() {
    return Combinators.combine(
            IDENTIFIERS.map(Tenant::new), Arbitraries.of(StreamId.Kind.class), IDENTIFIERS)
        .as(StreamId::new);
  }

  private static Arbitrary<Stamp> stamps() {
    return Combinators.combine(
            Arbitraries.longs().greaterOrEqual(1),
            IDENTIFIERS.map(Actor::new),
            INSTANTS,
            OFFSETS,
            INSTANTS)
        .as(Stamp::new);
  }

  private static Arbitrary<?> any(Type type) {
    if (type instanceof ParameterizedType generic) {
      return collection(generic);
    }
    var plain = (Class<?>) type;
    if (plain == String.class) {
      return Arbitraries.oneOf(IDENTIFIERS, TEXTS);
    } else if (plain == int.class) {
      return Arbitraries.integers().between(-1, 5);
    } else if (plain == long.class || plain == Long.class) {
      return Arbitraries.longs();
    } else if (plain == boolean.class) {
      return Arbitraries.of(true, false);
    } else if (plain == Instant.class) {
      return INSTANTS;
    } else if (plain == LocalDate.class) {
      return Arbitraries.longs().between(-1_000_000, 10_000_000).map(LocalDate::ofEpochDay);
    } else if (plain == Duration.class) {
      return Arbitraries.longs().map(Duration::ofNanos);
    } else if (plain == ZoneOffset.class) {
      return OFFSETS;
    } else if (plain == StreamId.class) {
      return streams();
    } else if (plain == Trigger.class) {
      return Arbitraries.oneOf(
          Arbitraries.of(Milestone.class).map(Trigger::at),
          IDENTIFIERS.map(name -> Trigger.after(new ObligationId(name))),
          Combinators.combine(IDENTIFIERS, Arbitraries.of(Determination.class)).as(Trigger::when));
    } else if (plain == Sha256.class) {
      return Arbitraries.strings().withChars("0af9").ofLength(64).map(Sha256::new);
    } else if (plain == Technique.class) {
      return Arbitraries.of("T1566", "T1566.001", "T0000").map(Technique::new);
    } else if (plain.isEnum()) {
      return Arbitraries.of(plain.getEnumConstants());
    }
    return record(plain);
  }

  private static Arbitrary<?> collection(ParameterizedType type) {
    var arguments = type.getActualTypeArguments();
    if (type.getRawType() == ImmutableMap.class) {
      return Arbitraries.maps(any(arguments[0]), any(arguments[1]))
          .ofMaxSize(3)
          .map(ImmutableMap::copyOf);
    }
    return type.getRawType() == ImmutableSet.class
        ? any(arguments[0]).set().ofMaxSize(3).map(ImmutableSet::copyOf)
        : any(arguments[0]).list().ofMaxSize(3).map(ImmutableList::copyOf);
  }

  /** Keeps the records that their constructor accepts. */
  private static Arbitrary<Object> record(Class<?> type) {
    List<Arbitrary<Object>> parts =
        Arrays.stream(type.getRecordComponents()).map(RandomEvents::component).toList();
    return Combinators.combine(parts)
        .as(values -> accepted(type, values.toArray()))
        .filter(Optional::isPresent)
        .map(Optional::get);
  }

  private static Arbitrary<Object> component(RecordComponent component) {
    Arbitrary<Object> values = any(component.getGenericType()).map(value -> value);
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        ? values.injectNull(0.3)
        : values;
  }

  private static Optional<Object> accepted(Class<?> type, Object[] values) {
    try {
      return Optional.of(Examples.make(type, values));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
