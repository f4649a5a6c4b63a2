package dev.firebreak.incident;

import dev.firebreak.check.Check;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;

/**
 * Names an incident.
 *
 * @param tenant whose it is
 * @param name 1..128 letters, digits or {@code . _ : @ + -}; unique within the tenant
 */
public record IncidentId(Tenant tenant, String name) {
  public IncidentId {
    Check.identifier(name, "incident");
  }

  /** Returns the id of an incident of an application that has only one tenant. */
  public static IncidentId of(String name) {
    return new IncidentId(Tenant.SINGLE, name);
  }

  /** Returns the history of the incident. */
  public StreamId stream() {
    return new StreamId(tenant, StreamId.Kind.INCIDENT, name);
  }

  @Override // written out, since what a record derives is slow as a key
  public boolean equals(Object other) {
    return this == other
        || (other instanceof IncidentId that
            && tenant.equals(that.tenant)
            && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return 31 * tenant.hashCode() + name.hashCode();
  }

  @Override
  public String toString() {
    return tenant.equals(Tenant.SINGLE) ? name : tenant + "/" + name;
  }
}
