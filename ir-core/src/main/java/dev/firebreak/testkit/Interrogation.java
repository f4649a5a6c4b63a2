package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.firebreak.testkit.PolicyContract.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks one policy again and again, and compares what it says.
 *
 * <p>The first kind of difference is the only one that is told: a policy whose answers differ when
 * it is asked again fails every other comparison as well.
 */
final class Interrogation<C, A> {
  /** One that writes digits otherwise, and one that writes the letter i otherwise. */
  private static final ImmutableList<Locale> LOCALES =
      ImmutableList.of(Locale.forLanguageTag("ar-EG-u-nu-arab"), Locale.forLanguageTag("tr-TR"));

  /** The two ends of the day. */
  private static final ImmutableList<String> ZONES =
      ImmutableList.of("Pacific/Kiritimati", "Pacific/Pago_Pago");

  private static final int TIMES_ON_END = 300;

  private final Questions<C, A> questions;
  private final long seed;
  private final Surroundings surroundings;
  private final Findings findings;
  private final ImmutableList<C> contexts;
  private final ImmutableList<C> twins;
  private final List<Reply<A>> replies = new ArrayList<>();
  private @Nullable Names names;
  private boolean differs;
  private volatile @Nullable C asked;
  private volatile boolean finished;

  private Interrogation(
      Questions<C, A> questions, long seed, Surroundings surroundings, Findings findings) {
    this.questions = questions;
    this.seed = seed;
    this.surroundings = surroundings;
    this.findings = findings;
    this.contexts = questions.contexts().apply(seed);
    this.twins = questions.contexts().apply(seed);
  }

  /**
   * What a policy said.
   *
   * @param essence what of it has to be alike
   */
  private record Reply<A>(@Nullable A answer, @Nullable Throwable thrown, Object essence) {}

  /** Asks everything within the budget, and returns what was found. */
  static <C, A> ImmutableList<Violation> hold(
      Questions<C, A> questions, long seed, Duration budget) {
    synchronized (Interrogation.class) { // the surroundings are those of the whole process
      var findings = new Findings();
      var surroundings = new Surroundings(findings);
      var interrogation = new Interrogation<>(questions, seed, surroundings, findings);
      surroundings.enter();
      try {
        interrogation.hold(budget);
      } finally {
        surroundings.leave();
      }
      return findings.violations();
    }
  }

  private void hold(Duration budget) {
    Uninterruptibles.joinUninterruptibly(surroundings.start(this::askAll), budget);
    if (finished) {
      surroundings.lookForThreads();
    } else {
      var last = asked;
      findings.add(
          PolicyRule.TERMINATES,
          "it did not within "
              + budget
              + (last == null ? " when asked for its name" : " when asked" + about(last)));
    }
  }

  private void askAll() {
    under(Locale.ROOT, Surroundings.UTC, this::askPlainly);
    for (Locale locale : LOCALES) {
      under(
          locale,
          Surroundings.UTC,
          () -> compare(PolicyRule.ALIKE_IN_ANY_LOCALE, askEach(contexts)));
    }
    for (String zone : ZONES) {
      under(
          Locale.ROOT,
          TimeZone.getTimeZone(zone),
          () -> compare(PolicyRule.ALIKE_IN_ANY_ZONE, askEach(contexts)));
    }
    finished = true;
  }

  private void under(Locale locale, TimeZone zone, Runnable comparison) {
    surroundings.under(
        locale,
        zone,
        () -> {
          examineNames();
          comparison.run();
        });
  }

  private void askPlainly() {
    for (C context : contexts) {
      var reply = ask(context);
      int again = replies.isEmpty() ? TIMES_ON_END : 1;
      replies.add(reply);
      examine(context, reply);
      for (int i = 0; i < again; i++) {
        compare(PolicyRule.ALIKE_AGAIN, context, reply, askAgain(context, reply));
      }
    }
    compare(PolicyRule.ALIKE_IN_ANY_ORDER, askInAnotherOrder());
    compare(PolicyRule.ALIKE_FOR_EQUAL_CONTEXTS, askEach(twins));
    compare(PolicyRule.ALIKE_ON_ANY_THREAD, askOnAnotherThread());
  }

  private List<Reply<A>> askEach(List<C> all) {
    var again = new ArrayList<Reply<A>>();
    for (int i = 0; i < all.size(); i++) {
      again.add(askAgain(all.get(i), replies.get(i)));
    }
    return again;
  }

  private List<Reply<A>> askInAnotherOrder() {
    var order = Arrays.asList(IntStream.range(0, contexts.size()).boxed().toArray(Integer[]::new));
    Collections.shuffle(order, new Random(seed));
    var inOrder = new ArrayList<>(replies);
    for (int index : order) {
      inOrder.set(index, askAgain(contexts.get(index), replies.get(index)));
    }
    return inOrder;
  }

  private List<Reply<A>> askOnAnotherThread() {
    var there = new ArrayList<Reply<A>>();
    Uninterruptibles.joinUninterruptibly(surroundings.start(() -> there.addAll(askEach(contexts))));
    surroundings.checkWatching();
    return there;
  }

  /** Asks again, unless it threw, which takes long where it is for want of stack. */
  private Reply<A> askAgain(C context, Reply<A> before) {
    return before.thrown() == null ? ask(context) : before;
  }

  private Reply<A> ask(C context) {
    surroundings.checkWatching();
    asked = context;
    try {
      var answer = questions.ask().apply(context);
      return new Reply<>(answer, null, answer == null ? "null" : essence(answer));
    } catch (Throwable thrown) {
      return new Reply<>(null, thrown, "throwing " + thrown);
    }
  }

  private Object essence(A answer) {
    try {
      return questions.essence().apply(answer);
    } catch (RuntimeException unreadable) {
      return unreadable.getClass().getName(); // a hot null check throws without a message
    }
  }

  private void examine(C context, Reply<A> reply) {
    if (reply.thrown() != null) {
      findings.add(PolicyRule.TOTAL, "it threw " + reply.thrown() + about(context));
    } else if (reply.answer() == null) {
      findings.add(PolicyRule.ANSWERS, "it answered null" + about(context));
    } else {
      try {
        questions
            .rules()
            .check(
                context,
                reply.answer(),
                (rule, detail) -> findings.add(rule, detail + about(context)));
      } catch (RuntimeException unreadable) {
        findings.add(PolicyRule.ANSWERS, "reading it threw " + unreadable + about(context));
      }
    }
  }

  private void examineNames() {
    try {
      var now = Names.of(questions.policy());
      if (names == null) {
        names = now;
        now.check();
      } else if (!now.equals(names)) {
        findings.add(PolicyRule.NAMED, names + " became " + now);
      }
    } catch (RuntimeException unnamed) {
      findings.add(PolicyRule.NAMED, unnamed.toString());
    }
  }

  private void compare(PolicyRule rule, List<Reply<A>> others) {
    for (int i = 0; i < contexts.size(); i++) {
      compare(rule, contexts.get(i), replies.get(i), others.get(i));
    }
  }

  private void compare(PolicyRule rule, C context, Reply<A> reply, Reply<A> other) {
    if (!differs && !reply.essence().equals(other.essence())) {
      differs = true;
      findings.add(
          rule, "it answered " + reply.essence() + " and then " + other.essence() + about(context));
    }
  }

  /** Returns the context in a few words, and where to find it again. */
  private String about(C context) {
    return " about "
        + questions.describe().apply(context)
        + " (context "
        + (contexts.indexOf(context) + 1)
        + " of seed "
        + seed
        + ")";
  }
}
