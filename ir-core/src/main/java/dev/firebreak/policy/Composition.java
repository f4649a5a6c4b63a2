package dev.firebreak.policy;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import java.util.function.Function;

/** How several policies answer as one. */
enum Composition {
  ALL("all", "All of these must let it pass: "),
  ANY("any", "One of these must let it pass: "),
  FIRST_OBJECTION("first-objection", "These are asked in order until one objects: "),
  WORST("worst-of", "The worst of what these say: "),
  STRICTEST("strictest-of", "The strictest of what these say: "),
  EARLIEST("earliest-of", "The earliest of what these say: ");

  private final String word;
  private final String sentence;

  Composition(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /** Returns the parts, of which there must be some, and whose names must fit into one. */
  <P extends Policy> ImmutableList<P> of(ImmutableList<P> parts) {
    checkArgument(!parts.isEmpty(), "%s of no policy answers nothing", word);
    Check.identifier(name(parts), "name of the composed policies");
    return parts;
  }

  String name(ImmutableList<? extends Policy> parts) {
    return word + ":" + Joiner.on('+').join(parts.stream().map(Policy::name).iterator());
  }

  static String version(ImmutableList<? extends Policy> parts) {
    return Joiner.on('+').join(parts.stream().map(Policy::version).iterator());
  }

  String explain(ImmutableList<? extends Policy> parts) {
    return sentence + Joiner.on(' ').join(parts.stream().map(Policy::explain).iterator());
  }

  /** Returns what stands against a request, of what each of the parts says. */
  <P extends Policy> ImmutableList<Rejection> review(
      Policy whole, ImmutableList<P> parts, Function<P, ImmutableList<Rejection>> ask) {
    return switch (this) {
      case ANY -> any(whole, parts, ask);
      case FIRST_OBJECTION -> firstObjection(parts, ask);
      case ALL, WORST, STRICTEST, EARLIEST -> all(parts, ask);
    };
  }

  private static <P> ImmutableList<Rejection> all(
      ImmutableList<P> parts, Function<P, ImmutableList<Rejection>> ask) {
    ImmutableList.Builder<Rejection> all = null;
    for (int i = 0; i < parts.size(); i++) {
      var some = ask.apply(parts.get(i));
      if (!some.isEmpty()) {
        all = (all == null ? ImmutableList.<Rejection>builder() : all).addAll(some);
      }
    }
    return all == null ? ImmutableList.of() : all.build();
  }

  private static <P> ImmutableList<Rejection> firstObjection(
      ImmutableList<P> parts, Function<P, ImmutableList<Rejection>> ask) {
    for (int i = 0; i < parts.size(); i++) {
      var some = ask.apply(parts.get(i));
      if (!some.isEmpty()) {
        return some;
      }
    }
    return ImmutableList.of();
  }

  /** Returns one rejection where all object, since it is lifted by lifting those of one part. */
  private static <P> ImmutableList<Rejection> any(
      Policy whole, ImmutableList<P> parts, Function<P, ImmutableList<Rejection>> ask) {
    var messages = ImmutableList.<String>builder();
    var facts = ImmutableSet.<Long>builder();
    var remedies = ImmutableSet.<Remedy>builder();
    for (int i = 0; i < parts.size(); i++) {
      var some = ask.apply(parts.get(i));
      if (some.isEmpty()) {
        return some;
      }
      for (Rejection rejection : some) {
        messages.add(rejection.toString());
        facts.addAll(rejection.facts());
      }
      if (some.size() == 1) { // what lifts one of several lifts nothing
        remedies.addAll(some.get(0).remedies());
      }
    }
    return ImmutableList.of(
        new Rejection(
            whole.condition(),
            "none lets it pass: " + Joiner.on("; ").join(messages.build()),
            facts.build().asList(),
            remedies.build().asList()));
  }
}
