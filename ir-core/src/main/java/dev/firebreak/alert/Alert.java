package dev.firebreak.alert;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Actor;
import dev.firebreak.scope.Observable;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a sensor says it saw.
 *
 * @param key what makes it the same alert when it arrives again
 * @param title what it is, for people
 * @param fingerprint what makes another alert a repetition of this one, such as rule and endpoints
 * @param observed when the sensor saw it
 * @param offset the offset from UTC in which the sensor told that
 * @param severity how severe the source holds it to be
 * @param observables what was seen, in the order of importance
 * @param raw the alert as it arrived, at most 1,048,576 characters
 * @param reporter who reported it, null if that was a sensor, or somebody without a name
 */
public record Alert(
    AlertKey key,
    String title,
    String fingerprint,
    Instant observed,
    ZoneOffset offset,
    AlertSeverity severity,
    ImmutableSet<Observable> observables,
    String raw,
    @Nullable Actor reporter) {
  /** The longest raw alert, in characters. */
  public static final int MAX_RAW = 1 << 20;

  /** Takes an alert of a sensor. */
  public Alert(
      AlertKey key,
      String title,
      String fingerprint,
      Instant observed,
      ZoneOffset offset,
      AlertSeverity severity,
      ImmutableSet<Observable> observables,
      String raw) {
    this(key, title, fingerprint, observed, offset, severity, observables, raw, null);
  }

  public Alert {
    Check.text(title, "title");
    Check.text(fingerprint, "fingerprint");
    if (raw.length() > MAX_RAW) {
      throw new IllegalArgumentException(
          "a raw alert must have at most " + MAX_RAW + " characters but has " + raw.length());
    }
  }

  /** Returns whether it was reported by people, named or not. */
  public boolean isReport() {
    return key.source().equals(Report.SOURCE);
  }
}
