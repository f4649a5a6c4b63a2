package dev.firebreak.plan;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;

/** Says everything that is wrong with a plan, at once. */
public final class PlanException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient ImmutableList<PlanProblem> problems;

  public PlanException(Iterable<PlanProblem> problems) {
    super(Joiner.on('\n').join(problems));
    this.problems = ImmutableList.copyOf(problems);
  }

  /** Returns the problems in the order of the plan. */
  public ImmutableList<PlanProblem> problems() {
    return problems;
  }
}
