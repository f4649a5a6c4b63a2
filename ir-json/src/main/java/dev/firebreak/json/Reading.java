package dev.firebreak.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;

/** A parser, and what the forms may ask of it; whatever is wrong carries its place. */
final class Reading {
  private static final int LONGEST_MESSAGE = 200;

  private final JsonParser parser;
  private final Newer newer;

  /** Whether something of a newer format may be met, and whether it was. */
  private static final class Newer {
    private final boolean tolerated;
    private boolean met;

    private Newer(boolean tolerated) {
      this.tolerated = tolerated;
    }
  }

  private Reading(JsonParser parser, Newer newer) {
    this.parser = parser;
    this.newer = newer;
  }

  /** Reads what must be understood in full. */
  static Reading strict(JsonParser parser) {
    return new Reading(parser, new Newer(false));
  }

  /** Reads what may be of a newer format; {@link #newer} tells whether it was. */
  static Reading tolerant(JsonParser parser) {
    return new Reading(parser, new Newer(true));
  }

  /** Returns a reading of a part that was put aside. */
  Reading at(JsonParser part) {
    return new Reading(part, newer);
  }

  JsonParser parser() {
    return parser;
  }

  /** Returns whether something was met that only a newer format has. */
  boolean newer() {
    return newer.met;
  }

  /** Skips a member of an object that has no place in the type. */
  void unknown(Class<?> type, String member) {
    if (!newer.tolerated) {
      throw (DatabindException) wrong("is not known").prependPath(type, member);
    }
    newer.met = true;
    parser.skipChildren();
  }

  /** Returns the error for a name that an enumeration does not have. */
  DatabindException unknownName(RuntimeException cause) {
    newer.met = newer.tolerated;
    return refused(cause);
  }

  /** Skips the value at the parser. */
  void skip() {
    parser.skipChildren();
  }

  /** Returns how many objects and arrays are open. */
  int depth() {
    var context = parser.streamReadContext();
    return parser.currentToken().isStructStart()
        ? context.getNestingDepth() - 1
        : context.getNestingDepth();
  }

  /** Goes on to where only so many objects and arrays are open. */
  void leaveTo(int depth) {
    var token = parser.currentToken();
    while (token != null && parser.streamReadContext().getNestingDepth() > depth) {
      token = parser.nextToken();
    }
  }

  /** Steps into an object; {@link #nextMember} goes on. */
  void startObject() {
    expect(JsonToken.START_OBJECT, "an object");
  }

  /** Returns the name of the next member, with the parser at its value; null after the last. */
  @Nullable String nextMember() {
    if (parser.nextToken() != JsonToken.PROPERTY_NAME) {
      return null;
    }
    var name = parser.currentName();
    parser.nextToken();
    return name;
  }

  /** Steps into an array; {@link #nextElement} goes on. */
  void startArray() {
    expect(JsonToken.START_ARRAY, "an array");
  }

  /** Returns whether there is another element, with the parser at it. */
  boolean nextElement() {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  /** Returns the text at the parser. */
  String text() {
    expect(JsonToken.VALUE_STRING, "a string");
    return checked(parser.getString());
  }

  /** Returns the text if it may be part of a document. */
  String checked(String text) {
    var problem = Text.problemOf(text);
    if (problem != null) {
      throw wrong(problem);
    }
    return text;
  }

  /** Returns the whole number at the parser. */
  long number(long least, long most) {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      long number = parser.getLongValue();
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw wrong("expected a whole number from " + least + " to " + most);
  }

  /** Returns the truth value at the parser. */
  boolean truth() {
    if (parser.currentToken() == JsonToken.VALUE_TRUE) {
      return true;
    }
    expect(JsonToken.VALUE_FALSE, "true or false");
    return false;
  }

  /** Returns an error at the place of the parser. */
  DatabindException wrong(String message) {
    return DatabindException.from(parser, shortened(message));
  }

  /** Returns an error at the place of the parser, for what a constructor or parser refused. */
  DatabindException refused(RuntimeException cause) {
    var message = cause.getMessage() == null ? "not a valid value" : cause.getMessage();
    return DatabindException.from(parser, shortened(message), cause);
  }

  private void expect(JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw wrong("expected " + what + " but found " + found());
    }
  }

  private String found() {
    var token = parser.currentToken();
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a truth value";
      case VALUE_NULL -> "null";
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          "something that is not JSON";
    };
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + "…";
  }
}
