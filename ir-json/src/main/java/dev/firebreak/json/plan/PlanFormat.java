package dev.firebreak.json.plan;

import com.google.common.base.Ascii;
import java.util.Optional;

/** The two forms of a plan file, equal in meaning. */
public enum PlanFormat {
  /** YAML 1.2 with the types of JSON: {@code no}, {@code 010} and a date are texts. */
  YAML,
  /** JSON, RFC 8259. */
  JSON;

  /** Returns the form that the ending of a file name tells: .yaml, .yml or .json. */
  public static Optional<PlanFormat> of(String name) {
    var lower = Ascii.toLowerCase(name);
    if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
      return Optional.of(YAML);
    }
    return lower.endsWith(".json") ? Optional.of(JSON) : Optional.empty();
  }
}
