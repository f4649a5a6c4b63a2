package dev.firebreak.lint;

/**
 * What is looked for in a plan. The {@linkplain #id() ids} do not change.
 *
 * <table>
 *   <caption>The rules</caption>
 *   <tr><th>id<th>level<th>what is wrong
 *   <tr><td>FB-ROLE-NO-HOLDER<td>warning<td>a role has neither a primary nor a deputy
 *   <tr><td>FB-ROLE-NO-DEPUTY<td>warning<td>a role has only one holder, who may be ill or away
 *   <tr><td>FB-ROLE-UNUSED<td>note<td>a role is named nowhere, may decide nothing, and has no duties
 *   <tr><td>FB-AUTHORITY-NOBODY<td>error<td>nobody may waive a step, or nobody may close an incident
 *   <tr><td>FB-APPROVAL-IMPOSSIBLE<td>error<td>a step needs more approvals than its approving role has people
 *   <tr><td>FB-APPROVAL-BY-ASKER<td>warning<td>when a certain person does a step, too few others may approve it
 *   <tr><td>FB-EVIDENCE-AFTER-DESTRUCTION<td>error<td>evidence is first secured after a step that destroys some
 *   <tr><td>FB-CAPTURE-NEVER-ASKED<td>note<td>a kind of evidence is to be captured that no action destroys
 *   <tr><td>FB-PLAYBOOK-EMPTY<td>error<td>a playbook has neither steps nor a flow
 *   <tr><td>FB-PLAYBOOK-UNREACHED<td>warning<td>a playbook has no category, and no other playbook calls it
 *   <tr><td>FB-BRANCH-NEVER<td>warning<td>a branch of a playbook is taken in no incident, or in every one
 *   <tr><td>FB-CLASS-NO-PLAYBOOK<td>note<td>a class of the public taxonomy has no playbook, and none of its types has
 *   <tr><td>FB-CATEGORY-NO-PLAYBOOK<td>warning<td>an obligation is for a category that has no playbook
 *   <tr><td>FB-OBLIGATION-NO-STEP<td>warning<td>a playbook has no step in the phase whose end an obligation waits for
 *   <tr><td>FB-DEADLINE-BEFORE-ESCALATION<td>warning<td>a deadline from the opening ends before the escalation ladder does
 *   <tr><td>FB-DEADLINE-BEFORE-STEPS<td>warning<td>the mandatory steps before a deadline may take longer than it
 *   <tr><td>FB-AUDIENCE-NO-RULE<td>warning<td>an audience has to be told, and nothing says what
 *   <tr><td>FB-AUDIENCE-NO-CONTACT<td>note<td>an audience outside has to be told, and no contact stands for it
 *   <tr><td>FB-LEVEL-NEVER-GIVEN<td>warning<td>nothing gives an incident that severity
 *   <tr><td>FB-LEVEL-NO-SERVICE-LEVEL<td>note<td>a severity has no service level
 *   <tr><td>FB-ROW-NEVER-FITS<td>warning<td>an earlier row of the severity matrix always fits first
 *   <tr><td>FB-APPROVAL-OTHER-VERSION<td>warning<td>no approval is for this version of the plan
 *   <tr><td>FB-REVIEW-STALE<td>warning<td>the plan was not reviewed for twelve months, or never
 *   <tr><td>FB-EXERCISE-STALE<td>warning<td>a playbook was not part of an exercise for twelve months, or never
 *   <tr><td>FB-TRAINING-STALE<td>note<td>no training was held for twelve months, or never
 *   <tr><td>FB-CONTACT-STALE<td>warning<td>a contact was not verified for six months, or never
 *   <tr><td>FB-BACKUP-STALE<td>warning<td>restoring a backup was not tried for twelve months, or never
 *   <tr><td>FB-RISK-STALE<td>warning<td>the next assessment of risks is overdue
 *   <tr><td>FB-CHANNEL-NONE-OUT-OF-BAND<td>warning<td>all channels may fall with what is attacked
 *   <tr><td>FB-TECHNIQUE-NO-PLAYBOOK<td>warning<td>no playbook answers a technique that is expected
 * </table>
 */
