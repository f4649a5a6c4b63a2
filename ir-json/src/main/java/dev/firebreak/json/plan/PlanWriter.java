package dev.firebreak.json.plan;

import static com.google.common.base.Preconditions.checkArgument;

import dev.firebreak.plan.ResponsePlan;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a response plan as a file, in one way: equal plans have equal files.
 *
 * <p>Fields have a fixed order, what is as usual is left out, sets and names of objects whose order
 * means nothing are sorted, and each value has one form. Comments, the order of such values and
 * files that a plan was split over are not kept. Both formats say the same. Safe for use by several
 * threads.
 */
public final class PlanWriter {
  private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter JSON =
      JsonMapper.shared()
          .writer()
          .with(
              new DefaultPrettyPrinter(
                      Separators.createDefaultInstance()
                          .withObjectNameValueSpacing(Separators.Spacing.AFTER))
                  .withObjectIndenter(TWO_SPACES)
                  .withArrayIndenter(TWO_SPACES));

  private PlanWriter() {}

  /**
   * Returns the plan as a file that {@link PlanReader} reads as this very plan.
   *
   * @throws IllegalArgumentException if no file can hold it: it is too large, or a value in it can
   *     be made by a program but not be written down
   */
  public static String write(ResponsePlan plan, PlanFormat format) {
    var tree = PlanForm.FIELDS.write(plan);
    var text =
        switch (format) {
          case JSON -> json(tree);
          case YAML -> YamlText.of(tree);
        };
    try {
      var read = PlanReader.read("plan", text, format);
      checkArgument(read.equals(plan), "plan %s would be another one in a file", plan.version());
    } catch (PlanFileException e) {
      throw new IllegalArgumentException(
          "no file can hold plan " + plan.version() + ": " + e.getMessage(), e);
    }
    return text;
  }

  /** Returns a tree as JSON on lines of its own. */
  static String json(ObjectNode tree) {
    return JSON.writeValueAsString(tree) + "\n";
  }
}
