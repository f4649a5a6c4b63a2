package dev.firebreak.json.plan;

import static java.util.stream.Collectors.joining;

import com.google.common.hash.Hashing;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.ResponsePlan;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * The content of a plan as one hash, so that a change without a new version shows.
 *
 * <p>Two plans have the same one just when {@link PlanComparison} finds nothing between them; the
 * plan's name and version are not in it. What is left out of a plan is not in it either, so that it
 * stays the same when plans can hold more.
 */
public final class PlanDigest {
  private PlanDigest() {}

  /** Returns the SHA-256 of the plan's content. */
  public static Sha256 of(ResponsePlan plan) {
    var text = fields(plan);
    return new Sha256(Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString());
  }

  private static String text(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> text(entry.getKey()) + text(entry.getValue()))
          .sorted()
          .collect(joining("", "(", ")"));
    }
    if (value instanceof Collection<?> many) {
      var texts = many.stream().map(PlanDigest::text);
      return (value instanceof Set ? texts.sorted() : texts).collect(joining("", "(", ")"));
    }
    if (value.getClass().isRecord()) {
      return value.getClass().getSimpleName() + fields(value);
    }
    var word = value instanceof Enum<?> constant ? constant.name() : value.toString();
    return word.length() + ":" + word;
  }

  /** Returns the fields that are not empty; a length before each word keeps them apart. */
  private static String fields(Object value) {
    var fields = new StringBuilder("(");
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      var part = PlanWords.get(component, value);
      if (part != null && component.getType() != PlanVersion.class && !isEmpty(part)) {
        fields.append(component.getName()).append('=').append(text(part));
      }
    }
    return fields.append(')').toString();
  }

  private static boolean isEmpty(Object part) {
    return (part instanceof Collection<?> many && many.isEmpty())
        || (part instanceof Map<?, ?> map && map.isEmpty())
        || (part.getClass().isRecord()
            && part.getClass().getRecordComponents().length > 0
            && fields(part).equals("()"));
  }
}
