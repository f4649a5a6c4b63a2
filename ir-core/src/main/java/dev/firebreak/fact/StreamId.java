package dev.firebreak.fact;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import dev.firebreak.check.Check;
import java.util.Arrays;
import java.util.Optional;

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
    var kind = parts.size() == 3 ? kindOf(parts.get(1)) : Optional.<Kind>empty();
    checkArgument(kind.isPresent(), "a stream must be TENANT/KIND/NAME but was %s", text);
    return new StreamId(new Tenant(parts.get(0)), kind.get(), parts.get(2));
  }

  private static Optional<Kind> kindOf(String word) {
    return Arrays.stream(Kind.values()).filter(kind -> word(kind).equals(word)).findFirst();
  }

  private static String word(Kind kind) {
    return Ascii.toLowerCase(kind.name());
  }

  @Override // written out, since what a record derives is slow as a key
  public boolean equals(Object other) {
    return this == other
        || (other instanceof StreamId that
            && tenant.equals(that.tenant)
            && kind == that.kind
            && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return 31 * tenant.hashCode() + name.hashCode();
  }

  @Override
  public String toString() {
    return tenant + "/" + word(kind) + "/" + name;
  }
}
