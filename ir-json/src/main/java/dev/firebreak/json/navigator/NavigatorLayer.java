package dev.firebreak.json.navigator;

import static java.util.Comparator.comparing;

import com.google.common.base.Joiner;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.Technique;
import dev.firebreak.playbook.PlaybookId;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes how far the playbooks of a plan answer the techniques that it expects, as a layer of the
 * ATT&amp;CK Navigator.
 *
 * <p>A technique has the score 100 if a playbook answers it, otherwise 0; those that the plan does
 * not expect have none. It tells what is prepared, not what works: see when playbooks were tried
 * out. Safe for use by several threads.
 *
 * @see <a href="https://github.com/mitre-attack/attack-navigator">ATT&amp;CK Navigator, layer
 *     format 4.5</a>
 */
public final class NavigatorLayer {
  private static final String ANSWERED = "#8ec843";
  private static final String NOT_ANSWERED = "#ff6666";
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

  private NavigatorLayer() {}

  /** Returns the layer of a plan as JSON; equal plans have equal layers. */
  public static String of(ResponsePlan plan) {
    var layer = JsonMapper.shared().createObjectNode();
    layer.put("name", plan.title());
    layer.putObject("versions").put("navigator", "4.9.0").put("layer", "4.5");
    layer.put("domain", "enterprise-attack");
    layer.put(
        "description",
        "Techniques that plan " + plan.version() + " expects, and whether a playbook answers them");
    var techniques = layer.putArray("techniques");
    plan.readiness().techniques().stream()
        .sorted(comparing(Technique::id))
        .forEach(technique -> add(technique, techniques.addObject()));
    var gradient = layer.putObject("gradient");
    gradient.putArray("colors").add(NOT_ANSWERED).add(ANSWERED);
    gradient.put("minValue", 0).put("maxValue", 100);
    var legend = layer.putArray("legendItems");
    legend.addObject().put("label", "a playbook answers it").put("color", ANSWERED);
    legend.addObject().put("label", "no playbook answers it").put("color", NOT_ANSWERED);
    return JSON.writeValueAsString(layer) + "\n";
  }

  private static void add(Technique technique, ObjectNode to) {
    boolean answered = !technique.playbooks().isEmpty();
    to.put("techniqueID", technique.id()).put("score", answered ? 100 : 0);
    if (answered) {
      var names = technique.playbooks().stream().map(PlaybookId::value).sorted().toList();
      to.put("comment", "Answered by " + Joiner.on(", ").join(names));
    }
  }
}
