package dev.firebreak.playbook;

/** Tells why a text is no expression. */
@SuppressWarnings("serial") // never written
public final class ExpressionException extends IllegalArgumentException {
  private final int column;

  ExpressionException(int column, String message) {
    super("column " + column + ": " + message);
    this.column = column;
  }

  /** Returns where in the text it goes wrong, from 1. */
  public int column() {
    return column;
  }
}
