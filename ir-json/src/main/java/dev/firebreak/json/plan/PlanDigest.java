package dev.firebreak.json.plan;

import com.google.common.hash.Hashing;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.plan.ResponsePlan;
import java.nio.charset.StandardCharsets;

/**
 * The content of a plan as one hash, so that a change without a new version shows.
 *
 * <p>It is the SHA-256 of the plan as JSON on one line, with what {@link PlanWriter} writes but the
 * plan's name and version. Two plans have the same one just when {@link PlanComparison} finds
 * nothing between them. What is left out of a plan is not in it either, so that it stays the same
 * when plans can hold more.
 */
public final class PlanDigest {
  private PlanDigest() {}

  /** Returns the SHA-256 of the plan's content. */
  public static Sha256 of(ResponsePlan plan) {
    var content = PlanForm.FIELDS.write(plan);
    content.remove(PlanForm.NAME.name());
    content.remove(PlanForm.VERSION.name());
    return new Sha256(
        Hashing.sha256().hashString(content.toString(), StandardCharsets.UTF_8).toString());
  }
}
