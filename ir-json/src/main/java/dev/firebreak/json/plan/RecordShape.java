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
 * Reads records by what they declare, so that a part of the plan that is but written down needs no
 * reader of its own.
 *
 * <p>A component is a text, a day, a duration, true or false, a word, a name, another record, or a
 * list or set of such. What may be null and what is a list or a set may be left out, and is then
 * null or empty; so may what is true or false, which is then false.
 *
 * @param type the record
 * @param components its components, as fields of the file
 * @param constructor what makes it of them
 */
record RecordShape<T>(
    Class<T> type, ImmutableList<Component> components, Constructor<T> constructor) {
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
  record Component(String name, Shape<?> shape, boolean required, @Nullable Object otherwise) {}

  /** Returns how to read a record. */
  static <T> RecordShape<T> of(Class<T> type) {
    var components =
        Arrays.stream(type.getRecordComponents())
            .map(RecordShape::component)
            .collect(toImmutableList());
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return new RecordShape<>(type, components, type.getConstructor(types));
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type.getName() + " must be public", e);
    }
  }

  /** Returns the names of its fields. */
  ImmutableList<String> names() {
    return components.stream().map(Component::name).collect(toImmutableList());
  }

  /** Reads a record of the fields of a form that may hold others too; what is wrong is left out. */
  T within(Form form) {
    var values = new @Nullable Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      var component = components.get(i);
      values[i] = form.optional(component.name(), component.shape()).orElse(null);
    }
    return make(values);
  }

  private Shape<T> shape() {
    var expected = "an object with " + Joiner.on(", ").join(names());
    return new Shape<>(
        expected,
        (node, problems) -> {
          var form = Form.of(node, problems, expected, names().toArray(String[]::new));
          var values = new @Nullable Object[components.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = value(components.get(i), form);
          }
          return form.build(() -> make(values));
        });
  }

  private static @Nullable Object value(Component component, Form form) {
    var shape = component.shape();
    var value =
        component.required()
            ? form.required(component.name(), shape)
            : form.optional(component.name(), shape);
    return value.orElse(null);
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

  private static Component component(RecordComponent component) {
    var type = component.getGenericType();
    var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    var nothing = nullable ? Optional.empty() : nothing(type);
    return new Component(
        component.getName(),
        shape(type, component.getName()),
        !nullable && nothing.isEmpty(),
        nothing.orElse(null));
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
    return Shape.checked(
        "a name in " + words(name), text -> record.make(new @Nullable Object[] {text}));
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
