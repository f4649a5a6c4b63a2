package dev.firebreak.journal;

import org.jspecify.annotations.Nullable;

/** Says that a journal's storage failed, or does not hold what it should. */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean outcomeKnown;

  private JournalException(String message, @Nullable Throwable cause, boolean outcomeKnown) {
    super(message, cause);
    this.outcomeKnown = outcomeKnown;
  }

  /** Returns an exception that says that nothing was kept, or nothing was asked to be. */
  public static JournalException failed(String message, @Nullable Throwable cause) {
    return new JournalException(message, cause, true);
  }

  /** Returns an exception that says that the events may be kept or not. */
  public static JournalException outcomeUnknown(String message, @Nullable Throwable cause) {
    return new JournalException(message, cause, false);
  }

  /** Returns whether it is sure that nothing was kept. */
  public boolean outcomeKnown() {
    return outcomeKnown;
  }
}
