package dev.firebreak.json.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Collects what a JSON Schema says in more than one place, under its definitions. */
final class Schema {
  private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();

  /** Returns a reference to a definition, which is made when it is first needed. */
  ObjectNode reference(String name, Function<Schema, ObjectNode> definition) {
    if (!definitions.containsKey(name)) {
      var made = JsonNodeFactory.instance.objectNode();
      definitions.put(name, made); // it may refer to itself
      made.setAll(definition.apply(this));
    }
    return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/" + name);
  }

  /** Returns all of them. */
  ObjectNode definitions() {
    var all = JsonNodeFactory.instance.objectNode();
    definitions.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> all.set(entry.getKey(), entry.getValue()));
    return all;
  }

  /** Returns what is said of a value of one type. */
  static ObjectNode type(String type, String description) {
    return JsonNodeFactory.instance.objectNode().put("type", type).put("description", description);
  }

  /** Returns what is said of a text. */
  static ObjectNode text(String description, String pattern) {
    return type("string", description).put("pattern", pattern);
  }

  /** Returns what is said of an object that names things by its fields, whatever they are. */
  static ObjectNode anyNamed(String description, ObjectNode thing) {
    var named = type("object", description);
    named.set("additionalProperties", thing);
    return named;
  }

  /** Returns what is said of an object that names things by its fields, of which these fit. */
  static ObjectNode named(String description, String pattern, ObjectNode thing) {
    var named = anyNamed(description, thing);
    named.putObject("propertyNames").put("pattern", pattern);
    return named;
  }

  /** Returns that an object has a field. */
  static ObjectNode has(String field) {
    var has = JsonNodeFactory.instance.objectNode();
    has.putArray("required").add(field);
    return has;
  }

  /** Returns that a value is one of these. */
  static ObjectNode either(String description, ObjectNode... ways) {
    var either = JsonNodeFactory.instance.objectNode().put("description", description);
    var all = either.putArray("anyOf");
    for (ObjectNode way : ways) {
      all.add(way);
    }
    return either;
  }
}
