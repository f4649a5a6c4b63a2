package dev.firebreak.compliance;

import static com.google.common.base.Preconditions.checkArgument;

import dev.firebreak.check.Check;

/**
 * One rule of a source, with the function that decides it.
 *
 * @param id the source's id, a slash and a short name: {@code NIST-800-61r2/3.3.4-eradicate}
 * @param source the edition that it stands in
 * @param clause where it stands there
 * @param level how strongly it is demanded
 * @param subject what it looks at
 * @param statement what it asks for, in our own words
 * @param predicate decides it
 */
public record Rule(
    String id,
    Source source,
    String clause,
    Level level,
    Subject subject,
    String statement,
    Predicate predicate) {

  /** Decides a rule; a pure function, which answers alike for equal cases. */
  @FunctionalInterface
  public interface Predicate {
    /** Returns what the rule says of the case. */
    Outcome test(Case asked);
  }

  public Rule {
    Check.text(clause, "clause");
    Check.text(statement, "statement");
    checkArgument(
        id.startsWith(source.id() + "/"), "the id of a rule of %s was %s", source.id(), id);
    Check.identifier(id.substring(source.id().length() + 1), "rule");
  }

  /** Returns where the rule stands, such as {@code NIST SP 800-61 Rev. 2 §3.3.4}. */
  public String citation() {
    return source.name() + " " + clause;
  }

  @Override
  public String toString() {
    return id;
  }
}
