package dev.firebreak.obligation;

/** Something that somebody determines about an incident, as a law or contract defines it. */
public enum Determination {
  /** The organisation is aware of it: reasonably certain that it happened. */
  AWARE,
  /** It is one that the law is about. */
  DETERMINED,
  /** It is classified as major. */
  MAJOR,
  /** It is material to investors. */
  MATERIAL,
  /** There is reason to believe that it is one that the law is about. */
  REASONABLE_BELIEF,
  /** The risk to people is high. */
  HIGH_RISK,
  /** A risk to people is unlikely. */
  LOW_RISK,
  /** As many are affected as the law asks for. */
  MANY_AFFECTED,
  /** A ransom was paid. */
  RANSOM_PAID,
  /** A correction or mitigation is available. */
  FIX_AVAILABLE,
  /** What was missing from a report became known. */
  INFORMATION_AVAILABLE,
  /** An authority asked for something. */
  AUTHORITY_REQUEST,
  /** The incident is handled. */
  HANDLED
}
