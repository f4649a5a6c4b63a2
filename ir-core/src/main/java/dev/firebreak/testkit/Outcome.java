package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Condition;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.lifecycle.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What became of the last request of a {@link Scenario}.
 *
 * <p>Each expectation that does not hold is an {@link AssertionError} that tells what happened
 * instead, with every reason for a refusal and what would lift it.
 */
public final class Outcome {
  private final Actor actor;
  private final Request<?> request;
  private final Decision decision;
  private final Incident incident;

  Outcome(Actor actor, Request<?> request, Decision decision, Incident incident) {
    this.actor = actor;
    this.request = request;
    this.decision = decision;
    this.incident = incident;
  }

  /** Returns what was decided. */
  public Decision decision() {
    return decision;
  }

  /** Returns the incident afterwards; blank if nothing has ever happened to it. */
  public Incident incident() {
    return incident;
  }

  /**
   * Expects that the request was accepted.
   *
   * @param facts the kinds of all facts that follow, in order; none if they do not matter
   */
  @SafeVarargs
  public final Outcome thenAccepted(Class<? extends Fact<?>>... facts) {
    List<String> expected = new ArrayList<>();
    for (Class<? extends Fact<?>> fact : facts) {
      expected.add(nameOf(fact));
    }
    var actual = yielded();
    if (!expected.isEmpty() && !expected.equals(actual)) {
      throw failure("should yield " + expected + " but yielded " + actual);
    }
    return this;
  }

  /** Expects that the request was accepted and that there was nothing to do. */
  public Outcome thenNothingToDo() {
    var actual = yielded();
    if (!actual.isEmpty()) {
      throw failure("should find nothing to do but yielded " + actual);
    }
    return this;
  }

  /**
   * Expects that the request was refused for exactly these reasons, in any order.
   *
   * @param code the code of a condition that is not met
   * @param more the codes of all others
   */
  public Outcome thenRefused(String code, String... more) {
    var expected = ImmutableSortedSet.<String>naturalOrder().add(code).add(more).build();
    if (!(decision instanceof Decision.Refused refused)) {
      throw failure("should be refused for " + expected + " but yielded " + yielded());
    }
    var actual =
        ImmutableSortedSet.copyOf(Iterables.transform(refused.rejections(), Rejection::code));
    if (!expected.equals(actual)) {
      throw failure("should be refused for " + expected + " but was refused for" + told(refused));
    }
    return this;
  }

  /**
   * Expects that the request was refused for exactly these reasons, in any order.
   *
   * @param condition a condition that is not met
   * @param more all others
   */
  public Outcome thenRefused(Condition condition, Condition... more) {
    var codes = Lists.transform(ImmutableList.copyOf(more), Condition::code);
    return thenRefused(condition.code(), codes.toArray(new String[0]));
  }

  /** Lets the caller look at the incident afterwards, with assertions of its own. */
  public Outcome then(Consumer<? super Incident> look) {
    look.accept(incident);
    return this;
  }

  private List<String> yielded() {
    if (decision instanceof Decision.Refused refused) {
      throw failure("should be accepted but was refused for" + told(refused));
    }
    return ((Decision.Accepted) decision)
        .events().stream()
            .map(Event::fact)
            .map(fact -> nameOf(fact.getClass()))
            .collect(toImmutableList());
  }

  private AssertionError failure(String what) {
    return new AssertionError(request + " of " + actor + " " + what);
  }

  /** Returns every reason and what would lift it, each on a line of its own. */
  static String told(Decision.Refused refused) {
    var lines = new StringBuilder();
    for (Rejection rejection : refused.rejections()) {
      lines.append("\n  ").append(rejection);
      for (Remedy remedy : rejection.remedies()) {
        lines.append("\n    lifted if: ").append(remedy.describe());
      }
    }
    return lines.toString();
  }

  /** Returns the name by which a test names the kind, such as {@code TriageFact.Classified}. */
  private static String nameOf(Class<?> kind) {
    var around = kind.getEnclosingClass();
    return around == null
        ? kind.getSimpleName()
        : around.getSimpleName() + "." + kind.getSimpleName();
  }
}
