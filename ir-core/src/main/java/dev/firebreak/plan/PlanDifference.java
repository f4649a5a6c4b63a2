package dev.firebreak.plan;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two plans, by what it means: entries are compared by their names and not by
 * their places, and what may stand in any order is not different when the order is.
 *
 * <p>The plan's own name and version are not among the changes.
 *
 * @param from which plan it was
 * @param to which plan it is
 * @param changes every change, in the order of the document
 */
public record PlanDifference(PlanVersion from, PlanVersion to, ImmutableList<Change> changes) {

  /**
   * One change.
   *
   * @param path where, by names, such as {@code /playbooks/phishing/steps/isolate/mandatory}
   * @param before what it was in words, null if it was added
   * @param after what it is in words, null if it was removed
   */
  public record Change(Kind kind, String path, @Nullable String before, @Nullable String after) {
    /** Returns the change on one line. */
    @Override
    public String toString() {
      return switch (kind) {
        case ADDED -> "+ " + path + ": " + after;
        case REMOVED -> "- " + path + ": " + before;
        case CHANGED -> "~ " + path + ": " + before + " -> " + after;
        case MOVED -> "~ " + path + ": order was " + before + ", is " + after;
      };
    }
  }

  /** What kind of change it is. */
  public enum Kind {
    /** It is only in the newer plan. */
    ADDED,
    /** It is only in the older plan. */
    REMOVED,
    /** It is in both, and not the same. */
    CHANGED,
    /** The same entries are in both, in another order that means something. */
    MOVED
  }

  /** Returns whether nothing differs but the version. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Returns the changes, a line each. */
  @Override
  public String toString() {
    return changes.stream().map(Change::toString).collect(joining("\n"));
  }
}
