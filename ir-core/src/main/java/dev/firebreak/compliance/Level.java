package dev.firebreak.compliance;

/** How strongly a source demands something. */
public enum Level {
  /** It binds whoever the source applies to. */
  MUST,
  /** It is recommended. */
  SHOULD
}
