package dev.firebreak.compliance;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import java.util.Optional;

/**
 * Rules that are checked together.
 *
 * @param name what they are, for people
 * @param rules the rules, each id once, at least one
 */
public record RuleSet(String name, ImmutableList<Rule> rules) {
  public RuleSet {
    Check.text(name, "name");
    checkArgument(!rules.isEmpty(), "a rule set needs rules");
    var ids = rules.stream().map(Rule::id).collect(toImmutableSet());
    checkArgument(ids.size() == rules.size(), "the rules of %s must differ in their ids", name);
  }

  /**
   * Returns the rules of NIST SP 800-61 Rev. 2, Computer Security Incident Handling Guide.
   *
   * <p>Its publisher withdrew it on 2025-04-03. Rules about what a plan or an incident has no place
   * for are in the set and find NOT_EVIDENCED.
   */
  public static RuleSet nist80061r2() {
    return Nist80061.RULES;
  }

  /** Returns the rule of that id. */
  public Optional<Rule> find(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /**
   * Returns these without some, such as what an organisation shows elsewhere.
   *
   * @throws IllegalArgumentException if there is no rule of one of the ids, or none is left
   */
  public RuleSet without(String... ids) {
    var left = ImmutableSet.copyOf(ids);
    left.forEach(id -> checkArgument(find(id).isPresent(), "no rule %s in %s", id, name));
    return new RuleSet(
        name, rules.stream().filter(rule -> !left.contains(rule.id())).collect(toImmutableList()));
  }
}
