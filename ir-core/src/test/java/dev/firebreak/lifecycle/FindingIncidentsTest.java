package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.DEPUTY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.MANAGING;
import static dev.firebreak.lifecycle.Ransomware.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.Journal;
import dev.firebreak.lifecycle.IncidentQuery.Order;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.Test;

class FindingIncidentsTest {
  private static final Viewer VIEWER = Viewer.of(MANAGER);
  private static final IncidentQuery ALL = IncidentQuery.ALL;
  private static final Severity LOW = new Severity("low", 1);
  private static final Severity HIGH = new Severity("high", 2);

  private final TestClock clock = new TestClock();
  private final WatchedJournal journal = new WatchedJournal();
  private final IncidentResponse response = on(journal);

  @Test
  void refuses_a_limit_that_makes_no_sense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALL.withLimit(0))
        .withMessage("limit must be within 1..10000 but was 0");
    assertThatIllegalArgumentException().isThrownBy(() -> ALL.withLimit(10_001));
    assertThat(ALL.withLimit(10_000).limit()).isEqualTo(10_000);
  }

  @Test
  void finds_nothing_where_nothing_is_open() {
    assertThat(response.find(ALL, VIEWER)).isEmpty();
    open("a", "Files");
    close("a");
    assertThat(response.find(ALL, VIEWER)).isEmpty();
  }

  @Test
  void tells_what_a_list_shows() {
    open("a", "Files are encrypted");
    var opened = clock.instant();
    var due = opened.plusSeconds(900);
    assertThat(response.find(ALL, VIEWER))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.id()).isEqualTo(IncidentId.of("a"));
              assertThat(found.title()).isEqualTo("Files are encrypted");
              assertThat(found.phase()).isEqualTo(Phase.IDENTIFICATION);
              assertThat(found.severity()).isNull();
              assertThat(found.opened()).isEqualTo(opened);
              assertThat(found.due()).isEqualTo(due);
              assertThat(found.owners()).isEmpty();
            });
    clock.pass("PT1M");
    submit("a", HANDLER, new TriageRequest.Acknowledge());
    submit("a", MANAGER, new SeverityRequest.Overrule(HIGH, "the press knows"));
    assertThat(response.find(ALL, VIEWER))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.severity()).isEqualTo(HIGH);
              assertThat(found.due()).isNull();
              assertThat(found.owners()).containsExactly(HANDLER);
            });
  }

  @Test
  void finds_by_phase() {
    open("a", "Files");
    open("b", "Files");
    submit("b", HANDLER, new TriageRequest.Classify(Ransomware.CATEGORY, "files"));
    submit("b", MANAGER, new TriageRequest.Declare("files are encrypted"));
    submit("b", MANAGER, new PlaybookRequest.WaiveStep(Ransomware.CONFIRM, "seen by everybody"));
    submit("b", HANDLER, PhaseRequest.Enter.next(Phase.CONTAINMENT));
    assertThat(found(ALL.withPhases(Phase.CONTAINMENT))).containsExactly("b");
    assertThat(found(ALL.withPhases(Phase.IDENTIFICATION))).containsExactly("a");
    assertThat(found(ALL.withPhases(Phase.IDENTIFICATION, Phase.CONTAINMENT))).hasSize(2);
    assertThat(found(ALL.withPhases(Phase.RECOVERY))).isEmpty();
  }

  @Test
  void finds_by_severity_and_leaves_out_what_was_not_assessed() {
    open("none", "Files");
    open("low", "Files");
    open("high", "Files");
    submit("low", MANAGER, new SeverityRequest.Overrule(LOW, "a test host"));
    submit("high", MANAGER, new SeverityRequest.Overrule(HIGH, "the press knows"));
    assertThat(found(ALL.withSeverityAtLeast(HIGH))).containsExactly("high");
    assertThat(found(ALL.withSeverityAtLeast(LOW).withOrder(Order.WORST_FIRST)))
        .containsExactly("high", "low");
    assertThat(found(ALL.withOrder(Order.WORST_FIRST))).containsExactly("high", "low", "none");
  }

  @Test
  void finds_what_is_due_even_when_its_time_has_passed() {
    open("b", "Files");
    clock.pass("PT5M");
    open("a", "Files");
    open("met", "Files");
    submit("met", HANDLER, new TriageRequest.Acknowledge());
    var first = Ransomware.START.plusSeconds(900);
    assertThat(found(ALL.withDueBefore(first))).isEmpty();
    assertThat(found(ALL.withDueBefore(first.plusMillis(1)))).containsExactly("b");
    clock.pass("PT1H");
    assertThat(found(ALL.withDueBefore(clock.instant()))).containsExactly("b", "a");
    assertThat(found(ALL.withOrder(Order.DUE_FIRST))).containsExactly("b", "a", "met");
  }

  @Test
  void finds_by_owner_who_acknowledged_or_was_given_the_lead() {
    open("a", "Files");
    submit("a", HANDLER, new TriageRequest.Acknowledge());
    open("b", "Files");
    submit("b", MANAGER, new PeopleRequest.Assign(MANAGING, STRANGER));
    submit("b", MANAGER, new PeopleRequest.Assign(Ransomware.HANDLING, DEPUTY));
    assertThat(found(ALL.withOwner(HANDLER))).containsExactly("a");
    assertThat(found(ALL.withOwner(STRANGER))).containsExactly("b");
    assertThat(found(ALL.withOwner(DEPUTY))).isEmpty();
    submit("b", MANAGER, new PeopleRequest.Release(MANAGING, STRANGER, "is on leave"));
    assertThat(found(ALL.withOwner(STRANGER))).isEmpty();
  }

  @Test
  void knows_no_lead_under_a_plan_that_is_not_at_hand() {
    open("a", "Files");
    submit("a", HANDLER, new TriageRequest.Acknowledge());
    submit("a", MANAGER, new PeopleRequest.Assign(MANAGING, STRANGER));
    var upgraded =
        IncidentResponse.under(Ransomware.plan("2").build(), clock).journal(journal).build();
    assertThat(upgraded.find(ALL, VIEWER).get(0).owners()).containsExactly(HANDLER);
  }

  @Test
  void finds_by_words_of_name_and_title_in_any_case_and_order() {
    open("inc-7", "Files are ENCRYPTED on web-1");
    open("inc-8", "A mail");
    assertThat(found(ALL.withText("  encrypted\tFILES "))).containsExactly("inc-7");
    assertThat(found(ALL.withText("inc-8"))).containsExactly("inc-8");
    assertThat(found(ALL.withText("crypt"))).containsExactly("inc-7");
    assertThat(found(ALL.withText("encrypted mail"))).isEmpty();
    assertThat(found(ALL.withText(" "))).hasSize(2);
  }

  @Test
  void tells_in_order_of_age_and_no_more_than_asked_for() {
    open("b", "Files");
    open("a", "Files");
    clock.pass("PT1M");
    open("c", "Files");
    assertThat(found(ALL.withOrder(Order.OLDEST_FIRST))).containsExactly("a", "b", "c");
    assertThat(found(ALL.withOrder(Order.NEWEST_FIRST))).containsExactly("c", "a", "b");
    assertThat(found(ALL.withOrder(Order.NEWEST_FIRST).withLimit(2))).containsExactly("c", "a");
  }

  @Test
  void finds_again_what_was_reopened_and_for_how_long_it_is_open() {
    open("a", "Files");
    submit("a", HANDLER, new TriageRequest.Acknowledge());
    close("a");
    assertThat(found(ALL)).isEmpty();
    clock.pass("PT1H");
    submit("a", MANAGER, new PhaseRequest.Reopen(Phase.IDENTIFICATION, "it is back"));
    assertThat(response.find(ALL, VIEWER))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.opened()).isEqualTo(clock.instant());
              assertThat(found.owners()).containsExactly(HANDLER);
            });
  }

  @Test
  void sees_at_once_what_another_engine_on_the_journal_has_recorded() {
    assertThat(found(ALL)).isEmpty();
    var other = on(journal);
    other.submit(IncidentId.of("a"), HANDLER, new IncidentRequest.Open("Files"));
    assertThat(found(ALL)).containsExactly("a");
    other.submit(
        IncidentId.of("a"), MANAGER, new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "a test"));
    other.submit(
        IncidentId.of("a"), MANAGER, new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "a test"));
    assertThat(found(ALL)).isEmpty();
  }

  @Test
  void is_as_right_on_a_journal_that_cannot_tell_what_has_changed() {
    var forgetful =
        new WatchedJournal() {
          @Override
          public long changedSince(
              Tenant tenant, StreamId.Kind kind, long mark, ObjLongConsumer<StreamId> each) {
            streams(tenant, kind).forEach(stream -> each.accept(stream, Long.MAX_VALUE));
            return 0;
          }
        };
    var one = on(forgetful);
    var two = on(forgetful);
    one.submit(IncidentId.of("a"), HANDLER, new IncidentRequest.Open("Files"));
    assertThat(two.find(ALL, VIEWER)).hasSize(1);
    assertThat(two.find(ALL, VIEWER)).hasSize(1);
    one.submit(IncidentId.of("a"), HANDLER, new TriageRequest.Acknowledge());
    assertThat(two.find(ALL.withOwner(HANDLER), VIEWER)).hasSize(1);
  }

  @Test
  void reads_nothing_of_an_incident_that_has_not_changed() {
    open("a", "Files");
    open("b", "Files");
    close("b");
    var restarted = on(journal);
    restarted.start(Tenant.SINGLE);
    journal.calls.clear();
    assertThat(restarted.find(ALL, VIEWER)).hasSize(1);
    assertThat(journal.calls).containsExactly("changes");

    journal.calls.clear();
    restarted.submit(IncidentId.of("a"), HANDLER, new TriageRequest.Acknowledge());
    assertThat(restarted.find(ALL, VIEWER)).hasSize(1);
    assertThat(journal.calls).containsExactly("append to a", "changes");
  }

  @Test
  void does_not_touch_the_journal_before_it_is_asked() {
    var untouched = new WatchedJournal();
    on(untouched);
    assertThat(untouched.calls).isEmpty();
  }

  private IncidentResponse on(Journal journal) {
    return IncidentResponse.under(Ransomware.plan(), clock).journal(journal).build();
  }

  private List<String> found(IncidentQuery query) {
    var found = response.find(query, VIEWER).stream().map(summary -> summary.id().name()).toList();
    var elsewhere = on(journal).find(query, VIEWER);
    assertThat(elsewhere).isEqualTo(response.find(query, VIEWER));
    return found;
  }

  private void open(String name, String title) {
    submit(name, HANDLER, new IncidentRequest.Open(title));
  }

  private void close(String name) {
    submit(name, MANAGER, new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "a test"));
    submit(name, MANAGER, new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "a test"));
  }

  private void submit(String name, Actor actor, Request<?> request) {
    assertThat(response.submit(IncidentId.of(name), actor, request).accepted())
        .as("%s", request)
        .isTrue();
  }
}
