package dev.firebreak.json;

import tools.jackson.core.JsonGenerator;

/**
 * How values of one type look in JSON, whatever features a mapper has set.
 *
 * @param <T> the type of the values
 */
interface Form<T> {
  /** Writes a value. */
  void write(T value, JsonGenerator to);

  /** Reads a value; starts at its first token and ends at its last. */
  T read(Reading from);
}
