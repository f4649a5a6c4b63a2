package dev.firebreak.lint;

import com.google.common.collect.ImmutableList;
import java.util.function.BiConsumer;

/** Collects findings. */
final class Findings {
  private final ImmutableList.Builder<LintFinding> found = ImmutableList.builder();

  void add(LintRule rule, String pointer, String message) {
    found.add(new LintFinding(rule, pointer, message));
  }

  ImmutableList<LintFinding> all() {
    return found.build();
  }

  /** Hands every item on with its pointer. */
  static <T> void each(String list, Iterable<T> items, BiConsumer<String, T> check) {
    var index = 0;
    for (T item : items) {
      check.accept(list + "/" + index++, item);
    }
  }
}
