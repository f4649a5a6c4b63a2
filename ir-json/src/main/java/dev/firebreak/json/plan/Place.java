package dev.firebreak.json.plan;

import org.jspecify.annotations.Nullable;

/**
 * A place in a plan file.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 * @param parent the place of what holds this, null for the whole
 * @param step the field or the index in what holds this, empty for the whole
 * @param file what problems call the file, null for the plan's own
 */
record Place(int line, int column, @Nullable Place parent, String step, @Nullable String file) {
  static final Place START = new Place(1, 1);

  /** Makes a place that belongs to no field. */
  Place(int line, int column) {
    this(line, column, null, "", null);
  }

  /** Returns this place as the one of a field or item of what is there. */
  Place in(Place parent, String step) {
    return new Place(line, column, parent, step, file);
  }

  /** Returns the JSON pointer, empty for the whole. */
  String pointer() {
    return parent == null
        ? ""
        : parent.pointer() + "/" + step.replace("~", "~0").replace("/", "~1");
  }
}
