package dev.firebreak.action;

/** What response actions act on. */
public enum ActionGroup {
  /** Traffic, addresses, names and segments. */
  NETWORK,
  /** Hosts, their processes and files. */
  ENDPOINT,
  /** Accounts, sessions, credentials and rights. */
  ACCOUNT,
  /** Mail and mailboxes. */
  EMAIL,
  /** Stored data and who may get at it. */
  DATA,
  /** What a cloud provider runs. */
  CLOUD,
  /** What people inside and outside are told, or asked for. */
  COMMUNICATION,
  /** What is secured for the analysis, or for a court. */
  EVIDENCE
}
