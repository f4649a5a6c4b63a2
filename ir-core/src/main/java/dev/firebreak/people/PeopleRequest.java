package dev.firebreak.people;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;

/** What may be asked about the people of an incident. */
public sealed interface PeopleRequest extends Request<Team> {
  @Override
  default Concept<Team> concept() {
    return Team.CONCEPT;
  }

  /** Give somebody a role in this incident, beside the roles that the plan gives. */
  record Assign(Role role, Actor to) implements PeopleRequest {
    @Override
    public ImmutableList<Rejection> unmet(Team team, Asking by) {
      return ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Team>> yields(Team team, Asking by) {
      return team.rolesOf(to).contains(role)
          ? ImmutableList.of()
          : ImmutableList.of(new PeopleFact.Assigned(role, to));
    }
  }

  /** Take back a role that was given in this incident. */
  record Release(Role role, Actor from, String reason) implements PeopleRequest {
    public Release {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Team team, Asking by) {
      return team.rolesOf(from).contains(role)
          ? ImmutableList.of()
          : ImmutableList.of(
              PeopleCondition.HOLDS_ROLE.unmet(
                  from + " was not given the role " + role + " in this incident"));
    }

    @Override
    public ImmutableList<Fact<Team>> yields(Team team, Asking by) {
      return ImmutableList.of(new PeopleFact.Released(role, from, reason));
    }
  }
}
