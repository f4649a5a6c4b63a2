package dev.firebreak.people;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Stamp;

/** Who came and went. */
public sealed interface PeopleFact extends Fact<Team> {
  @Override
  default Concept<Team> concept() {
    return Team.CONCEPT;
  }

  /** Somebody was given a role. */
  record Assigned(Role role, Actor to) implements PeopleFact {
    @Override
    public Team applyTo(Team before, Stamp stamp) {
      var held = ImmutableSet.<Role>builder().addAll(before.rolesOf(to)).add(role).build();
      return before.with(to, held);
    }
  }

  /** A role was taken back from somebody. */
  record Released(Role role, Actor from, String reason) implements PeopleFact {
    @Override
    public Team applyTo(Team before, Stamp stamp) {
      var held =
          before.rolesOf(from).stream()
              .filter(other -> !other.equals(role))
              .collect(toImmutableSet());
      return before.with(from, held);
    }
  }

  /** The severity calls a role, whoever holds it, to work on the incident. */
  record Called(Role role, String because) implements PeopleFact {
    @Override
    public Team applyTo(Team before, Stamp stamp) {
      return before.calling(role, stamp.sequence());
    }
  }

  /** The severity does not call a role any more. */
  record StoodDown(Role role, String because) implements PeopleFact {
    @Override
    public Team applyTo(Team before, Stamp stamp) {
      return before.standingDown(role);
    }
  }
}
