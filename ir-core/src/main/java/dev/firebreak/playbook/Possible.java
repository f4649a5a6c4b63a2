package dev.firebreak.playbook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the values that an expression may come to, by trying out all that make a difference.
 *
 * <p>Words and flags are tried one and all; of numbers and texts those that are named, and others
 * beside them. What depends on one another in an incident, such as all assets and those of a kind,
 * is tried as if it did not: a value may be found that never comes, but none is left out.
 */
final class Possible {
  /** How much is tried out at most. */
  private static final int MOST = 20_000;

  /** A text that nobody has named. */
  private static final String ANOTHER = "\u0000";

  private final Vocabulary vocabulary;
  private final ImmutableMap<String, String> constants;
  private final Map<Subject, Kind> subjects = new LinkedHashMap<>();
  private final Set<Long> numbers = new LinkedHashSet<>();
  private final Set<String> texts = new LinkedHashSet<>();

  /** Something that an expression asks: a fact with what stands in its brackets, or a variable. */
  record Subject(String name, String argument) {}

  private Possible(Vocabulary vocabulary, ImmutableMap<String, String> constants) {
    this.vocabulary = vocabulary;
    this.constants = constants;
    numbers.add(0L);
    texts.add(ANOTHER);
  }

  /**
   * Returns the values, without that it is not known; empty if there is too much to try out.
   *
   * @param constants the values of variables that nobody changes, by name
   * @param named values that somebody names besides
   */
  static Optional<ImmutableSet<String>> values(
      Term term,
      Vocabulary vocabulary,
      ImmutableMap<String, String> constants,
      Iterable<String> named) {
    var possible = new Possible(vocabulary, constants);
    named.forEach(possible::named);
    possible.collect(term);
    return possible.tryOut(term);
  }

  private void named(String value) {
    texts.add(value);
    var number = Values.numberOf(value);
    if (number != null) {
      numbers.add(number);
    }
  }

  private void collect(Term term) {
    if (term instanceof Term.Constant constant) {
      named(constant.constant().toString());
    } else if (term instanceof Term.Name name) {
      var kind = name.known().kind(vocabulary);
      subjects.put(new Subject(name.known().word(), name.argument()), kind);
    } else if (term instanceof Term.Named variable) {
      var type = vocabulary.variables().get(variable.name());
      subjects.put(variable(variable.name()), type == null ? Kind.TEXT : Kind.of(type));
      named(constants.getOrDefault(variable.name(), ANOTHER));
    } else if (term instanceof Term.Not not) {
      collect(not.of());
    } else if (term instanceof Term.Several several) {
      several.of().forEach(this::collect);
    } else if (term instanceof Term.Compared compared) {
      collect(compared.left());
      collect(compared.right());
    } else if (term instanceof Term.Among among) {
      collect(among.term());
      among.values().forEach(this::collect);
    }
  }

  static Subject variable(String name) {
    return new Subject("$", name);
  }

  private Optional<ImmutableSet<String>> tryOut(Term term) {
    var names = ImmutableList.copyOf(subjects.keySet());
    var choices = new ArrayList<List<Object>>();
    long combinations = 1;
    for (Subject each : names) {
      var candidates = candidates(each);
      choices.add(candidates);
      combinations *= candidates.size();
      if (combinations > MOST) {
        return Optional.empty();
      }
    }
    var found = ImmutableSet.<String>builder();
    for (List<Object> chosen : Lists.cartesianProduct(choices)) {
      var facts = new LinkedHashMap<Subject, Object>();
      for (int i = 0; i < names.size(); i++) {
        facts.put(names.get(i), chosen.get(i));
      }
      var value = term.value(new SupposedFacts(vocabulary.levels(), facts));
      if (value != null) {
        found.add(value.toString());
      }
    }
    return Optional.of(found.build());
  }

  private List<Object> candidates(Subject subject) {
    var kind = subjects.get(subject);
    // so many numbers may have to differ, and each to come before another
    long span = subjects.values().stream().filter(Kind.NUMBER::equals).count();
    boolean variable = subject.name().equals("$");
    if (variable && constants.containsKey(subject.argument())) {
      return List.of(constants.getOrDefault(subject.argument(), ""));
    }
    if (Kind.FLAG.equals(kind)) {
      return List.of(true, false);
    }
    if (Kind.NUMBER.equals(kind)) {
      var around = new LinkedHashSet<Object>();
      for (long each : numbers) {
        for (long beside = -span; beside <= span; beside++) {
          around.add(each + beside);
        }
      }
      around.removeIf(each -> !variable && (Long) each < 0); // facts are counts
      return List.copyOf(around);
    }
    var words = kind == null ? null : kind.words();
    return words == null ? List.copyOf(texts) : List.copyOf(words);
  }
}
