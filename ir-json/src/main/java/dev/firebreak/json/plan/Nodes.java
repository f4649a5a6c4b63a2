package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import tools.jackson.databind.JsonNode;

/** Takes what would be written as if it had been read. */
final class Nodes {
  private Nodes() {}

  static Node of(JsonNode written, String name) {
    if (written.isObject()) {
      var fields = ImmutableList.<Node.Field>builder();
      written
          .properties()
          .forEach(
              field ->
                  fields.add(
                      new Node.Field(
                          text(field.getKey(), Node.Scalar.Kind.TEXT, "field name"),
                          of(field.getValue(), field.getKey()))));
      return new Node.Fields(Place.START, name, fields.build());
    }
    if (written.isArray()) {
      var items = ImmutableList.<Node>builder();
      written.forEach(item -> items.add(of(item, "item of " + name)));
      return new Node.Items(Place.START, name, items.build());
    }
    var kind =
        written.isString()
            ? Node.Scalar.Kind.TEXT
            : written.isNumber()
                ? Node.Scalar.Kind.NUMBER
                : written.isBoolean() ? Node.Scalar.Kind.FLAG : Node.Scalar.Kind.NOTHING;
    return text(written.asString(), kind, name);
  }

  private static Node.Scalar text(String text, Node.Scalar.Kind kind, String name) {
    return new Node.Scalar(Place.START, name, kind, text);
  }
}
