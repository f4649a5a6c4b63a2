package dev.firebreak.json;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** Gives Jackson a text form to read the keys of maps with. */
final class KeyReader extends KeyDeserializer {
  private final TextForm<?> form;

  KeyReader(TextForm<?> form) {
    this.form = form;
  }

  @Override
  public Object deserializeKey(String key, DeserializationContext context) {
    var from = Reading.strict(context.getParser());
    return form.valueOf(from.checked(key), from);
  }
}
