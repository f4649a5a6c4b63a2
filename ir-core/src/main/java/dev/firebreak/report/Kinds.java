package dev.firebreak.report;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Fact;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the sentences, each under the kind that its function takes. */
final class Kinds {
  private final ImmutableMap.Builder<Class<?>, Function<Fact<?>, String>> sentences =
      ImmutableMap.builder();

  <F extends Fact<?>> Kinds add(Class<F> kind, Function<F, String> sentence) {
    sentences.put(kind, fact -> sentence.apply(kind.cast(fact)));
    return this;
  }

  ImmutableMap<Class<?>, Function<Fact<?>, String>> byKind() {
    return sentences.buildOrThrow();
  }

  static String listed(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(joining(", "));
  }

  static String because(@Nullable String reason) {
    return reason == null ? "" : ", because: " + reason;
  }

  static String reference(@Nullable String reference) {
    return reference == null ? "" : ", reference " + reference;
  }
}
