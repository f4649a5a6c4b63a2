package dev.firebreak.phase;

/** How an incident stands as a whole; not the same as its phase, its severity or its verdict. */
public enum Disposition {
  /** It is being worked on. */
  OPEN,
  /** It was handled to the end. */
  RESOLVED,
  /** It turned out to be no incident. */
  FALSE_POSITIVE,
  /** It turned out to be a test that was allowed. */
  AUTHORIZED_TEST,
  /** It was merged into another incident, where work goes on. */
  MERGED,
  /** Crisis or continuity management has taken it over. */
  HANDED_OVER
}
