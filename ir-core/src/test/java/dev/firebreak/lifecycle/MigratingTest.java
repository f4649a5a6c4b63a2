package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Played.END;
import static dev.firebreak.lifecycle.Played.ID;
import static dev.firebreak.lifecycle.Played.id;
import static dev.firebreak.lifecycle.Played.last;
import static dev.firebreak.lifecycle.Played.main;
import static dev.firebreak.lifecycle.Played.then;
import static dev.firebreak.lifecycle.Played.version;
import static dev.firebreak.lifecycle.Ransomware.CATEGORY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.HANDLING;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.MANAGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionStatus;
import dev.firebreak.action.ActionType;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.incident.Unmapped;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationFact;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Period;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.LevelRule;
import dev.firebreak.plan.PlanDifference;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of an incident that is moved to another version of its plan. */
class MigratingTest {
  private static final Playbook LINE =
      main(ImmutableMap.of("a", then("b"), "b", then("c"), "c", then("end"), "end", END));
  private static final Impact IMPACT =
      new Impact(FunctionalImpact.LOW, InformationImpact.NONE, Recoverability.REGULAR);

  private final Played played = new Played(LINE);

  private static PlanVersion named(String version) {
    return new PlanVersion(version("1").build().version().plan(), version);
  }

  private ImmutableList<Event> migrate(Playbook... to) {
    return played.migrate(version("2", to), version("1", LINE));
  }

  private static IncidentFact.PlanMigrated migration(List<Event> events) {
    return (IncidentFact.PlanMigrated) events.get(0).fact();
  }

  private static List<Class<?>> kinds(List<Event> events) {
    return events.stream().<Class<?>>map(event -> event.fact().getClass()).toList();
  }

  @Test
  void refuses_a_version_that_is_not_at_hand_and_says_which_are() {
    played.atHand(version("1", LINE).build(), version("2", LINE).build());
    var unmet = played.refuse(MANAGER, new IncidentRequest.MigratePlan(named("9"), "why not"));

    assertThat(unmet).extracting(Rejection::code).containsExactly("incident.plan-fits");
    assertThat(unmet.get(0).remedies())
        .containsExactly(new Remedy.AskFor(new IncidentRequest.MigratePlan(named("2"), "why not")));
    var explained =
        played.response.explain(
            ID,
            HANDLER,
            new IncidentRequest.MigratePlan(named("9"), "why not"),
            Viewer.of(HANDLER));
    assertThat(explained.wayOut()).isNotNull();
    assertThat(explained.wayOut().asker()).isEqualTo(MANAGER);
    assertThat(explained.wayOut().request())
        .isEqualTo(new IncidentRequest.MigratePlan(named("2"), "why not"));
  }

  @Test
  void refuses_another_plan_and_who_does_not_lead() {
    var other = new PlanVersion("another", "1");
    assertThat(played.refuse(MANAGER, new IncidentRequest.MigratePlan(other, "x")))
        .singleElement()
        .satisfies(each -> assertThat(each.message()).contains("another 1 is another plan"));
    played.atHand(version("2", LINE).build(), version("1", LINE).build());
    assertThat(played.refuse(HANDLER, new IncidentRequest.MigratePlan(named("2"), "x")))
        .extracting(Rejection::code)
        .containsExactly("policy.role-table");
  }

  @Test
  void has_nothing_to_do_under_the_same_version() {
    assertThat(played.accept(MANAGER, new IncidentRequest.MigratePlan(named("1"), "x"))).isEmpty();
  }

