package dev.firebreak.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;

/** Gives Jackson a form to read with; what the mapper is told of types is not looked for. */
final class FormReader<T> extends ValueDeserializer<Object> {
  private final Class<?> type;
  private final Form<T> form;

  FormReader(Class<?> type, Form<T> form) {
    this.type = type;
    this.form = form;
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) {
    var from = Reading.strict(parser);
    var value = form.read(from);
    if (!type.isInstance(value)) {
      throw from.wrong("expected a " + type.getSimpleName() + " but found another kind of fact");
    }
    return value;
  }

  @Override
  public Object deserializeWithType(
      JsonParser parser, DeserializationContext context, TypeDeserializer types) {
    return deserialize(parser, context);
  }

  @Override
  public Class<?> handledType() {
    return type;
  }
}