public enum LintRule {
  /** A role has neither a primary nor a deputy. */
  ROLE_NO_HOLDER(Level.WARNING, "Name a primary and a deputy"),
  /** A role has only one holder, who may be ill or away. */
  ROLE_NO_DEPUTY(Level.WARNING, "Name a deputy who is somebody else"),
  /** A role is named nowhere, may decide nothing, and has no duties. */
  ROLE_UNUSED(Level.NOTE, "Give it duties or authorities, or take it out"),
  /** Nobody may waive a step, or nobody may close an incident. */
  AUTHORITY_NOBODY(Level.ERROR, "Give the authority to a role that somebody holds"),
  /** A step needs more approvals than its approving role has people. */
  APPROVAL_IMPOSSIBLE(Level.ERROR, "Ask for fewer approvals, or name more holders of the role"),
  /** When a certain person does a step, too few others may approve it. */
  APPROVAL_BY_ASKER(Level.WARNING, "Name somebody else who may approve, or who does the step"),
  /** Evidence is first secured after a step that destroys some. */
  EVIDENCE_AFTER_DESTRUCTION(Level.ERROR, "Put the step that secures evidence before it"),
  /** A kind of evidence is to be captured first that no action destroys. */
  CAPTURE_NEVER_ASKED(
      Level.NOTE, "Take it out, or say of a type of action that it destroys that kind"),
  /** A playbook has neither steps nor a flow. */
  PLAYBOOK_EMPTY(Level.ERROR, "Write its steps, or take it out"),
  /** A playbook has no category, and no other playbook calls it. */
  PLAYBOOK_UNREACHED(Level.WARNING, "Give it a category, or take it out"),
  /** A branch of a playbook is taken in no incident, or in every one. */
  BRANCH_NEVER(Level.WARNING, "Correct the condition, or take the branch out"),
  /** A class of the public taxonomy has no playbook, and none of its types has. */
  CLASS_NO_PLAYBOOK(Level.NOTE, "Write a playbook for the class, or say where it is handled"),
  /** An obligation is for a category that has no playbook. */
  CATEGORY_NO_PLAYBOOK(Level.WARNING, "Write a playbook for the category or for its class"),
  /** A playbook has no step in the phase whose end an obligation waits for. */
  OBLIGATION_NO_STEP(Level.WARNING, "Add a step in that phase"),
  /** A deadline from the opening ends before the escalation ladder does. */
  DEADLINE_BEFORE_ESCALATION(Level.WARNING, "Shorten the ladder, or give more time"),
  /** The mandatory steps before a deadline may take longer than it. */
  DEADLINE_BEFORE_STEPS(Level.WARNING, "Shorten the timeouts of the steps, or give more time"),
  /** An audience has to be told, and nothing says what. */
  AUDIENCE_NO_RULE(Level.WARNING, "Write a communication rule for the audience"),
  /** An audience outside has to be told, and no contact stands for it. */
  AUDIENCE_NO_CONTACT(Level.NOTE, "Name a contact for the audience"),
  /** Nothing gives an incident that severity. */
  LEVEL_NEVER_GIVEN(Level.WARNING, "Add a row to the severity matrix, or take the level out"),
  /** A severity has no service level. */
  LEVEL_NO_SERVICE_LEVEL(
      Level.NOTE, "Say in a service level how fast the response is at that severity"),
  /** An earlier row of the severity matrix always fits first. */
  ROW_NEVER_FITS(Level.WARNING, "Move the row up, or take it out"),
  /** No approval is for this version of the plan. */
  APPROVAL_OTHER_VERSION(Level.WARNING, "Have the version approved"),
  /** The plan was not reviewed for twelve months, or never. */
  REVIEW_STALE(Level.WARNING, "Review the plan"),
  /** A playbook was not part of an exercise for twelve months, or never. */
  EXERCISE_STALE(Level.WARNING, "Hold an exercise with the playbook"),
  /** No training was held for twelve months, or never. */
  TRAINING_STALE(Level.NOTE, "Hold a training"),
  /** A contact was not verified for six months, or never. */
  CONTACT_STALE(Level.WARNING, "Try to reach the contact, and note the day"),
  /** Restoring a backup was not tried for twelve months, or never. */
  BACKUP_STALE(Level.WARNING, "Restore it where nothing else runs, and note the day"),
  /** The next assessment of risks is overdue. */
  RISK_STALE(Level.WARNING, "Assess the risks again"),
  /** All channels may fall with what is attacked. */
  CHANNEL_NONE_OUT_OF_BAND(Level.WARNING, "Name a channel that works without it"),
  /** No playbook answers a technique that is expected. */
  TECHNIQUE_NO_PLAYBOOK(Level.WARNING, "Name the playbook that answers it, or write one");

  private final Level level;
  private final String remedy;

  LintRule(Level level, String remedy) {
    this.level = level;
    this.remedy = remedy;
  }

  /** How bad it is. */
  public enum Level {
    /** The plan cannot be carried out as it stands. */
    ERROR,
    /** The plan is weaker than it looks. */
    WARNING,
    /** Somebody may want to know. */
    NOTE
  }

  /** Returns its stable id, such as {@code FB-ROLE-NO-DEPUTY}. */
  public String id() {
    return "FB-" + name().replace('_', '-');
  }

  /** Returns how bad it is. */
  public Level level() {
    return level;
  }

  /** Returns what lifts it, as an instruction. */
  public String remedy() {
    return remedy;
  }
}
