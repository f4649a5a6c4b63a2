package dev.firebreak.lifecycle;

import dev.firebreak.fact.Condition;

/** What spans several parts of an incident and must hold before it moves on. */
public enum GuardCondition implements Condition {
  /** Containment starts when the incident has been declared. */
  DECLARED("guard.declared", "Containment starts when the incident has been declared."),
  /** No phase is left, and no incident closed, while an action is unfinished. */
  ACTIONS_FINISHED(
      "guard.actions-finished",
      "No phase is left, and no incident closed, while an action is unfinished."),
  /** A phase is left, and an incident resolved, when it is done for every affected asset. */
  ASSETS_HANDLED(
      "guard.assets-handled",
      "A phase is left, and an incident resolved, when it is done for every affected asset."),
  /**
   * Skipping, waiving, loosening, closing, reopening and merging need a role with the authority.
   */
  ENTITLED(
      "guard.entitled",
      "Skipping, waiving, loosening, closing, reopening and merging need a role with the authority."),
  /** A duty whose clock runs is not forgotten by a merge, or when an incident is handed over. */
  DUTIES_COVERED(
      "guard.duties-covered",
      "A duty whose clock runs is not forgotten by a merge, or when an incident is handed over."),
  /** What is cited as evidence is in the register of the incident. */
  EVIDENCE_KNOWN(
      "guard.evidence-known", "What is cited as evidence is in the register of the incident."),
  /** A criterion that is settled is one of the plan. */
  CRITERION_KNOWN(
      "guard.criterion-known", "A criterion for the end of recovery is one of the plan."),
  /** A step is one of the plan, and its action is of the planned type. */
  STEP_KNOWN(
      "guard.step-known", "A step is one of the plan, and its action is of the planned type."),
  /** Somebody else reviews what was started without its approvals before the incident is closed. */
  GLASS_REVIEWED(
      "guard.glass-reviewed",
      "Somebody else reviews what was started without its approvals before the incident is closed."),
  /** Nothing is destroyed on what is on legal hold. */
  NOT_HELD("guard.not-held", "Nothing is destroyed on what is on legal hold."),
  /** A step is done when its turn has come. */
  STEP_READY("guard.step-ready", "A step is done when its turn has come."),
  /** A variable takes a value of its type, unless it is constant. */
  VARIABLE_FITS(
      "guard.variable-fits", "A variable takes a value of its type, unless it is constant."),
  /** Only what can be undone is rolled back. */
  REVERSIBLE("guard.reversible", "Only what can be undone is rolled back."),
  /** A notice fulfils obligations of the plan to tell its audience. */
  NOTICE_FITS(
      "guard.notice-fits", "A notice fulfils obligations of the plan to tell its audience."),
  /** An incident ends without response only by its verdict. */
  VERDICT_FITS("guard.verdict-fits", "An incident ends without response only by its verdict."),
  /** An incident that is major, or whose severity is not known, is reviewed before it is closed. */
  REVIEW_HELD(
      "guard.review-held",
      "An incident that is major, or whose severity is not known, is reviewed before it is closed.");

  private final String code;
  private final String statement;

  GuardCondition(String code, String statement) {
    this.code = code;
    this.statement = statement;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String statement() {
    return statement;
  }
}
