package dev.firebreak.people;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Stamp;
import java.time.Duration;
import java.time.Instant;

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
      return before.giving(role, to);
    }
  }

  /** A role was taken back from somebody. */
  record Released(Role role, Actor from, String reason) implements PeopleFact {
    @Override
    public Team applyTo(Team before, Stamp stamp) {
      return before.taking(role, from);
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

  /**
   * A role was asked to take the incident on.
   *
   * @param answerBy when the next one is asked
   * @param under the policy that named the role, with its version
   */
  record Asked(Role role, Instant answerBy, String under) implements PeopleFact {
    @Override
    public Team applyTo(Team before, Stamp stamp) {
      return before.asking(new Ask(role, 1, answerBy, stamp.sequence()));
    }
  }

  /**
   * Nobody answered in time, so the next one was asked.
   *
   * @param level how far the question has climbed, 2 for the second who is asked
   * @param answerBy when the next one is asked
   * @param under the policy that named the role, with its version
   */
  record Escalated(Role from, Role to, int level, Instant answerBy, String under)
      implements PeopleFact {
    @Override
    public Team applyTo(Team before, Stamp stamp) {
      return before.asking(new Ask(to, level, answerBy, stamp.sequence()));
    }
  }

  /**
   * Nobody is asked any more.
   *
   * @param last who was asked last
   */
  record AskingEnded(Role last, AskingEnd how) implements PeopleFact {
    @Override
    public Team applyTo(Team before, Stamp stamp) {
      return before.asking(null);
    }
  }

  /**
   * Somebody wants to hand over a role; it is theirs until that is accepted.
   *
   * @param note what the receiver has to know
   */
  record HandOverOffered(Role role, Actor from, Actor to, String note) implements PeopleFact {
    @Override
    public Team applyTo(Team before, Stamp stamp) {
      return before.offering(new Offer(role, from, to, note, stamp.sequence()));
    }
  }

  /** The receiver accepted a role, which is theirs from now on. */
  record HandedOver(Role role, Actor from, Actor to) implements PeopleFact {
    @Override
    public Team applyTo(Team before, Stamp stamp) {
      return before.handingOver(role, from, to);
    }
  }

  /**
   * Somebody spent time on the incident.
   *
   * @param what what they did
   */
  record EffortReported(Actor who, Duration spent, String what) implements PeopleFact {
    @Override
    public Team applyTo(Team before, Stamp stamp) {
      return before.spending(who, spent);
    }
  }
}
