package dev.firebreak.policy;

import com.google.common.base.CaseFormat;
import dev.firebreak.fact.Condition;

/** What every policy has: a name and a version for the record, and an explanation for people. */
public interface Policy {
  /** Returns the name under which rejections and events refer to it. */
  default String name() {
    var simple = getClass().getSimpleName();
    int generated = simple.indexOf("$$Lambda");
    var type = generated < 0 ? simple : simple.substring(0, generated);
    return CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_HYPHEN, type);
  }

  /** Returns the version of the rule that it applies. */
  default String version() {
    return "1";
  }

  /** Returns what it does, in one sentence. */
  default String explain() {
    return name();
  }

  /** Returns name and version, as facts keep them. */
  default String label() {
    return name() + "@" + version();
  }

  /** Returns the condition that its rejections name, with the code {@code policy.NAME}. */
  default Condition condition() {
    return new PolicyCondition("policy." + name(), explain());
  }
}
