package dev.firebreak.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Gives Jackson a form to write with; what the mapper is told of types is left out. */
final class FormWriter<T> extends ValueSerializer<T> {
  private final Form<T> form;

  FormWriter(Form<T> form) {
    this.form = form;
  }

  @Override
  public void serialize(T value, JsonGenerator to, SerializationContext context) {
    form.write(value, to);
  }

  @Override
  public void serializeWithType(
      T value, JsonGenerator to, SerializationContext context, TypeSerializer types) {
    form.write(value, to);
  }
}
