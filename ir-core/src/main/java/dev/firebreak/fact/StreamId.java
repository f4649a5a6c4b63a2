package dev.firebreak.fact;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import dev.firebreak.check.Check;

/**
 * Names one history: that of an incident, or that of a tenant's intake of alerts.
 *
 * @param tenant whose it is
 * @param kind what it is the history of
 * @param name 1..128 letters, digits or {@code . _ : @ + -}; unique within tenant and kind
 */
public record StreamId(Tenant tenant, Kind kind, String name) {
  /** What a history is about. */
  public enum Kind {
    /** One incident. */
    INCIDENT,
    /** The alerts that a tenant received, and what became of each. */
    INTAKE
  }

  public StreamId {
    Check.identifier(name, "stream");
  }

  /** Returns the stream of the tenant's intake. */
  public static StreamId intakeOf(Tenant tenant) {
    return new StreamId(tenant, Kind.INTAKE, "intake");
  }

  /**
   * Returns the id that {@link #toString} wrote.
   *
   * @throws IllegalArgumentException if the text is not {@code TENANT/KIND/NAME}
   */
  public static StreamId parse(String text) {
    var parts = Splitter.on('/').splitToList(text);
    checkArgument(parts.size() == 3, "a stream must be TENANT/KIND/NAME but was %s", text);
    var kind = Kind.valueOf(Ascii.toUpperCase(parts.get(1)));
    return new StreamId(new Tenant(parts.get(0)), kind, parts.get(2));
  }

  @Override
  public String toString() {
    return tenant + "/" + Ascii.toLowerCase(kind.name()) + "/" + name;
  }
}
