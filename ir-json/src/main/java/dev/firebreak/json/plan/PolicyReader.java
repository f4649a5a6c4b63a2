package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.plan.PolicyReference;
import java.util.Optional;

/** Reads the policies that a plan names; whether they are provided is for the engine to say. */
final class PolicyReader {
  static final Shape<ImmutableList<PolicyReference>> POLICIES =
      Shape.listOf("a list of policies", new Shape<>("a policy", PolicyReader::reference));

  private static final Shape<String> NAME =
      Shape.checked(
          "the name of a policy",
          name -> new PolicyReference(name, null, ImmutableMap.of()).policy());
  private static final Shape<ImmutableMap<String, String>> PARAMETERS =
      new Shape<>("an object with a field for each parameter", PolicyReader::parameters);

  private PolicyReader() {}

  private static Optional<PolicyReference> reference(Node node, Problems problems) {
    var form = Form.of(node, problems, "a policy", "policy", "version", "with");
    var policy = form.required("policy", NAME);
    var version = form.optional("version", Shape.TEXT);
    var with = form.optional("with", PARAMETERS);
    return form.build(
        () ->
            new PolicyReference(
                policy.orElseThrow(), version.orElse(null), with.orElse(ImmutableMap.of())));
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
}
