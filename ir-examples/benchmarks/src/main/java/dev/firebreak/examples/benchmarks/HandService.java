package dev.firebreak.examples.benchmarks;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.examples.benchmarks.HandImmutable.By;
import dev.firebreak.phase.Phase;
import java.util.HashMap;
import java.util.Map;

/**
 * What an application needs around {@link HandImmutable}: incidents by name, one command at a time,
 * and an answer to a command that is sent again.
 */
final class HandService {
  private final Map<String, Held> incidents = new HashMap<>();

  /** An incident, and the entry that each command led to. */
  private static final class Held {
    private final Map<String, HandImmutable.Entry> answers = new HashMap<>();
    private HandImmutable incident;

    Held(HandImmutable opened) {
      this.incident = opened;
      remember();
    }

    boolean knows(By by) {
      return answers.containsKey(by.cause());
    }

    HandImmutable.Entry answer(By by) {
      return requireNonNull(answers.get(by.cause()));
    }

    HandImmutable.Entry keep(HandImmutable next) {
      incident = next;
      return remember();
    }

    private HandImmutable.Entry remember() {
      var last = incident.log().get(incident.log().size() - 1);
      answers.put(last.cause(), last);
      return last;
    }
  }

  synchronized HandImmutable incident(String id) {
    return held(id).incident;
  }

  synchronized HandImmutable.Entry open(String id, String title, By by) {
    var held = incidents.get(id);
    if (held == null) {
      held = new Held(HandImmutable.opened(id, title, by));
      incidents.put(id, held);
    }
    return held.answer(by);
  }

  synchronized HandImmutable.Entry acknowledge(String id, By by) {
    var held = held(id);
    return held.knows(by) ? held.answer(by) : held.keep(held.incident.acknowledge(by));
  }

  synchronized HandImmutable.Entry classify(String id, String category, String because, By by) {
    var held = held(id);
    return held.knows(by)
        ? held.answer(by)
        : held.keep(held.incident.classify(category, because, by));
  }

  synchronized HandImmutable.Entry judge(String id, String verdict, String because, By by) {
    var held = held(id);
    return held.knows(by) ? held.answer(by) : held.keep(held.incident.judge(verdict, because, by));
  }

  synchronized HandImmutable.Entry assess(String id, String severity, String because, By by) {
    var held = held(id);
    return held.knows(by)
        ? held.answer(by)
        : held.keep(held.incident.assess(severity, because, by));
  }

  synchronized HandImmutable.Entry declare(String id, String because, By by) {
    var held = held(id);
    return held.knows(by) ? held.answer(by) : held.keep(held.incident.declare(because, by));
  }

  synchronized HandImmutable.Entry confirmScope(String id, String how, By by) {
    var held = held(id);
    return held.knows(by) ? held.answer(by) : held.keep(held.incident.confirmScope(how, by));
  }

  synchronized HandImmutable.Entry complete(String id, String step, String note, By by) {
    var held = held(id);
    return held.knows(by) ? held.answer(by) : held.keep(held.incident.complete(step, note, by));
  }

  synchronized HandImmutable.Entry enter(
      String id, Phase to, ImmutableSet<String> mandatory, By by) {
    var held = held(id);
    return held.knows(by) ? held.answer(by) : held.keep(held.incident.enter(to, mandatory, by));
  }

  synchronized HandImmutable.Entry review(String id, String rootCause, By by) {
    var held = held(id);
    return held.knows(by) ? held.answer(by) : held.keep(held.incident.review(rootCause, by));
  }

  synchronized HandImmutable.Entry close(
      String id, String because, ImmutableSet<String> mandatory, By by) {
    var held = held(id);
    return held.knows(by)
        ? held.answer(by)
        : held.keep(held.incident.close(because, mandatory, by));
  }

  private Held held(String id) {
    return requireNonNull(incidents.get(id), id);
  }
}
