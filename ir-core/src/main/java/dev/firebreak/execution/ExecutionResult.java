package dev.firebreak.execution;

import dev.firebreak.check.Check;

/** What came of an execution. */
public sealed interface ExecutionResult {
  /** It did what it should. */
  record Succeeded(String outcome) implements ExecutionResult {
    public Succeeded {
      Check.text(outcome, "outcome");
    }
  }

  /** It did nothing. */
  record Failed(String reason) implements ExecutionResult {
    public Failed {
      Check.text(reason, "reason");
    }
  }
}
