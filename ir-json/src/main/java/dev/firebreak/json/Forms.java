package dev.firebreak.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.StreamId;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.obligation.Trigger;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forms of the types that facts are made of.
 *
 * <p>Records, enumerations and collections are found by what they declare, once, when a mapper is
 * built; what has no form is refused then, not when the first such value is to be written.
 */
final class Forms {
  private final Map<Type, Form<?>> byType = new HashMap<>();
  private final Map<Class<?>, Form<?>> records = new LinkedHashMap<>();

  Forms() {
    byType.put(String.class, new TextForm<String>(text -> text, text -> text));
    byType.put(long.class, ScalarForm.LONG);
    byType.put(Long.class, ScalarForm.LONG);
    byType.put(int.class, ScalarForm.INT);
    byType.put(boolean.class, ScalarForm.BOOLEAN);
    byType.put(Instant.class, Texts.INSTANT);
    byType.put(OffsetDateTime.class, Texts.MOMENT);
    byType.put(LocalDate.class, Texts.DATE);
    byType.put(Duration.class, Texts.DURATION);
    byType.put(ZoneOffset.class, Texts.OFFSET);
    byType.put(StreamId.class, Texts.STREAM);
    byType.put(IncidentId.class, Texts.INCIDENT);
    byType.put(CommandId.class, Texts.COMMAND);
    byType.put(Trigger.class, Texts.TRIGGER);
    records.put(StreamId.class, Texts.STREAM);
    records.put(IncidentId.class, Texts.INCIDENT);
  }

  /** Returns the forms of all records that were met, by their types. */
  ImmutableMap<Class<?>, Form<?>> records() {
    return ImmutableMap.copyOf(records);
  }

  /**
   * Returns the form of a type.
   *
   * @throws IllegalArgumentException if it has none
   */
  Form<?> of(Type type) {
    var known = byType.get(type);
    if (known != null) {
      return known;
    }
    if (type instanceof ParameterizedType generic) {
      var form = ofGeneric(generic);
      byType.put(type, form);
      return form;
    }
    if (type instanceof Class<?> plain && plain.isRecord()) {
      return ofRecord(plain);
    }
    if (type instanceof Class<?> plain && plain.isEnum()) {
      var form = Texts.namesOf(plain);
      byType.put(type, form);
      return form;
    }
    throw new IllegalArgumentException("there is no JSON form of " + type.getTypeName());
  }

  private Form<?> ofGeneric(ParameterizedType type) {
    var arguments = type.getActualTypeArguments();
    if (type.getRawType() == ImmutableList.class) {
      return CollectionForm.list(any(of(arguments[0])));
    }
    if (type.getRawType() == ImmutableSet.class) {
      return CollectionForm.set(any(of(arguments[0])));
    }
    if (type.getRawType() == ImmutableMap.class && of(arguments[0]) instanceof TextForm<?> key) {
      return new MapForm((TextForm<Object>) any(key), any(of(arguments[1])));
    }
    throw new IllegalArgumentException("there is no JSON form of " + type.getTypeName());
  }

  private Form<?> ofRecord(Class<?> type) {
    var components = type.getRecordComponents();
    if (components.length == 1 && components[0].getType() == String.class) {
      var form = Records.textOf(type);
      byType.put(type, form);
      records.put(type, form);
      return form;
    }
    if (components.length == 1 && components[0].getType() == int.class) {
      var form = Records.numberOf(type);
      byType.put(type, form);
      records.put(type, form);
      return form;
    }
    return members(type);
  }

  /** Returns the form of a record as an object, also if it is but one string. */
  <T> RecordForm<T> members(Class<T> type) {
    var form = new RecordForm<>(type, Records.creator(type));
    byType.put(type, form);
    records.put(type, form);
    var components = ImmutableList.<RecordForm.Component>builder();
    for (RecordComponent component : type.getRecordComponents()) {
      components.add(
          new RecordForm.Component(
              component.getName(),
              any(of(component.getGenericType())),
              component.getAnnotatedType().isAnnotationPresent(Nullable.class),
              Records.getter(component)));
    }
    form.define(components.build());
    return form;
  }

  @SuppressWarnings("unchecked") // a form is only ever given values of its type
  private static Form<Object> any(Form<?> form) {
    return (Form<Object>) form;
  }
}
