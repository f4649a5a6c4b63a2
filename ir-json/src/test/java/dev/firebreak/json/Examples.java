package dev.firebreak.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Intake;
import dev.firebreak.analysis.Technique;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.StreamId;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.obligation.Determination;
import dev.firebreak.obligation.Trigger;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/** One plain example of each kind of fact, built from what the records declare. */
final class Examples {
  static final Instant OCCURRED = Instant.parse("2026-11-24T09:00:00Z");
  static final Instant RECORDED = Instant.parse("2026-11-24T09:00:05Z");

  private Examples() {}

  /** Returns the kinds of fact of the standard concepts and of the intake. */
  static ImmutableMap<String, Class<?>> standardKinds() {
    var kinds = ImmutableMap.<String, Class<?>>builder();
    for (Concept<?> concept : Concepts.STANDARD.all()) {
      kinds.putAll(concept.facts());
    }
    return kinds.putAll(Intake.CONCEPT.facts()).buildOrThrow();
  }

  /** Returns an event around a fact. */
  static Event event(Fact<?> fact) {
    return new Event(
        IncidentId.of("inc-1").stream(),
        CommandId.ofEvent(2),
        new Stamp(2, new Actor("alice"), OCCURRED, ZoneOffset.ofHours(1), RECORDED),
        fact);
  }

  /** Returns an example of a kind of fact. */
  static Fact<?> fact(Class<?> kind) {
    return (Fact<?>) example(kind, kind.getSimpleName());
  }

  private static Object example(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      var arguments = generic.getActualTypeArguments();
      return generic.getRawType() == ImmutableMap.class
          ? ImmutableMap.of(example(arguments[0], name), example(arguments[1], name))
          : generic.getRawType() == ImmutableSet.class
              ? ImmutableSet.of(example(arguments[0], name))
              : ImmutableList.of(example(arguments[0], name));
    }
    var plain = (Class<?>) type;
    if (plain == String.class) {
      return name;
    } else if (plain == int.class) {
      return 1;
    } else if (plain == long.class || plain == Long.class) {
      return 1L;
    } else if (plain == boolean.class) {
      return true;
    } else if (plain == Instant.class) {
      return OCCURRED;
    } else if (plain == LocalDate.class) {
      return LocalDate.of(2026, 12, 31);
    } else if (plain == Duration.class) {
      return Duration.ofDays(3);
    } else if (plain == ZoneOffset.class) {
      return ZoneOffset.ofHours(1);
    } else if (plain == StreamId.class) {
      return IncidentId.of("inc-1").stream();
    } else if (plain == Trigger.class) {
      return Trigger.when("gdpr", Determination.AWARE);
    } else if (plain == Sha256.class) {
      return new Sha256("0f".repeat(32));
    } else if (plain == Technique.class) {
      return new Technique("T1566.001");
    } else if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    return record(plain, name);
  }

  private static Object record(Class<?> type, String name) {
    var components = type.getRecordComponents();
    if (components.length == 1
        && components[0].getType() == String.class
        && !Fact.class.isAssignableFrom(type)) {
      return make(type, new Object[] {name + "-1"});
    }
    var values =
        Arrays.stream(components)
            .map(component -> example(component.getGenericType(), component.getName()))
            .toArray();
    return make(type, values);
  }

  /** Makes a record by plain reflection, so that the tests do not rest on what they test. */
  static Object make(Class<?> type, Object[] values) {
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("cannot make a " + type, e);
    }
  }
}
