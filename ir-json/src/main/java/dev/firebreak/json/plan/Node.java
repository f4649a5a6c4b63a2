package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** A part of a plan file that knows where it stands. */
sealed interface Node {
  /** Returns where it starts. */
  Place place();

  /** Returns what a message calls it: its field, or which item of which field. */
  String name();

  /** Returns what a message says it is. */
  String told();

  /** Fields and their values, in the order of the file. */
  record Fields(Place place, String name, ImmutableList<Field> fields) implements Node {
    @Override
    public String told() {
      return "an object";
    }

    Optional<Node> find(String key) {
      for (int i = 0; i < fields.size(); i++) { // it is asked for every field of every object
        var field = fields.get(i);
        if (field.key().text().equals(key)) {
          return Optional.of(field.value());
        }
      }
      return Optional.empty();
    }
  }

  /** One field. */
  record Field(Scalar key, Node value) {}

  /** A list. */
  record Items(Place place, String name, ImmutableList<Node> items) implements Node {
    @Override
    public String told() {
      return "a list";
    }
  }

  /** A single value. */
  record Scalar(Place place, String name, Kind kind, String text) implements Node {
    /** What JSON would take it for. */
    enum Kind {
      TEXT,
      NUMBER,
      FLAG,
      NOTHING
    }

    @Override
    public String told() {
      return switch (kind) {
        case TEXT -> Words.quote(text);
        case NUMBER -> "the number " + Words.clean(text, 40);
        case FLAG -> text;
        case NOTHING -> "empty";
      };
    }
  }

  /** Something that was reported already, and is not looked at again. */
  record Broken(Place place, String name) implements Node {
    @Override
    public String told() {
      return "unreadable";
    }
  }
}
