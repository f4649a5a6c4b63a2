package dev.firebreak.json;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes and takes apart records of any type; they must be public, in an exported package. */
final class Records {
  private Records() {}

  /** Returns what makes a record of the values of its components. */
  static RecordForm.Creator creator(Class<?> type) {
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    checkOpen(type);
    var constructor = constructor(type, types);
    return values -> {
      try {
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        throw thrown(e.getCause());
      } catch (ReflectiveOperationException e) {
        throw hidden(type, e);
      }
    };
  }

  private static Constructor<?> constructor(Class<?> type, Class<?>[] types) {
    try {
      return type.getConstructor(types);
    } catch (ReflectiveOperationException e) {
      throw hidden(type, e);
    }
  }

  /** Returns what reads a component. */
  static RecordForm.Getter getter(RecordComponent component) {
    var type = component.getDeclaringRecord();
    checkOpen(type);
    var accessor = component.getAccessor();
    return value -> {
      try {
        return accessor.invoke(value);
      } catch (InvocationTargetException e) {
        throw thrown(e.getCause());
      } catch (IllegalAccessException e) {
        throw hidden(type, e);
      }
    };
  }

  private static void checkOpen(Class<?> type) {
    if (!Modifier.isPublic(type.getModifiers())
        || !type.getModule().isExported(type.getPackageName())) {
      throw hidden(type, null);
    }
  }

  /** Returns the form of a record that is but one string. */
  static <T> TextForm<T> textOf(Class<T> type) {
    var getter = getter(type.getRecordComponents()[0]);
    var creator = creator(type);
    return new TextForm<>(
        value -> (String) requireNonNull(getter.get(value)),
        text -> type.cast(creator.create(new @Nullable Object[] {text})));
  }

  /** Returns the form of a record that is but one whole number. */
  static <T> Form<T> numberOf(Class<T> type) {
    var getter = getter(type.getRecordComponents()[0]);
    var creator = creator(type);
    return ScalarForm.of(
        value -> (Integer) requireNonNull(getter.get(value)),
        number -> type.cast(creator.create(new @Nullable Object[] {number})));
  }

  private static IllegalArgumentException hidden(
      Class<?> type, @Nullable ReflectiveOperationException e) {
    return new IllegalArgumentException(
        type.getName() + " must be public, in an exported package", e);
  }

  /** Records throw no checked exceptions. */
  private static RuntimeException thrown(@Nullable Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return (RuntimeException) requireNonNull(e);
  }
}
