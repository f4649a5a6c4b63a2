package dev.firebreak.json.plan;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of plan files, by which an editor completes and checks them.
 *
 * <p>What it refuses, {@link PlanReader} refuses too. The reader finds more: what is named and is
 * not there, what is there twice, and what fits its pattern and still makes no sense.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class PlanSchema {
  /** Where it is among the resources of this package. */
  static final String RESOURCE = "plan.schema.json";

  private PlanSchema() {}

  /** Returns its text. */
  public static String text() {
    try {
      return Resources.toString(
          Resources.getResource(PlanSchema.class, RESOURCE), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what its text must be: the description by which plans are read and written. */
  static ObjectNode described() {
    var schema = new Schema();
    var described = JsonNodeFactory.instance.objectNode();
    described.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    described.put("title", "Response plan");
    described.setAll(PlanForm.FIELDS.describe(schema));
    described.set("$defs", schema.definitions());
    return described;
  }
}
