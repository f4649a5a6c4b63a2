package dev.firebreak.alert;

import dev.firebreak.check.Check;

/**
 * What makes an alert the same alert when it arrives again.
 *
 * @param source the sensor or product, such as {@code suricata}
 * @param reference the source's own name for the alert
 */
public record AlertKey(String source, String reference) {
  public AlertKey {
    Check.identifier(source, "source");
    Check.text(reference, "reference");
  }

  @Override
  public String toString() {
    return source + " " + reference;
  }
}