  @Test
  void refuses_once_the_incident_is_closed() {
    played.accept(HANDLER, new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "a drill"));
    played.accept(MANAGER, new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "a drill"));
    played.atHand(version("2", LINE).build(), version("1", LINE).build());
    assertThat(played.refuse(MANAGER, new IncidentRequest.MigratePlan(named("2"), "x")))
        .extracting(Rejection::code)
        .containsExactly("incident.open");
  }

  @Test
  void tells_what_came_and_went() {
    var free =
        new Playbook(new PlaybookId("main"), LINE.title(), ImmutableSet.of(CATEGORY), LINE.steps());
    var changes = migration(migrate(free)).changes();
    assertThat(changes)
        .filteredOn(change -> change.path().equals("/playbooks/main/flow"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(PlanDifference.Kind.REMOVED);
              assertThat(change.after()).isNull();
            });
    assertThat(changes).noneMatch(change -> change.path().equals("/nciss"));
  }

  @Test
  void loses_nothing_while_its_version_is_not_at_hand() {
    var before = played.incident();
    played.atHand(version("2", LINE).build());
    assertThat(played.refuse(MANAGER, new IncidentRequest.MigratePlan(named("2"), "x")))
        .extracting(Rejection::code)
        .containsExactly("incident.plan-at-hand");
    assertThat(played.incident()).isEqualTo(before);
    played.atHand(version("2", LINE).build(), version("1", LINE).build());
    played.done("a");
  }

  @Test
  void keeps_what_was_done_and_tells_the_differences_and_who_moved_it_when() {
    played.done("a");
    var longer =
        main(
            ImmutableMap.of(
                "a", then("b"), "b", then("c"), "c", then("d"), "d", then("end"), "end", END));
    var events = migrate(longer);

    assertThat(kinds(events)).containsExactly(IncidentFact.PlanMigrated.class);
    var migration = migration(events);
    assertThat(migration.from()).isEqualTo(named("1"));
    assertThat(migration.to()).isEqualTo(named("2"));
    assertThat(migration.unmapped()).isEmpty();
    assertThat(migration.changes())
        .anySatisfy(
            change -> assertThat(change.toString()).startsWith("+ /playbooks/main/steps/d"));
    assertThat(events.get(0).actor()).isEqualTo(MANAGER);
    assertThat(played.incident().origin().plan()).isEqualTo(named("2"));
    assertThat(played.done("b", "c").waiting()).containsExactly("d");
    var record = played.response.record(ID, Viewer.of(HANDLER)).orElseThrow();
    long moved = events.get(0).sequence();
    assertThat(record.planAt(moved - 1)).isEqualTo(named("1"));
    assertThat(record.planAt(moved)).isEqualTo(named("2"));
    assertThat(record.planAt(moved + 1)).isEqualTo(named("2"));
  }

  @Test
  void an_engine_that_reads_the_journal_anew_comes_to_the_same_incident() {
    played.done("a");
    migrate(main(ImmutableMap.of("a", then("c"), "c", last())));
    played.decide("main", "c").done("c");
    var incident = played.incident();
    played.atHand(version("1", LINE).build(), version("2", LINE).build());
    assertThat(played.incident()).isEqualTo(incident);
    assertThat(Incident.blank(ID, Concepts.STANDARD).after(played.journal.read(ID.stream(), 0)))
        .isEqualTo(incident);
  }

  @Test
  void an_action_goes_on_and_is_told_where_its_step_is_not_there() {
    var isolate =
        new Step(
            id("cut"),
            Phase.CONTAINMENT,
            "Cut it",
            HANDLING,
            true,
            ActionType.ISOLATE_HOST,
            null,
            0);
    var free =
        new Playbook(
            new PlaybookId("free"), "free", ImmutableSet.of(CATEGORY), ImmutableList.of(isolate));
    var fresh = new Played(free);
    fresh.accept(
        HANDLER,
        new ActionRequest.Plan(new ActionId("x"), ActionType.ISOLATE_HOST, "pc-1", id("cut")));
    fresh.accept(HANDLER, new ActionRequest.Start(new ActionId("x")));
    fresh.migrate(version("2"), version("1", free));
    var record = fresh.response.record(ID, Viewer.of(HANDLER)).orElseThrow();
    var fact =
        (IncidentFact.PlanMigrated)
            record.last(IncidentFact.PlanMigrated.class).orElseThrow().fact();
    assertThat(fact.unmapped())
        .containsExactly(
            new Unmapped(Unmapped.Kind.ACTION, "x", "it goes on, and its step cut is not there"));
    fresh.accept(HANDLER, new ActionRequest.Succeed(new ActionId("x"), "cut off"));
    assertThat(fresh.incident().actions().find(new ActionId("x")).orElseThrow().status())
        .isEqualTo(ActionStatus.SUCCEEDED);
  }

  /** Returns a duty that is called like others of its kind. */
  private static Obligation duty(int hours) {
    return Obligation.builder("tell")
        .title("Tell them")
        .source("own rule")
        .starts(Trigger.at(Milestone.CLASSIFIED))
        .tells(Audience.REGULATOR)
        .within(Period.of(Duration.ofHours(hours)))
        .build();
  }

  @Test
  void a_clock_becomes_tighter_but_never_looser_and_a_new_one_counts_from_what_has_happened() {
    var classified = played.clock.instant();
    played.clock.pass("PT1H");
    var none = version("1", LINE);
    var ten = version("2", LINE).obligations(duty(10));
    var thirty = version("3", LINE).obligations(duty(30));
    var five = version("4", LINE).obligations(duty(5));
    played.migrate(ten, none);
    assertThat(due()).isEqualTo(classified.plus(Duration.ofHours(10)));
    played.migrate(thirty, ten);
    assertThat(due()).isEqualTo(classified.plus(Duration.ofHours(10)));
    var events = played.migrate(five, thirty);
    assertThat(due()).isEqualTo(classified.plus(Duration.ofHours(5)));
    assertThat(events)
        .extracting(Event::fact)
        .hasAtLeastOneElementOfType(ObligationFact.Corrected.class);
  }

  private Instant due() {
    return played.incident().clocks().find(new ObligationId("tell")).map(Clock::due).orElseThrow();
  }

  @Test
  void a_clock_whose_duty_is_gone_runs_on_until_the_notice_that_names_it() {
    played.migrate(version("2", LINE).obligations(duty(10)), version("1", LINE));
    var events = played.migrate(version("3", LINE), version("2", LINE).obligations(duty(10)));
    assertThat(migration(events).unmapped())
        .containsExactly(
            new Unmapped(Unmapped.Kind.CLOCK, "tell", "its clock runs on, and it is not there"));
    assertThat(played.incident().clocks().find(new ObligationId("tell")).map(Clock::running))
        .contains(true);
    played.clock.pass("PT11H");
    var told =
        played.accept(
            MANAGER,
            new CommunicationRequest.Notify(
                Audience.REGULATOR,
                "what we know",
                "mail",
                null,
                ImmutableSet.of(new ObligationId("tell"))));
    assertThat(kinds(told)).contains(ObligationFact.Missed.class, ObligationFact.Fulfilled.class);
    assertThat(played.incident().clocks().find(new ObligationId("tell")).map(Clock::running))
        .contains(false);
  }

  @Test
  void severity_is_rated_by_the_new_matrix_and_its_rules_call_whom_they_call() {
    played.accept(HANDLER, new SeverityRequest.Assess(IMPACT));
    var before = played.incident().assessment().severity();
    var levels = SeverityMatrix.levels("mild", "grave");
    var strict =
        new SeverityMatrix(
            levels,
            ImmutableList.of(
                new SeverityMatrix.Row(
                    ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(1))));
    var next =
        version("2", LINE)
            .severity(strict, levels.get(1))
            .levelRules(new LevelRule(levels.get(1), ImmutableSet.of(MANAGING), ImmutableSet.of()));
    played.migrate(next, version("1", LINE));
    assertThat(before).isNotEqualTo(levels.get(1));
    assertThat(played.incident().assessment().severity()).isEqualTo(levels.get(1));
    assertThat(played.incident().team().called()).containsKey(MANAGING);
  }

  @Test
  void what_was_given_or_set_and_is_not_there_any_more_is_told() {
    var scribe = new Role("scribe");
    var more =
        ImmutableList.<RoleDefinition>builder()
            .addAll(version("1").build().roles())
            .add(
                new RoleDefinition(
                    scribe, RoleKind.SCRIBE, null, ImmutableList.of(), ImmutableSet.of()))
            .build();
    played.atHand(version("1", LINE).roles(more).build());
    played.accept(MANAGER, new PeopleRequest.Assign(scribe, new Actor("sam")));
    played.accept(
        MANAGER, new SeverityRequest.Overrule(worst(), "it is worse than it looks", null));
    played.done("a");
    var levels = SeverityMatrix.levels("mild");
    var mild =
        new SeverityMatrix(
            levels,
            ImmutableList.of(
                new SeverityMatrix.Row(
                    ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0))));
    var events =
        played.migrate(
            version("2", main(ImmutableMap.of("b", then("c"), "c", last())))
                .severity(mild, levels.get(0)),
            version("1", LINE).roles(more));
    assertThat(migration(events).unmapped())
        .extracting(Unmapped::what)
        .containsExactly(Unmapped.Kind.STEP, Unmapped.Kind.ROLE, Unmapped.Kind.SEVERITY);
    assertThat(played.incident().assessment().severity()).isEqualTo(worst());
    assertThat(played.waiting()).containsExactly("b");
    assertThat(played.incident().steps().done()).containsExactly(id("a"));
  }

  private static Severity worst() {
    var levels = version("1").build().severity().levels();
    return levels.get(levels.size() - 1);
  }
}
