package dev.firebreak.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes and takes apart records of any type; they must be public, in an exported package. */
final class Records {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  private Records() {}

  /** Returns what makes a record of the values of its components. */
  static RecordForm.Creator creator(Class<?> type) {
    var types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    var handle = constructor(type, types);
    return values -> {
      try {
        return (Object) handle.invokeExact(values);
      } catch (Throwable e) {
        throw thrown(e);
      }
    };
  }

  private static MethodHandle constructor(Class<?> type, Class<?>[] types) {
    try {
      return LOOKUP
          .findConstructor(type, MethodType.methodType(void.class, types))
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw hidden(type, e);
    }
  }

  /** Returns what reads a component. */
  static RecordForm.Getter getter(RecordComponent component) {
    var handle = accessor(component);
    return value -> {
      try {
        return (Object) handle.invokeExact(value);
      } catch (Throwable e) {
        throw thrown(e);
      }
    };
  }

  private static MethodHandle accessor(RecordComponent component) {
    try {
      return LOOKUP
          .unreflect(component.getAccessor())
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw hidden(component.getDeclaringRecord(), e);
    }
  }

  /** Returns the form of a record that is but one string. */
  static <T> TextForm<T> textOf(Class<T> type) {
    var getter = getter(type.getRecordComponents()[0]);
    var creator = creator(type);
    return new TextForm<>(
        value -> (String) getter.get(value),
        text -> type.cast(creator.create(new @Nullable Object[] {text})));
  }

  private static IllegalArgumentException hidden(Class<?> type, ReflectiveOperationException e) {
    return new IllegalArgumentException(
        type.getName() + " must be public, in an exported package", e);
  }

  /** Records throw no checked exceptions. */
  private static RuntimeException thrown(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return (RuntimeException) e;
  }
}
