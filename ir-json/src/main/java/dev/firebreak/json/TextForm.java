package dev.firebreak.json;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** The form of what is one string: text, identifiers, moments, durations. */
final class TextForm<T> implements Form<T> {
  private final Function<T, String> textOf;
  private final Function<String, T> parse;

  /**
   * Returns the form.
   *
   * @param textOf writes a value as text
   * @param parse reads it; refuses with an {@code IllegalArgumentException}
   */
  TextForm(Function<T, String> textOf, Function<String, T> parse) {
    this.textOf = textOf;
    this.parse = parse;
  }

  /** Returns the text of a value. */
  String textOf(T value) {
    return textOf.apply(value);
  }

  /**
   * Returns the value of a text, as the key of a map has it.
   *
   * @param from where it was read, for errors
   */
  T valueOf(String text, Reading from) {
    try {
      return parse.apply(text);
    } catch (UnknownNameException e) {
      throw from.unknownName(e);
    } catch (IllegalArgumentException e) {
      throw from.refused(e);
    }
  }

  @Override
  public void write(T value, JsonGenerator to) {
    Text.write(textOf.apply(value), to);
  }

  @Override
  public T read(Reading from) {
    return valueOf(from.text(), from);
  }

  /** An enumeration has no such name; a newer one may. */
  static final class UnknownNameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    UnknownNameException(String message) {
      super(message);
    }
  }
}
