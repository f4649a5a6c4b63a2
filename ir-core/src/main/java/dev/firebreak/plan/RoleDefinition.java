package dev.firebreak.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import org.jspecify.annotations.Nullable;

/**
 * A role of the plan and who holds it.
 *
 * @param kind what it is in the words of the standards
 * @param primary who holds it, null if nobody does
 * @param deputies who holds it when the primary cannot, in order
 * @param authorities what it may decide
 * @param duties what it has to do, in words
 */
public record RoleDefinition(
    Role role,
    RoleKind kind,
    @Nullable Actor primary,
    ImmutableList<Actor> deputies,
    ImmutableSet<Authority> authorities,
    ImmutableList<String> duties) {
  /** Defines a role whose duties are not written down. */
  public RoleDefinition(
      Role role,
      RoleKind kind,
      @Nullable Actor primary,
      ImmutableList<Actor> deputies,
      ImmutableSet<Authority> authorities) {
    this(role, kind, primary, deputies, authorities, ImmutableList.of());
  }

  /** Returns the primary and the deputies, in order. */
  public ImmutableList<Actor> holders() {
    return primary == null
        ? deputies
        : ImmutableList.<Actor>builder().add(primary).addAll(deputies).build();
  }
}
