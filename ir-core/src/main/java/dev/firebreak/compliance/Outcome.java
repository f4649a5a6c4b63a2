package dev.firebreak.compliance;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.joining;

import dev.firebreak.check.Check;
import java.util.Arrays;
import java.util.List;

/**
 * What a rule's predicate answers.
 *
 * <p>One that passes or fails cites what it rests on, so that nothing passes because nothing was
 * there.
 *
 * @param because why, in one clause for people
 * @param cited what was looked at
 */
public record Outcome(Verdict verdict, String because, Cited cited) {
  public Outcome {
    Check.text(because, "because");
    checkArgument(
        (verdict != Verdict.PASS && verdict != Verdict.FAIL) || !cited.isEmpty(),
        "%s must cite what it rests on: %s",
        verdict,
        because);
  }

  /**
   * Returns that what is asked for is there.
   *
   * @throws IllegalArgumentException if nothing is cited
   */
  public static Outcome pass(String because, Cited cited) {
    return new Outcome(Verdict.PASS, because, cited);
  }

  /**
   * Returns that what is there is not what is asked for.
   *
   * @throws IllegalArgumentException if nothing is cited
   */
  public static Outcome fail(String because, Cited cited) {
    return new Outcome(Verdict.FAIL, because, cited);
  }

  /** Returns that there is nothing that the rule is about. */
  public static Outcome notApplicable(String because, Cited cited) {
    return new Outcome(Verdict.NOT_APPLICABLE, because, cited);
  }

  /** Returns that what would decide is not recorded. */
  public static Outcome notEvidenced(String because, Cited cited) {
    return new Outcome(Verdict.NOT_EVIDENCED, because, cited);
  }

  /** Returns that what is asked for may still come in time. */
  public static Outcome pending(String because, Cited cited) {
    return new Outcome(Verdict.PENDING, because, cited);
  }

  /** Returns the outcome of a rule that asks for all of these; the worst of them decides. */
  public static Outcome all(Outcome... parts) {
    return all(Arrays.asList(parts));
  }

  /**
   * Returns the outcome of a rule that asks for all of these; the worst of them decides.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Outcome all(List<Outcome> parts) {
    checkArgument(!parts.isEmpty(), "a rule that asks for nothing has no outcome");
    var worst = parts.stream().map(Outcome::verdict).reduce(Verdict::orWorse).orElseThrow();
    var because =
        parts.stream()
            .filter(part -> part.verdict == worst)
            .map(Outcome::because)
            .distinct()
            .collect(joining("; "));
    return new Outcome(worst, because, citedBy(parts));
  }

  private static Cited citedBy(List<Outcome> parts) {
    return parts.stream().map(Outcome::cited).reduce(Cited.NOTHING, Cited::and);
  }
}
