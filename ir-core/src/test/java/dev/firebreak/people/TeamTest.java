package dev.firebreak.people;

import static dev.firebreak.fact.Askings.ADA;
import static dev.firebreak.fact.Askings.GRACE;
import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Role;
import dev.firebreak.people.PeopleFact.Assigned;
import dev.firebreak.people.PeopleFact.Released;
import dev.firebreak.people.PeopleRequest.Assign;
import dev.firebreak.people.PeopleRequest.Release;
import org.junit.jupiter.api.Test;

class TeamTest {
  private static final Role LEAD = new Role("lead");
  private static final Role SCRIBE = new Role("scribe");
  private static final Team START = Team.CONCEPT.start();
  private static final Team ONE = after(Team.CONCEPT, new Assigned(LEAD, ADA));

  @Test
  void refuses_to_take_back_a_role_that_was_not_given() {
    assertThat(new Release(SCRIBE, ADA, "ill").unmet(ONE, asking()))
        .containsExactly(
            PeopleCondition.HOLDS_ROLE.unmet("ada was not given the role scribe in this incident"));
    assertThat(new Release(LEAD, GRACE, "ill").unmet(ONE, asking()))
        .containsExactly(
            PeopleCondition.HOLDS_ROLE.unmet("grace was not given the role lead in this incident"));
    assertThatThrownBy(() -> new Release(LEAD, ADA, " ")).hasMessage("reason must not be blank");
  }

  @Test
  void has_nothing_to_do_for_a_role_that_somebody_has() {
    assertThat(new Assign(LEAD, ADA).unmet(ONE, asking())).isEmpty();
    assertThat(new Assign(LEAD, ADA).yields(ONE, asking())).isEmpty();
  }

  @Test
  void gives_and_takes_back_a_role() {
    assertThat(new Assign(LEAD, GRACE).unmet(ONE, asking())).isEmpty();
    assertThat(new Assign(LEAD, GRACE).yields(ONE, asking()))
        .containsExactly(new Assigned(LEAD, GRACE));
    assertThat(new Release(LEAD, ADA, "ill").unmet(ONE, asking())).isEmpty();
    assertThat(new Release(LEAD, ADA, "ill").yields(ONE, asking()))
        .containsExactly(new Released(LEAD, ADA, "ill"));
  }

  @Test
  void one_person_may_hold_several_roles_and_one_role_several_people() {
    var team =
        after(
            Team.CONCEPT,
            new Assigned(LEAD, ADA),
            new Assigned(SCRIBE, ADA),
            new Assigned(SCRIBE, GRACE));

    assertThat(START.rolesOf(ADA)).isEmpty();
    assertThat(team.roles())
        .isEqualTo(
            ImmutableMap.of(ADA, ImmutableSet.of(LEAD, SCRIBE), GRACE, ImmutableSet.of(SCRIBE)));
  }

  @Test
  void releasing_takes_back_one_role_and_forgets_who_has_none() {
    var both = new Assigned(SCRIBE, ADA);

    var released = after(Team.CONCEPT, new Assigned(LEAD, ADA), both, new Released(LEAD, ADA, "x"));
    assertThat(released.roles()).isEqualTo(ImmutableMap.of(ADA, ImmutableSet.of(SCRIBE)));
    assertThat(after(Team.CONCEPT, new Assigned(LEAD, ADA), new Released(LEAD, ADA, "x")))
        .isEqualTo(START);
    assertThat(
            after(
                Team.CONCEPT,
                new Assigned(LEAD, GRACE),
                new Assigned(LEAD, ADA),
                new Released(LEAD, GRACE, "x")))
        .isEqualTo(ONE);
  }

  @Test
  void is_equal_whatever_the_order_in_which_roles_were_given() {
    assertThat(after(Team.CONCEPT, new Assigned(LEAD, ADA), new Assigned(SCRIBE, GRACE)))
        .isEqualTo(after(Team.CONCEPT, new Assigned(SCRIBE, GRACE), new Assigned(LEAD, ADA)));
  }
}
