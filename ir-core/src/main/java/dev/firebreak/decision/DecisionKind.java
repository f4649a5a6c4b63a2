package dev.firebreak.decision;

/** What a hard decision is about: something to be done or not. */
public enum DecisionKind {
  /** To leave attackers in place for a while, such as to watch them. */
  DELAY_CONTAINMENT,
  /** To shut down something that others need. */
  SHUT_DOWN,
  /** To pay what extortionists demand. */
  PAY_RANSOM,
  /** To tell somebody of the incident. */
  TELL,
  /** To bring in law enforcement. */
  INVOLVE_LAW_ENFORCEMENT,
  /** To watch more closely what was restored. */
  INCREASE_MONITORING,
  /** To do otherwise than the plan says. */
  DEPART_FROM_PLAN,
  /** Anything else. */
  OTHER
}
