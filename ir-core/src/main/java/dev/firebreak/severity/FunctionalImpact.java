package dev.firebreak.severity;

/** How far services are lost; NIST SP 800-61 Rev. 2, table 3-2. */
public enum FunctionalImpact {
  /** All services reach all users. */
  NONE,
  /** Critical services reach all users, with less efficiency. */
  LOW,
  /** A critical service does not reach some users. */
  MEDIUM,
  /** Some critical services reach no user. */
  HIGH
}
