package dev.firebreak.report;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import java.util.function.Function;

/**
 * A sentence for people for every kind of fact; a kind that is not known gets its type name.
 *
 * <p>None tells what evidence holds, what an alert looked like, or what a notice said.
 */
final class Sentences {
  private static final ImmutableMap<Class<?>, Function<Fact<?>, String>> BY_KIND = byKind();

  private Sentences() {}

  static String of(Event event) {
    var sentence = BY_KIND.get(event.fact().getClass());
    return sentence == null ? event.type() : sentence.apply(event.fact());
  }

  static boolean has(Class<?> kind) {
    return BY_KIND.containsKey(kind);
  }

  private static ImmutableMap<Class<?>, Function<Fact<?>, String>> byKind() {
    var kinds = new Kinds();
    CourseSentences.addTo(kinds);
    PlaybookSentences.addTo(kinds);
    AssessmentSentences.addTo(kinds);
    ActionSentences.addTo(kinds);
    PeopleSentences.addTo(kinds);
    DutySentences.addTo(kinds);
    return kinds.byKind();
  }
}
