package dev.firebreak.review;

/** The questions that a review answers; NIST SP 800-61 Rev. 2, section 3.4.1, in our words. */
public enum ReviewQuestion {
  /** What happened, and at what times. */
  COURSE_OF_EVENTS,
  /** How well staff and management did, and whether procedures were followed and fit. */
  PERFORMANCE,
  /** What would have been good to know sooner. */
  INFORMATION_NEEDED_SOONER,
  /** What got in the way of recovery. */
  HINDERING_ACTIONS,
  /** What would be done differently next time. */
  DO_DIFFERENTLY,
  /** How sharing with others could have been better. */
  SHARING,
  /** What prevents the like in future. */
  CORRECTIVE_ACTIONS,
  /** What to watch for, to see the like sooner. */
  SIGNS_TO_WATCH,
  /** What tools or resources are needed. */
  TOOLS
}
