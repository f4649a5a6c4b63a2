package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.plan.PolicyReference;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The policies that a plan names; whether they are provided is for the engine to say. */
final class PolicyReader {
  private static final Shape<String> NAME =
      Shape.name(
          "the name of a policy",
          name -> new PolicyReference(name, null, ImmutableMap.of()).policy(),
          name -> name);
  private static final Shape<ImmutableMap<String, String>> PARAMETERS =
      new Shape<>(
          "an object with a field for each parameter",
          PolicyReader::parameters,
          PolicyReader::write,
          schema -> describe());

  static final Shape<ImmutableList<PolicyReference>> POLICIES =
      Shape.listOf("a list of policies", reference());

  private PolicyReader() {}

  private static Shape<PolicyReference> reference() {
    var fields = Fields.<PolicyReference>of("a policy");
    var policy = fields.required("policy", NAME, PolicyReference::policy);
    var version = fields.optional("version", Shape.TEXT, PolicyReference::version);
    var with = fields.optional("with", PARAMETERS, PolicyReference::with);
    return fields.made(
        values ->
            new PolicyReference(
                values.get(policy), values.orNull(version), values.get(with, ImmutableMap.of())));
  }

  /** Returns the parameters, numbers and flags as they are written. */
  private static Optional<ImmutableMap<String, String>> parameters(Node node, Problems problems) {
    if (!(node instanceof Node.Fields fields)) {
      return Shape.refuse(node, PARAMETERS.expected(), problems);
    }
    var parameters = ImmutableMap.<String, String>builder();
    for (Node.Field field : fields.fields()) {
      if (field.value() instanceof Node.Scalar scalar
          && scalar.kind() != Node.Scalar.Kind.NOTHING) {
        parameters.put(field.key().text(), scalar.text());
      } else {
        Shape.refuse(field.value(), "a text, a number, true or false", problems);
      }
    }
    return Optional.of(parameters.buildOrThrow());
  }

  private static JsonNode write(ImmutableMap<String, String> parameters) {
    var written = JsonNodeFactory.instance.objectNode();
    parameters.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> written.put(entry.getKey(), entry.getValue()));
    return written;
  }

  private static ObjectNode describe() {
    var described = Schema.type("object", "an object with a field for each parameter");
    described
        .putObject("additionalProperties")
        .putArray("type")
        .add("string")
        .add("number")
        .add("boolean");
    return described;
  }
}
