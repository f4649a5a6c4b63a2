package dev.firebreak.playbook;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** What an {@link Expression} may ask of an incident; null is the answer to what is not known. */
public interface Facts {
  /** Returns the levels of severity, least first. */
  ImmutableList<String> levels();

  /** Returns the severity. */
  @Nullable String severity();

  /** Returns the category. */
  @Nullable String category();

  /** Returns whether the category is this one, or of this class. */
  @Nullable Boolean isOf(String category);

  /** Returns the phase, as a plan writes it, such as {@code post-incident}. */
  String phase();

  /** Returns the verdict, as a plan writes it, such as {@code true-positive}. */
  @Nullable String verdict();

  /**
   * Returns how many assets are affected.
   *
   * @param kind of which kind, null for any
   */
  long assets(@Nullable String kind);

  /** Returns with how many assets the response has not come as far as this state. */
  long assetsBelow(String state);

  /** Returns how many observables were seen. */
  long observables();

  /** Returns how many items of evidence are in the register. */
  long evidence();

  /** Returns whether this item of evidence is in the register. */
  boolean hasEvidence(String id);

  /** Returns the largest number of records that one affected asset is known to hold. */
  @Nullable Long dataRecords();

  /** Returns of how many persons one affected asset is known to hold data, at most. */
  @Nullable Long dataPersons();

  /** Returns the value of a variable, written as text. */
  @Nullable String variable(String name);
}
