package dev.firebreak.json.plan;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;

/** Says everything that is wrong with a plan file, at once: one problem a line. */
public final class PlanFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ImmutableList<LocatedProblem> problems;

  PlanFileException(ImmutableList<LocatedProblem> problems) {
    super("what is wrong is told when it is asked for");
    this.problems = problems;
  }

  @Override
  public String getMessage() {
    return Joiner.on('\n').join(problems);
  }

  /** Returns the problems in the order of the file; at least one. */
  public ImmutableList<LocatedProblem> problems() {
    return problems;
  }
}
