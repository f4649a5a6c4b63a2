package dev.firebreak.json;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;

/**
 * The form of a record: an object with a member for each component, in their order.
 *
 * <p>A component that is null is left out; only those that are declared nullable may be.
 */
final class RecordForm<T> implements Form<T> {
  private final Class<T> type;
  private final Creator creator;
  private List<Component> components = List.of();
  private ImmutableMap<String, Integer> indexes = ImmutableMap.of();

  /** Makes a record of the values of its components. */
  @FunctionalInterface
  interface Creator {
    Object create(@Nullable Object[] values);
  }

  /** Returns a form that still lacks its {@link #define components}, so that types may recur. */
  RecordForm(Class<T> type, Creator creator) {
    this.type = type;
    this.creator = creator;
  }

  /** Sets the components; called once, before the form is used. */
  void define(List<Component> found) {
    var byName = ImmutableMap.<String, Integer>builder();
    for (int i = 0; i < found.size(); i++) {
      byName.put(found.get(i).name(), i);
    }
    components = found;
    indexes = byName.buildOrThrow();
  }

  Class<T> type() {
    return type;
  }

  /** Returns whether there is a component of that name. */
  boolean has(String name) {
    return indexes.containsKey(name);
  }

  /** Returns the names of the components, in their order. */
  Iterable<String> names() {
    return indexes.keySet();
  }

  /** Returns an array for the values of the components. */
  @Nullable Object[] slots() {
    return new @Nullable Object[components.size()];
  }

  /** Reads the value of the component of that name; returns false if there is none. */
  boolean readMember(String name, @Nullable Object[] slots, Reading from) {
    var index = indexes.get(name);
    if (index == null) {
      return false;
    }
    try {
      if (slots[index] != null) {
        throw from.wrong("is there twice");
      }
      slots[index] = components.get(index).form().read(from);
      return true;
    } catch (DatabindException e) {
      throw e.prependPath(type, name);
    }
  }

  /** Returns the record once all members are read. */
  T create(@Nullable Object[] slots, Reading from) {
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] == null && !components.get(i).nullable()) {
        var name = components.get(i).name();
        throw from.wrong("\"" + name + "\" is missing").prependPath(type, name);
      }
    }
    try {
      return type.cast(creator.create(slots));
    } catch (RuntimeException e) {
      throw from.refused(e);
    }
  }

  /** Writes the members, without the braces. */
  void writeMembers(T value, JsonGenerator to) {
    for (Component component : components) {
      component.write(value, type, to);
    }
  }

  @Override
  public void write(T value, JsonGenerator to) {
    to.writeStartObject();
    writeMembers(value, to);
    to.writeEndObject();
  }

  @Override
  public T read(Reading from) {
    var slots = slots();
    from.startObject();
    for (var name = from.nextMember(); name != null; name = from.nextMember()) {
      if (!readMember(name, slots, from)) {
        from.unknown(type, name);
      }
    }
    return create(slots, from);
  }

  /**
   * One component.
   *
   * @param nullable whether it may be left out
   */
  record Component(String name, Form<Object> form, boolean nullable, Getter getter) {
    private void write(Object value, Class<?> type, JsonGenerator to) {
      var part = getter.get(value);
      try {
        if (part != null) {
          to.writeName(name);
          form.write(part, to);
        } else if (!nullable) {
          throw DatabindException.from(to, "is null and may not be");
        }
      } catch (DatabindException e) {
        throw e.prependPath(type, name);
      }
    }
  }

  /** Reads a component of a record. */
  @FunctionalInterface
  interface Getter {
    @Nullable Object get(Object value);
  }
}
