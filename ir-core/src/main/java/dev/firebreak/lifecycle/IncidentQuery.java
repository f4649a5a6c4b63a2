package dev.firebreak.lifecycle;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.firebreak.fact.Actor;
import dev.firebreak.phase.Phase;
import dev.firebreak.severity.Severity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which open incidents are asked for; start from {@link #ALL}.
 *
 * <p>Immutable. Whose incidents they are is told by the viewer, not here.
 *
 * @param phases one of which it is in; empty for any
 * @param atLeast the least severity, null for any, and for none as well
 * @param dueBefore before when one of its running clocks is due, null for any time
 * @param owner one of its owners, null for anybody
 * @param words lower-case words, all of which occur in its name or title
 * @param limit how many are wanted at most, 1..10,000
 */
public record IncidentQuery(
    ImmutableSet<Phase> phases,
    @Nullable Severity atLeast,
    @Nullable Instant dueBefore,
    @Nullable Actor owner,
    ImmutableList<String> words,
    Order order,
    int limit) {

  /** In which order incidents are told; those that are alike are told by age, then by name. */
  public enum Order {
    /** The one whose clock is due first; those without a clock last. */
    DUE_FIRST(comparing(IncidentSummary::due, nullsLast(naturalOrder()))),
    /** The most severe one first; those that were not assessed last. */
    WORST_FIRST(comparing(IncidentSummary::severity, nullsLast(reverseOrder()))),
    /** The one that is open longest first. */
    OLDEST_FIRST(comparing(IncidentSummary::opened)),
    /** The one that was opened last first. */
    NEWEST_FIRST(comparing(IncidentSummary::opened).reversed());

    @SuppressWarnings("ImmutableEnumChecker") // comparators of methods keep nothing
    private final Comparator<IncidentSummary> comparator;

    Order(Comparator<IncidentSummary> first) {
      this.comparator =
          first
              .thenComparing(IncidentSummary::opened)
              .thenComparing(summary -> summary.id().name());
    }

    Comparator<IncidentSummary> comparator() {
      return comparator;
    }
  }

  /** How many incidents can be asked for at once. */
  public static final int MOST = 10_000;

  /** All open incidents, but no more than 100: those that are due first. */
  public static final IncidentQuery ALL =
      new IncidentQuery(
          ImmutableSet.of(), null, null, null, ImmutableList.of(), Order.DUE_FIRST, 100);

  public IncidentQuery {
    checkArgument(
        limit >= 1 && limit <= MOST, "limit must be within 1..%s but was %s", MOST, limit);
    phases = Sets.immutableEnumSet(phases);
  }

  /** Returns a query for incidents in one of the phases. */
  public IncidentQuery withPhases(Phase... oneOf) {
    var set = Sets.immutableEnumSet(Arrays.asList(oneOf));
    return new IncidentQuery(set, atLeast, dueBefore, owner, words, order, limit);
  }

  /** Returns a query for incidents of that severity or a worse one. */
  public IncidentQuery withSeverityAtLeast(Severity least) {
    return new IncidentQuery(phases, least, dueBefore, owner, words, order, limit);
  }

  /** Returns a query for incidents with a running clock that is due before that time. */
  public IncidentQuery withDueBefore(Instant time) {
    return new IncidentQuery(phases, atLeast, time, owner, words, order, limit);
  }

  /** Returns a query for incidents of which that person is an owner. */
  public IncidentQuery withOwner(Actor one) {
    return new IncidentQuery(phases, atLeast, dueBefore, one, words, order, limit);
  }

  /**
   * Returns a query for incidents in whose name or title all words of the text occur.
   *
   * <p>A word may occur within another; upper and lower case are alike.
   */
  public IncidentQuery withText(String text) {
    var split = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().split(lower(text));
    return new IncidentQuery(
        phases, atLeast, dueBefore, owner, ImmutableList.copyOf(split), order, limit);
  }

  /** Returns a query that tells incidents in that order. */
  public IncidentQuery withOrder(Order other) {
    return new IncidentQuery(phases, atLeast, dueBefore, owner, words, other, limit);
  }

  /** Returns a query that tells so many incidents at most. */
  public IncidentQuery withLimit(int most) {
    return new IncidentQuery(phases, atLeast, dueBefore, owner, words, order, most);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * Returns whether an incident is asked for.
   *
   * @param text its name and title, in lower case
   */
  boolean matches(IncidentSummary incident, String text) {
    return (phases.isEmpty() || phases.contains(incident.phase()))
        && (atLeast == null
            || (incident.severity() != null && incident.severity().atLeast(atLeast)))
        && (dueBefore == null || (incident.due() != null && incident.due().isBefore(dueBefore)))
        && (owner == null || incident.owners().contains(owner))
        && allOccurIn(text);
  }

  private boolean allOccurIn(String text) {
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
