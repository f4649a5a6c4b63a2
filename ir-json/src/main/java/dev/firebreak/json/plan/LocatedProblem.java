package dev.firebreak.json.plan;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a plan file, and where.
 *
 * @param file the file's name, as it was given
 * @param line the line, from 1
 * @param column the column, from 1, in UTF-16 units as editors count them
 * @param pointer the place as a JSON pointer into the file, empty for the whole
 * @param message what is wrong and what was expected
 * @param suggestion the nearest word that would have been right, null if none is near
 */
public record LocatedProblem(
    String file,
    int line,
    int column,
    String pointer,
    String message,
    @Nullable String suggestion) {

  /** Returns {@code file:line:column: message; did you mean "suggestion"?} */
  @Override
  public String toString() {
    var told = file + ":" + line + ":" + column + ": " + message;
    return suggestion == null ? told : told + "; did you mean \"" + suggestion + "\"?";
  }
}
