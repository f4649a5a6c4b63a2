package dev.firebreak.people;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import java.time.Duration;

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

  /**
   * Ask the next one to take the incident on, since nobody answered; the engine asks for this.
   *
   * @param level how far the question has climbed until now, from 1
   */
  record Escalate(int level) implements PeopleRequest {
    @Override
    public ImmutableList<Rejection> unmet(Team team, Asking by) {
      var asked = team.asked();
      if (asked == null || asked.level() != level) {
        return ImmutableList.of(
            PeopleCondition.UNANSWERED.unmet("nobody is asked at level " + level));
      }
      return asked.answerBy().isAfter(by.stamp().recorded())
          ? ImmutableList.of(
              PeopleCondition.UNANSWERED
                  .unmet(asked.role() + " may answer until " + asked.answerBy(), asked.since())
                  .or(new Remedy.WaitUntil(asked.answerBy())))
          : ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Team>> yields(Team team, Asking by) {
      var asked = team.asked();
      if (asked == null) {
        return ImmutableList.of();
      }
      var next = by.verdict(NextAsk.class);
      var step = next.step();
      return ImmutableList.of(
          step == null
              ? new PeopleFact.AskingEnded(asked.role(), AskingEnd.UNANSWERED)
              : new PeopleFact.Escalated(
                  asked.role(),
                  step.role(),
                  level + 1,
                  by.stamp().recorded().plus(step.respondsWithin()),
                  next.under()));
    }
  }

  /**
   * Offer a role that one holds, by plan or in this incident, to who is to take it over.
   *
   * <p>It takes two steps so that a role is never without a holder who knows of it: until the
   * receiver {@linkplain TakeOver takes it over}, the giver holds it.
   *
   * @param note what the receiver has to know
   */
  record HandOver(Role role, Actor to, String note) implements PeopleRequest {
    public HandOver {
      Check.text(note, "note");
    }

    @Override
    public ImmutableList<Rejection> unmet(Team team, Asking by) {
      var unmet = ImmutableList.<Rejection>builder();
      if (!by.roles().contains(role)) {
        unmet.add(
            PeopleCondition.GIVER_HOLDS
                .unmet(by.actor() + " does not hold the role " + role)
                .or(new Remedy.AskAs(Remedy.Asker.holding(ImmutableSet.of(role)).but(to))));
      }
      if (to.equals(by.actor())) {
        unmet.add(
            PeopleCondition.GIVER_HOLDS.unmet(to + " hands the role " + role + " to themselves"));
      }
      return unmet.build();
    }

    @Override
    public ImmutableList<Fact<Team>> yields(Team team, Asking by) {
      return ImmutableList.of(new PeopleFact.HandOverOffered(role, by.actor(), to, note));
    }
  }

  /**
   * Accept a role that was offered to the one who asks.
   *
   * @param from who offered it
   */
  record TakeOver(Role role, Actor from) implements PeopleRequest {
    @Override
    public ImmutableList<Rejection> unmet(Team team, Asking by) {
      return team.offer(role, from).filter(offer -> offer.to().equals(by.actor())).isPresent()
          ? ImmutableList.of()
          : ImmutableList.of(
              PeopleCondition.OFFERED.unmet(
                  from + " has not offered the role " + role + " to " + by.actor()));
    }

    @Override
    public ImmutableList<Fact<Team>> yields(Team team, Asking by) {
      return ImmutableList.of(new PeopleFact.HandedOver(role, from, by.actor()));
    }
  }

  /**
   * Report time that somebody spent on the incident; reports add up.
   *
   * @param spent more than nothing, at most 31 days
   * @param what what they did
   */
  record ReportEffort(Actor who, Duration spent, String what) implements PeopleRequest {
    private static final Duration MOST = Duration.ofDays(31);

    public ReportEffort {
      Check.text(what, "what");
      checkArgument(
          spent.compareTo(Duration.ZERO) > 0 && spent.compareTo(MOST) <= 0,
          "spent must be within PT0S..%s but was %s",
          MOST,
          spent);
    }

    /** Time sheets come late. */
    @Override
    public boolean afterClosing() {
      return true;
    }

    @Override
    public ImmutableList<Rejection> unmet(Team team, Asking by) {
      return ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Team>> yields(Team team, Asking by) {
      return ImmutableList.of(new PeopleFact.EffortReported(who, spent, what));
    }
  }
}
