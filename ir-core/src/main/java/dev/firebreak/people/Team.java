package dev.firebreak.people;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Timed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The people of one incident: who holds which role, who is called and asked, and what it took them.
 *
 * @param roles the roles that were given out in it, by who holds them; nobody in it holds none
 * @param relieved the roles that people hold by plan and handed over in this incident
 * @param called the roles that the severity calls, each with the sequence number of the call
 * @param asked who is asked to take the incident on, null if nobody is
 * @param offers the roles that wait to be taken over
 * @param effort the time that each person spent, as reported
 */
public record Team(
    ImmutableMap<Actor, ImmutableSet<Role>> roles,
    ImmutableMap<Actor, ImmutableSet<Role>> relieved,
    ImmutableMap<Role, Long> called,
    @Nullable Ask asked,
    ImmutableList<Offer> offers,
    ImmutableMap<Actor, Duration> effort)
    implements Timed {
  /** The team as a part of an incident. */
  public static final Concept<Team> CONCEPT =
      new Concept<>(
          "people",
          new Team(
              ImmutableMap.of(),
              ImmutableMap.of(),
              ImmutableMap.of(),
              null,
              ImmutableList.of(),
              ImmutableMap.of()),
          PeopleFact.class,
          PeopleRequest.class);

  /** Returns the roles that somebody was given in this incident. */
  public ImmutableSet<Role> rolesOf(Actor actor) {
    return roles.getOrDefault(actor, ImmutableSet.of());
  }

  /**
   * Returns all roles that somebody holds in this incident: by plan, unless handed over, or given.
   *
   * @param planned the roles that the plan gives them
   */
  public ImmutableSet<Role> rolesOf(Actor actor, ImmutableSet<Role> planned) {
    var away = relieved.getOrDefault(actor, ImmutableSet.of());
    var kept = away.isEmpty() ? planned : Sets.difference(planned, away).immutableCopy();
    var given = rolesOf(actor);
    return given.isEmpty() ? kept : Sets.union(kept, given).immutableCopy();
  }

  /** Returns whether somebody who holds the role by plan handed it over in this incident. */
  public boolean hasHandedOver(Actor actor, Role role) {
    return relieved.getOrDefault(actor, ImmutableSet.of()).contains(role);
  }

  /** Returns the offer of a role by its holder, if one waits to be taken over. */
  public Optional<Offer> offer(Role role, Actor from) {
    return offers.stream()
        .filter(offer -> offer.role().equals(role) && offer.from().equals(from))
        .findFirst();
  }

  @Override
  public @Nullable Instant nextDue() {
    return asked == null ? null : asked.answerBy();
  }

  @Override
  public ImmutableList<PeopleRequest> dueBy(Instant now) {
    return asked == null || asked.answerBy().isAfter(now)
        ? ImmutableList.of()
        : ImmutableList.of(new PeopleRequest.Escalate(asked.level()));
  }

  Team giving(Role role, Actor to) {
    return new Team(
        with(roles, to, role), without(relieved, to, role), called, asked, offers, effort);
  }

  Team taking(Role role, Actor from) {
    return new Team(
        without(roles, from, role), relieved, called, asked, offersBut(role, from), effort);
  }

  Team handingOver(Role role, Actor from, Actor to) {
    var given = with(without(roles, from, role), to, role);
    var away = without(with(relieved, from, role), to, role);
    return new Team(given, away, called, asked, offersBut(role, from), effort);
  }

  Team offering(Offer offer) {
    var others = offersBut(offer.role(), offer.from());
    var all = ImmutableList.<Offer>builder().addAll(others).add(offer).build();
    return new Team(roles, relieved, called, asked, all, effort);
  }

  Team calling(Role role, long event) {
    return new Team(roles, relieved, put(called, role, event), asked, offers, effort);
  }

  Team standingDown(Role role) {
    return new Team(roles, relieved, remove(called, role), asked, offers, effort);
  }

  Team asking(@Nullable Ask ask) {
    return new Team(roles, relieved, called, ask, offers, effort);
  }

  Team spending(Actor who, Duration spent) {
    var all = effort.getOrDefault(who, Duration.ZERO).plus(spent);
    return new Team(roles, relieved, called, asked, offers, put(effort, who, all));
  }

  private ImmutableList<Offer> offersBut(Role role, Actor from) {
    return offer(role, from).isEmpty()
        ? offers
        : offers.stream()
            .filter(offer -> !offer.role().equals(role) || !offer.from().equals(from))
            .collect(toImmutableList());
  }

  private static ImmutableMap<Actor, ImmutableSet<Role>> with(
      ImmutableMap<Actor, ImmutableSet<Role>> held, Actor actor, Role role) {
    var before = held.getOrDefault(actor, ImmutableSet.of());
    return put(held, actor, ImmutableSet.<Role>builder().addAll(before).add(role).build());
  }

  private static ImmutableMap<Actor, ImmutableSet<Role>> without(
      ImmutableMap<Actor, ImmutableSet<Role>> held, Actor actor, Role role) {
    var before = held.getOrDefault(actor, ImmutableSet.of());
    if (!before.contains(role)) {
      return held;
    }
    var after = Sets.difference(before, ImmutableSet.of(role)).immutableCopy();
    return after.isEmpty() ? remove(held, actor) : put(held, actor, after);
  }

  private static <K, V> ImmutableMap<K, V> put(Map<K, V> some, K key, V value) {
    return ImmutableMap.<K, V>builder().putAll(remove(some, key)).put(key, value).buildOrThrow();
  }

  private static <K, V> ImmutableMap<K, V> remove(Map<K, V> some, K key) {
    return ImmutableMap.copyOf(Maps.filterKeys(some, other -> !other.equals(key)));
  }
}
