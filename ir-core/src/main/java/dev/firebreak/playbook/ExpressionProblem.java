package dev.firebreak.playbook;

/**
 * Something that an expression says which makes no sense.
 *
 * @param column where in the text, from 1
 * @param message what is wrong, and what was expected
 */
public record ExpressionProblem(int column, String message) {
  @Override
  public String toString() {
    return "column " + column + ": " + message;
  }
}
