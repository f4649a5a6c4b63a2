package dev.firebreak.json.plan;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.Optional;
import java.util.function.Supplier;

/** An object of the file that is being read, field by field. */
final class Form {
  /** How many of the fields that there might be a message names. */
  private static final int SHOWN = 20;

  private final Node node;
  private final Problems problems;
  private boolean complete = true;

  private Form(Node node, Problems problems) {
    this.node = node;
    this.problems = problems;
  }

  /** Starts to read an object, and reports every field that is none of these. */
  static Form of(Node node, Problems problems, String expected, String... names) {
    return of(node, problems, expected, ImmutableSet.copyOf(names));
  }

  /** Starts to read an object, and reports every field that is none of these. */
  static Form of(Node node, Problems problems, String expected, ImmutableSet<String> names) {
    var form = new Form(node, problems);
    if (node instanceof Node.Fields object) {
      form.check(object, names);
    } else {
      Shape.refuse(node, expected, problems);
      form.complete = false;
    }
    return form;
  }

  private void check(Node.Fields object, ImmutableSet<String> names) {
    var known = "";
    for (Node.Field field : object.fields()) {
      var name = field.key().text();
      if (!names.contains(name)) {
        known = known.isEmpty() ? shown(names) : known;
        var message = "unknown field " + Words.quote(name) + known;
        problems.add(field.key().place(), message, name, names);
      }
    }
  }

  private static String shown(ImmutableSet<String> names) {
    return ", expected one of "
        + Joiner.on(", ").join(Iterables.limit(names, SHOWN))
        + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
  }

  /** Returns the value of a field, or nothing if it is missing or wrong, which is reported. */
  <V> Optional<V> read(Fields.Field<?, V> field) {
    return field.required()
        ? required(field.name(), field.shape())
        : optional(field.name(), field.shape());
  }

  /** Returns the value of a field that may be missing here, or nothing if it is, or is wrong. */
  <V> Optional<V> optional(Fields.Field<?, V> field) {
    return optional(field.name(), field.shape());
  }

  /** Returns the value of a field; reports if it is missing or wrong. */
  <T> Optional<T> required(String name, Shape<T> shape) {
    if (node instanceof Node.Fields object && object.find(name).isEmpty()) {
      problems.add(node.place(), "missing field \"" + name + "\", expected " + shape.expected());
      complete = false;
    }
    return optional(name, shape);
  }

  /** Returns the value of a field, or nothing if it is missing, or wrong, which is reported. */
  <T> Optional<T> optional(String name, Shape<T> shape) {
    if (!(node instanceof Node.Fields object)) {
      return Optional.empty();
    }
    var field = object.find(name);
    var value = field.flatMap(present -> shape.read(present, problems));
    complete &= field.isPresent() == value.isPresent();
    return value;
  }

  /** Returns what is built of the fields, or nothing if one of them is missing or wrong. */
  <T> Optional<T> build(Supplier<T> constructor) {
    if (!complete) {
      return Optional.empty();
    }
    try {
      return Optional.of(constructor.get());
    } catch (IllegalArgumentException e) {
      problems.add(node.place(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
