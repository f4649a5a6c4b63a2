package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Random choices that a seed decides. */
final class Dice {
  private static final ImmutableList<String> TEXTS =
      ImmutableList.of(
          "x",
          "seen in the proxy log",
          "two hosts,\none account",
          "\"quoted\" and \\escaped",
          "Überprüfung läuft",
          "ÇĞİıŞ",
          "調査中 \uD83D\uDD25");

  private final SplittableRandom random;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Returns a number within {@code from..to}, both included. */
  int within(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  /** Returns true once in so many times. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  <E extends Enum<E>> E oneOf(Class<E> type) {
    return oneOf(List.of(type.getEnumConstants()));
  }

  /** Returns one of the values, empty if there is none. */
  <T> Optional<T> anyOf(Collection<T> values) {
    return values.isEmpty()
        ? Optional.empty()
        : values.stream().skip(random.nextInt(values.size())).findFirst();
  }

  /** Returns each of the values with even odds, in their order. */
  <T> ImmutableSet<T> someOf(Collection<T> values) {
    return values.stream().filter(value -> random.nextBoolean()).collect(toImmutableSet());
  }

  /** Returns each of the constants with even odds, in their order. */
  <E extends Enum<E>> ImmutableSet<E> someOf(Class<E> type) {
    return someOf(List.of(type.getEnumConstants()));
  }

  /** Returns as many as the dice say within {@code 0..max}, by their index. */
  <T> ImmutableList<T> upTo(int max, IntFunction<T> made) {
    return IntStream.range(0, within(0, max)).mapToObj(made).collect(toImmutableList());
  }

  <T> @Nullable T maybe(Supplier<? extends @Nullable T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  /** Returns text that is not blank: short, long, quoted, or not in ASCII. */
  String text() {
    return oneOf(TEXTS);
  }

  /** Returns between a minute and about two weeks. */
  Duration period() {
    return Duration.ofMinutes(within(1, 20_000));
  }
}
