package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.testkit.PolicyContract.Violation;
import java.util.EnumMap;
import java.util.Map;

/** What was found: the first case for each rule, and how many more there were. */
final class Findings {
  private final Map<PolicyRule, First> byRule = new EnumMap<>(PolicyRule.class);

  private record First(String detail, int more) {}

  /** Takes findings about one context. */
  @FunctionalInterface
  interface At {
    void add(PolicyRule rule, String detail);
  }

  synchronized void add(PolicyRule rule, String detail) {
    byRule.merge(rule, new First(detail, 0), (was, now) -> new First(was.detail(), was.more() + 1));
  }

  synchronized ImmutableList<Violation> violations() {
    return byRule.entrySet().stream()
        .map(entry -> violation(entry.getKey(), entry.getValue()))
        .collect(toImmutableList());
  }

  private static Violation violation(PolicyRule rule, First first) {
    var more = first.more() == 0 ? "" : " (and " + first.more() + " more)";
    return new Violation(rule.code(), rule.statement() + ", but " + first.detail() + more);
  }
}
