package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.communication.Owing;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.Notification.Reason;
import dev.firebreak.people.Authority;
import dev.firebreak.people.PeopleFact;
import dev.firebreak.people.RoleKind;
import dev.firebreak.plan.CommunicationRule;
import dev.firebreak.plan.LevelRule;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.sharing.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a severity brings when it rises, and what it no longer does when it falls. */
class LevelChangeTest {
  private static final Actor ADA = Duties.ADA;
  private static final Role MANAGER = new Role("manager");
  private static final Role CISO = new Role("ciso");
  private static final Role LEGAL = new Role("legal");

  private final TestClock clock = new TestClock();
  private final List<Notification> sent = new ArrayList<>();
  private final IncidentResponse engine =
      IncidentResponse.under(plan(), clock).notifier(sent::add).build();

  /** Medium calls the CISO and tells executives; high calls legal, and tells both anew. */
  private static ResponsePlan plan() {
    var levels = Duties.LEVELS;
    var row =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0));
    return ResponsePlan.builder("levels", "1")
        .severity(new SeverityMatrix(levels, ImmutableList.of(row)), levels.get(2))
        .levelRules(
            new LevelRule(
                levels.get(1), ImmutableSet.of(CISO), ImmutableSet.of(Audience.EXECUTIVES)),
            new LevelRule(
                levels.get(2),
                ImmutableSet.of(LEGAL, CISO),
                ImmutableSet.of(Audience.EXECUTIVES, Audience.LEGAL)))
        .roles(
            role(MANAGER, RoleKind.INCIDENT_MANAGER, ADA),
            role(CISO, RoleKind.LEADERSHIP, new Actor("cleo")),
            role(LEGAL, RoleKind.LEGAL, null))
        .communications(ImmutableList.of(new CommunicationRule(Audience.LEGAL, "all of it", LEGAL)))
        .build();
  }

  private static RoleDefinition role(Role role, RoleKind kind, @Nullable Actor holder) {
    return new RoleDefinition(
        role, kind, holder, ImmutableList.of(), ImmutableSet.copyOf(Authority.values()));
  }

  private List<String> does(Request<?> request) {
    var decision = engine.submit(Duties.ID, ADA, request);
    assertThat(decision).as("%s", decision).isInstanceOf(Decision.Accepted.class);
    return told(((Decision.Accepted) decision).events().stream());
  }

  private static List<String> told(Stream<Event> events) {
    return events
        .filter(event -> !event.type().startsWith("severity."))
        .map(LevelChangeTest::told)
        .toList();
  }

  private static String told(Event event) {
    if (event.fact() instanceof PeopleFact.Called called) {
      return "called " + called.role();
    } else if (event.fact() instanceof PeopleFact.StoodDown down) {
      return "stood down " + down.role();
    } else if (event.fact() instanceof CommunicationFact.Owed owed) {
      return "owed " + owed.audience();
    }
    return event.fact() instanceof CommunicationFact.NoLongerOwed owed
        ? "no longer owed " + owed.audience()
        : event.type();
  }

  private List<String> severity(int level) {
    return does(new SeverityRequest.Overrule(Duties.LEVELS.get(level), "it is so"));
  }

  private void tell(Audience audience) {
    does(new CommunicationRequest.Notify(audience, "them", "what we know", null));
  }

  private Incident incident() {
    return engine.incident(Duties.ID, Viewer.of(ADA)).orElseThrow();
  }

  private void open() {
    does(new IncidentRequest.Open("files"));
    sent.clear();
  }

  @Test
  void a_level_without_a_rule_brings_nothing() {
    open();
    assertThat(severity(0)).isEmpty();
    assertThat(sent).isEmpty();
  }

  @Test
  void a_rise_calls_roles_and_makes_notices_due_and_says_why() {
    open();
    assertThat(severity(1)).containsExactly("called ciso", "owed EXECUTIVES");
    var because = "the severity is medium, and the plan asks for it from medium";
    assertThat(incident().communications().owed().values())
        .containsExactly(new Owing(Audience.EXECUTIVES, because, incident().version()));
    assertThat(sent)
        .extracting(Notification::reason)
        .containsExactly(Reason.ROLE_CALLED, Reason.NOTICE_OWED);
    assertThat(sent.get(0).people()).containsExactly(new Actor("cleo"));
  }

  @Test
  void a_severity_that_stays_brings_nothing_more() {
    open();
    severity(1);
    clock.pass("PT1M");
    assertThat(
            does(
                new SeverityRequest.Overrule(
                    Duties.LEVELS.get(1), "still", clock.instant().plusSeconds(60))))
        .isEmpty();
  }

  @Test
  void a_further_rise_brings_what_comes_with_it_and_calls_nobody_twice() {
    open();
    severity(1);
    assertThat(severity(2)).containsExactly("called legal", "owed LEGAL");
    assertThat(incident().team().called().keySet()).containsExactly(CISO, LEGAL);
    assertThat(sent.get(sent.size() - 1).roles()).containsExactly(MANAGER, LEGAL);
  }

  @Test
  void a_rise_over_two_levels_brings_what_both_bring() {
    open();
    assertThat(severity(2))
        .containsExactly("called ciso", "owed EXECUTIVES", "called legal", "owed LEGAL");
  }

  @Test
  void a_notice_settles_what_is_owed_and_a_further_rise_makes_it_due_anew() {
    open();
    severity(1);
    tell(Audience.STAFF);
    assertThat(incident().communications().owed()).containsOnlyKeys(Audience.EXECUTIVES);
    tell(Audience.EXECUTIVES);
    assertThat(incident().communications().owed()).isEmpty();
    assertThat(severity(2)).containsExactly("called legal", "owed EXECUTIVES", "owed LEGAL");
  }

  @Test
  void a_fall_stands_down_and_lets_go_of_what_was_not_yet_said() {
    open();
    severity(2);
    tell(Audience.EXECUTIVES);
    sent.clear();
    assertThat(severity(1)).containsExactly("stood down legal", "no longer owed LEGAL");
    assertThat(incident().team().called()).containsOnlyKeys(CISO);
    assertThat(severity(0)).containsExactly("stood down ciso");
    assertThat(sent)
        .extracting(Notification::reason)
        .containsExactly(
            Reason.ROLE_STOOD_DOWN, Reason.NOTICE_NO_LONGER_OWED, Reason.ROLE_STOOD_DOWN);
    assertThat(severity(1)).containsExactly("called ciso", "owed EXECUTIVES");
  }

  @Test
  void an_override_that_runs_out_is_a_fall_too() {
    open();
    does(
        new SeverityRequest.Overrule(
            Duties.LEVELS.get(1), "it is so", clock.instant().plusSeconds(60)));
    clock.pass("PT2M");
    var woken = (Decision.Accepted) engine.wake(Tenant.SINGLE).get(0);
    assertThat(told(woken.events().stream()))
        .containsExactly("stood down ciso", "no longer owed EXECUTIVES");
    assertThat(woken.events().get(1).fact().toString())
        .contains("no severity is in force, after medium");
  }
}
