package dev.firebreak.plan;

import dev.firebreak.check.Check;

/**
 * A way in which people report what they see.
 *
 * @param how what they do
 * @param anonymous whether they need not say who they are
 */
public record ReportingWay(String name, String how, boolean anonymous) {
  public ReportingWay {
    Check.text(name, "name");
    Check.text(how, "how");
  }
}
