package dev.firebreak.json.plan;

import dev.firebreak.fact.Role;
import dev.firebreak.playbook.Expression;
import dev.firebreak.playbook.Question;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a question is before it is known who decides.
 *
 * @param text what a person is asked
 * @param expression what answers it by itself, null if a person always does
 */
record Asked(String text, @Nullable Expression expression) {
  private static final Shape<Expression> EXPRESSION =
      Shape.checked(
          "an expression such as severity >= 'high', or an object with ask",
          Expression::parse,
          Expression::toString,
          ".");
  private static final Fields<Asked> FIELDS = Fields.of(EXPRESSION.expected());
  private static final Fields.Field<Asked, String> ASK =
      FIELDS.required("ask", Shape.TEXT, Asked::text);
  private static final Fields.Field<Asked, Expression> KNOWN =
      FIELDS.optional("expression", EXPRESSION, Asked::expression);

  /** An expression, or an object with what is asked. */
  static final Shape<Asked> SHAPE =
      new Shape<>(EXPRESSION.expected(), Asked::read, Asked::write, Asked::describe);

  static Asked of(Question question) {
    return new Asked(question.text(), question.expression());
  }

  Question by(Role role) {
    return new Question(text, expression, role);
  }

  private static Optional<Asked> read(Node node, Problems problems) {
    return node instanceof Node.Fields
        ? FIELDS.read(node, problems, values -> new Asked(values.get(ASK), values.orNull(KNOWN)))
        : EXPRESSION.read(node, problems).map(found -> new Asked(found.toString(), found));
  }

  private JsonNode write() {
    return expression != null && expression.toString().equals(text)
        ? JsonNodeFactory.instance.stringNode(text)
        : FIELDS.write(this);
  }

  private static ObjectNode describe(Schema schema) {
    return Schema.either(
        EXPRESSION.expected(), EXPRESSION.describe(schema), FIELDS.describe(schema));
  }
}
