package dev.firebreak.people;

/** Why nobody is asked any more to take an incident on. */
public enum AskingEnd {
  /** Somebody took it on. */
  ANSWERED,
  /** Nobody did, and there is nobody left to ask. */
  UNANSWERED,
  /** The incident was closed. */
  CLOSED
}
