package dev.firebreak.json.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an object of the file is made of, field by field: how it is read, written and described.
 *
 * <p>One is made once, with all its fields, and is not changed any more.
 *
 * @param <T> what the object is
 */
final class Fields<T> {
  private final String expected;
  private final List<Field<T, ?>> fields = new ArrayList<>();

  /** The names of all fields, once one is read. */
  private volatile ImmutableSet<String> names = ImmutableSet.of();

  private Fields(String expected) {
    this.expected = expected;
  }

  /** When a field is left out. */
  enum Left {
    /** It must be there. */
    NEVER_OUT,
    /** It is nothing, or a list, a set or a map without anything in it. */
    OUT_IF_EMPTY,
    /** It is nothing; empty means something else. */
    OUT_IF_NULL
  }

  /**
   * One field.
   *
   * @param value what it is of an object, null if it is left out
   */
  record Field<T, V>(String name, Shape<V> shape, Left left, Function<T, @Nullable V> value) {
    boolean required() {
      return left == Left.NEVER_OUT;
    }

    private void write(T object, ObjectNode to) {
      var written = value.apply(object);
      if (written != null && !(left == Left.OUT_IF_EMPTY && isEmpty(written))) {
        to.set(name, shape.write(written));
      }
    }

    private static boolean isEmpty(Object value) {
      return (value instanceof Collection<?> several && several.isEmpty())
          || (value instanceof Map<?, ?> named && named.isEmpty());
    }

    private <S> Field<S, V> of(Function<S, T> part) {
      return new Field<>(name, shape, left, whole -> value.apply(part.apply(whole)));
    }
  }

  /** What was read of an object. */
  static final class Values {
    private final IdentityHashMap<Field<?, ?>, Object> values = new IdentityHashMap<>();

    /** Returns the value of a field that must be there. */
    <V> V get(Field<?, V> field) {
      return find(field).orElseThrow();
    }

    /** Returns the value of a field, or this where it was left out. */
    <V> V get(Field<?, V> field, V otherwise) {
      return find(field).orElse(otherwise);
    }

    /** Returns the value of a field, null where it was left out. */
    <V> @Nullable V orNull(Field<?, V> field) {
      return find(field).orElse(null);
    }

    /** Returns the value of a field, or nothing if it was left out, or is wrong. */
    @SuppressWarnings("unchecked") // only the shape of the field makes what is put there
    <V> Optional<V> find(Field<?, V> field) {
      return Optional.ofNullable((V) values.get(field));
    }

    private <V> void read(Field<?, V> field, Form form) {
      form.read(field).ifPresent(value -> values.put(field, value));
    }
  }

  /** Begins with no field. */
  static <T> Fields<T> of(String expected) {
    return new Fields<>(expected);
  }

  /** Adds a field that must be there. */
  <V> Field<T, V> required(String name, Shape<V> shape, Function<T, @Nullable V> value) {
    return add(name, shape, Left.NEVER_OUT, value);
  }

  /**
   * Adds a field that may be left out.
   *
   * @param value what it is of an object; null and an empty list, set or map are left out
   */
  <V> Field<T, V> optional(String name, Shape<V> shape, Function<T, @Nullable V> value) {
    return add(name, shape, Left.OUT_IF_EMPTY, value);
  }

  /** Adds a field. */
  <V> Field<T, V> add(String name, Shape<V> shape, Left left, Function<T, @Nullable V> value) {
    var field = new Field<>(name, shape, left, value);
    fields.add(field);
    return field;
  }

  /** Adds the fields of a part that stands in no object of its own; none of them is required. */
  <S> void all(Fields<S> part, Function<T, S> value) {
    part.fields.forEach(field -> fields.add(field.of(value)));
  }

  /** Returns the names of the fields. */
  ImmutableList<String> names() {
    return fields.stream().map(Field::name).collect(toImmutableList());
  }

  /** Starts to read an object, and reports every field that is none of these. */
  Form form(Node node, Problems problems) {
    if (names.size() < fields.size()) {
      names = ImmutableSet.copyOf(names());
    }
    return Form.of(node, problems, expected, names);
  }

  /** Reads all fields. */
  Values values(Form form) {
    var values = new Values();
    fields.forEach(field -> values.read(field, form));
    return values;
  }

  /** Reads the object. */
  Optional<T> read(Node node, Problems problems, Function<Values, T> constructor) {
    var form = form(node, problems);
    var values = values(form);
    return form.build(() -> constructor.apply(values));
  }

  /** Returns the shape of the object, of which the constructor makes what it is. */
  Shape<T> made(Function<Values, T> constructor) {
    return made((node, problems) -> read(node, problems, constructor));
  }

  /** Returns the shape of the object, which is read in a way of its own. */
  Shape<T> made(BiFunction<Node, Problems, Optional<T>> reading) {
    return new Shape<>(expected, reading, this::write, this::describe);
  }

  /** Writes an object. */
  ObjectNode write(T object) {
    var written = JsonNodeFactory.instance.objectNode();
    fields.forEach(field -> field.write(object, written));
    return written;
  }

  /** Returns what a schema says of the object. */
  ObjectNode describe(Schema schema) {
    var described = JsonNodeFactory.instance.objectNode();
    described.put("type", "object");
    described.put("description", expected);
    var properties = described.putObject("properties");
    fields.forEach(field -> properties.set(field.name(), field.shape().describe(schema)));
    var required =
        fields.stream().filter(Field::required).map(Field::name).collect(toImmutableList());
    if (!required.isEmpty()) {
      var names = described.putArray("required");
      required.forEach(names::add);
    }
    described.put("additionalProperties", false);
    return described;
  }
}
