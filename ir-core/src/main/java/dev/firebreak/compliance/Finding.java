package dev.firebreak.compliance;

import com.google.common.collect.ImmutableList;

/** What one rule says of one plan or incident. */
public record Finding(Rule rule, Outcome outcome) {
  /** Returns what the rule says. */
  public Verdict verdict() {
    return outcome.verdict();
  }

  /** Returns why, in one clause for people. */
  public String because() {
    return outcome.because();
  }

  /** Returns the events that were looked at, by sequence number. */
  public ImmutableList<Long> events() {
    return outcome.cited().events();
  }

  /** Returns the places in the plan that were looked at, as JSON pointers. */
  public ImmutableList<String> pointers() {
    return outcome.cited().pointers();
  }

  /** Returns clause, id, reason and evidence in one line. */
  public String describe() {
    var cited = outcome.cited().isEmpty() ? "" : " " + outcome.cited();
    return rule.citation() + " (" + rule.id() + "): " + because() + cited;
  }
}
