package dev.firebreak.severity;

/** What recovery will take; NIST SP 800-61 Rev. 2, table 3-4. */
public enum Recoverability {
  /** Existing resources are enough, and the time can be told. */
  REGULAR,
  /** More resources are needed, and the time can be told. */
  SUPPLEMENTED,
  /** More resources and outside help are needed, and the time cannot be told. */
  EXTENDED,
  /** Recovery is not possible, as when data was published. */
  NOT_RECOVERABLE
}
