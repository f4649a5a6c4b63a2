package dev.firebreak.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Gives Jackson a text form to write the keys of maps with. */
final class KeyWriter<T> extends ValueSerializer<T> {
  private final TextForm<T> form;

  KeyWriter(TextForm<T> form) {
    this.form = form;
  }

  @Override
  public void serialize(T value, JsonGenerator to, SerializationContext context) {
    Text.writeName(form.textOf(value), to);
  }
}
