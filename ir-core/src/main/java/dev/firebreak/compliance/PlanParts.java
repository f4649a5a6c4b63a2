package dev.firebreak.compliance;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** The words in which rules ask about a plan; each knows what to say when nothing is there. */
final class PlanParts {
  private PlanParts() {}

  /** Returns the pointers of the items that fit. */
  static <T> ImmutableList<String> at(String list, ImmutableList<T> items, Predicate<T> fits) {
    var pointers = ImmutableList.<String>builder();
    for (int i = 0; i < items.size(); i++) {
      if (fits.test(items.get(i))) {
        pointers.add(list + "/" + i);
      }
    }
    return pointers.build();
  }

  /** Passes when each of the demanded things is found somewhere in the list. */
  static <K> Outcome covers(
      String list,
      ImmutableList<?> items,
      ImmutableSet<K> demanded,
      Function<K, ImmutableList<String>> whereIs) {
    if (items.isEmpty()) {
      return silent(list);
    }
    var found = Cited.NOTHING;
    var missing = ImmutableList.<K>builder();
    for (K each : demanded) {
      var pointers = whereIs.apply(each);
      found = found.and(Cited.plan(pointers));
      if (pointers.isEmpty()) {
        missing.add(each);
      }
    }
    var names = missing.build().stream().map(String::valueOf).collect(joining(", "));
    return names.isEmpty()
        ? Outcome.pass(list + " has all that is asked for", found)
        : Outcome.fail(list + " lacks " + names, found.and(Cited.plan(list)));
  }

  /** Passes when there are items and each of them fits. */
  static <T> Outcome each(String list, ImmutableList<T> items, String what, Predicate<T> fits) {
    if (items.isEmpty()) {
      return silent(list);
    }
    var unfit = at(list, items, fits.negate());
    return unfit.isEmpty()
        ? Outcome.pass("every entry of " + list + " has " + what, Cited.plan(list))
        : Outcome.fail("an entry of " + list + " lacks " + what, Cited.plan(unfit));
  }

  /** Says that the plan could hold it, and does not. */
  static Outcome silent(String pointer) {
    return Outcome.notEvidenced("the plan says nothing at " + pointer, Cited.NOTHING);
  }
}
