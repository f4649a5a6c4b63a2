package dev.firebreak.severity;

/** What happened to information; NIST SP 800-61 Rev. 2, table 3-3. */
public enum InformationImpact {
  /** No information was read, changed, deleted or taken. */
  NONE,
  /** Sensitive personal data was reached or taken. */
  PRIVACY_BREACH,
  /** Unclassified proprietary information was reached or taken. */
  PROPRIETARY_BREACH,
  /** Sensitive or proprietary information was changed or deleted. */
  INTEGRITY_LOSS
}
