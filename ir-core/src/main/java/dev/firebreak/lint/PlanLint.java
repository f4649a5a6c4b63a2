package dev.firebreak.lint;

import com.google.common.collect.ImmutableList;
import dev.firebreak.plan.ResponsePlan;
import java.time.LocalDate;

/** Looks for what is weak about a plan; see {@link LintRule} for what that is. */
public final class PlanLint {
  private PlanLint() {}

  /**
   * Returns what is weak about the plan on that day, part by part.
   *
   * <p>The same plan and day give the same findings, in the same order.
   */
  public static ImmutableList<LintFinding> check(ResponsePlan plan, LocalDate on) {
    var findings = new Findings();
    new RoleLint(plan, findings).run();
    new SeverityLint(plan, findings).run();
    new PlaybookLint(plan, findings).run();
    new DutyLint(plan, findings).run();
    new DocumentLint(plan, on, findings).run();
    return findings.all();
  }
}
