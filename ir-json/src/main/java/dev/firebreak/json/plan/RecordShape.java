package dev.firebreak.json.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Joiner;
import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes records by what they declare, so that a part of the plan that is but written
 * down needs no description of its own.
 *
 * <p>A component is a text, a day, a duration, true or false, a word, a name, another record, or a
 * list or set of such. What may be null and what is a list or a set may be left out, and is then
 * null or empty; so may what is true or false, which is then false.
 *
 * @param type the record
 * @param fields its components, as fields of the file
 * @param components the same
 * @param constructor what makes it of them
 */
record RecordShape<T>(
    Class<T> type,
    Fields<T> fields,
    ImmutableList<Component<T>> components,
    Constructor<T> constructor) {
  private static final ImmutableMap<Type, Shape<?>> SCALARS =
      ImmutableMap.of(
          String.class, Shape.TEXT,
          boolean.class, Shape.FLAG,
          LocalDate.class, Shape.DATE,
          Duration.class, Shape.DURATION);

  /**
   * One component.
   *
   * @param otherwise the value if it is left out, null if that is null or it must not be left out
   */
  record Component<T>(Fields.Field<T, ?> field, @Nullable Object otherwise) {}

  /** Returns how to read and write a record. */
  static <T> RecordShape<T> of(Class<T> type) {
    var declared = type.getRecordComponents();
    var names = Arrays.stream(declared).map(RecordComponent::getName).collect(toImmutableList());
    var fields = Fields.<T>of("an object with " + Joiner.on(", ").join(names));
    var components =
        Arrays.stream(declared)
            .map(component -> component(component, fields))
            .collect(toImmutableList());
    var types = Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return new RecordShape<>(type, fields, components, type.getConstructor(types));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getName() + " must be public", e);
    }
  }

  /** Reads a record of the fields of a form that may hold others too; what is wrong is left out. */
  T within(Form form) {
    return make(
        components.stream()
            .map(component -> form.optional(component.field()).orElse(null))
            .toArray());
  }

  private Shape<T> shape() {
    return fields
        .made(
            values ->
                make(components.stream().map(component -> orNull(component, values)).toArray()))
        .defined(Shape.definitionOf(type));
  }

  private static <T> @Nullable Object orNull(Component<T> component, Fields.Values values) {
    return values.orNull(component.field());
  }

  private T make(@Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] == null ? components.get(i).otherwise() : values[i];
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      var cause = e.getCause();
      if (cause != null) {
        Throwables.throwIfUnchecked(cause);
      }
      throw new IllegalArgumentException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " must be open to be read", e);
    }
  }

  private static <T> Component<T> component(RecordComponent component, Fields<T> fields) {
    var type = component.getGenericType();
    var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    var nothing = nullable ? Optional.empty() : nothing(type);
    var field =
        field(
            component,
            shape(type, component.getName()),
            nullable
                ? Fields.Left.OUT_IF_NULL
                : nothing.isPresent() ? Fields.Left.OUT_IF_EMPTY : Fields.Left.NEVER_OUT,
            fields);
    return new Component<>(field, nothing.orElse(null));
  }

  @SuppressWarnings("unchecked") // the shape was made for the type of the component
  private static <T, V> Fields.Field<T, V> field(
      RecordComponent component, Shape<V> shape, Fields.Left left, Fields<T> fields) {
    return fields.add(
        component.getName(),
        shape,
        left,
        record -> {
          var value = PlanWords.get(component, record);
          return Boolean.FALSE.equals(value) && left == Fields.Left.OUT_IF_EMPTY ? null : (V) value;
        });
  }

  /** Returns what stands for a value that is left out, if it may be. */
  private static Optional<Object> nothing(Type type) {
    if (type == boolean.class) {
      return Optional.of(false);
    }
    if (type instanceof ParameterizedType generic) {
      return Optional.of(
          generic.getRawType() == ImmutableSet.class ? ImmutableSet.of() : ImmutableList.of());
    }
    return Optional.empty();
  }

  private static Shape<?> shape(Type type, String name) {
    var scalar = SCALARS.get(type);
    if (scalar != null) {
      return scalar;
    }
    if (type instanceof ParameterizedType generic) {
      var item = shape(generic.getActualTypeArguments()[0], name);
      return generic.getRawType() == ImmutableSet.class
          ? Shape.oneOrMore(item)
          : Shape.listOf("a list of " + words(name), item);
    }
    if (type instanceof Class<?> plain && plain.isEnum()) {
      return word(plain);
    }
    if (type instanceof Class<?> plain && plain.isRecord()) {
      var components = plain.getRecordComponents();
      return components.length == 1 && components[0].getType() == String.class
          ? name(of(plain), name)
          : of(plain).shape();
    }
    throw new IllegalArgumentException("no plan file holds " + type);
  }

  private static <N> Shape<N> name(RecordShape<N> record, String name) {
    var component = record.type().getRecordComponents()[0];
    return Shape.name(
        "a name in " + words(name),
        text -> record.make(new @Nullable Object[] {text}),
        named -> String.valueOf(PlanWords.get(component, named)));
  }

  @SuppressWarnings("unchecked") // an enumeration is one of its own constants
  private static <E extends Enum<E>> Shape<E> word(Class<?> type) {
    return Shape.oneOf((Class<E>) type);
  }

  /** Returns a name such as riskAssessments as words. */
  private static String words(String name) {
    var words = new StringBuilder();
    name.chars()
        .forEach(
            c -> {
              if (Character.isUpperCase(c)) {
                words.append(' ');
              }
              words.append((char) Character.toLowerCase(c));
            });
    return words.toString();
  }
}
