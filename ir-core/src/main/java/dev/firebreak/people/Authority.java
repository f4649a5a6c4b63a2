package dev.firebreak.people;

/** What a role may decide; NIST SP 800-61 Rev. 2, section 2.3.1, asks a policy to say so. */
public enum Authority {
  /** Leave out a step or a phase that the plan demands. */
  WAIVE,
  /** End an incident, reopen it, or hand it over. */
  CLOSE,
  /** Merge incidents, and un-merge them. */
  MERGE,
  /** Cut equipment off the network. */
  DISCONNECT,
  /** Seize equipment. */
  CONFISCATE,
  /** Watch suspicious activity. */
  MONITOR,
  /** Start an action in an emergency without the approvals that it needs. */
  BREAK_GLASS
}
