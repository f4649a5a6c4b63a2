package dev.firebreak.obligation;

import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static dev.firebreak.obligation.Clocked.REVIEW;
import static dev.firebreak.obligation.Clocked.TELL;
import static dev.firebreak.obligation.Clocked.clock;
import static dev.firebreak.obligation.Clocked.due;
import static dev.firebreak.obligation.Clocked.promised;
import static dev.firebreak.obligation.Clocked.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.obligation.ObligationFact.Corrected;
import dev.firebreak.obligation.ObligationFact.DecidedAgainst;
import dev.firebreak.obligation.ObligationFact.DelayExplained;
import dev.firebreak.obligation.ObligationFact.Determined;
import dev.firebreak.obligation.ObligationFact.Fulfilled;
import dev.firebreak.obligation.ObligationFact.Lapsed;
import dev.firebreak.obligation.ObligationFact.Missed;
import dev.firebreak.obligation.ObligationFact.Paused;
import dev.firebreak.obligation.ObligationFact.Reached;
import dev.firebreak.obligation.ObligationFact.Reminded;
import dev.firebreak.obligation.ObligationFact.Resumed;
import dev.firebreak.obligation.ObligationFact.Started;
import dev.firebreak.obligation.ObligationFact.TriggerCorrected;
import dev.firebreak.obligation.ObligationFact.Updated;
import dev.firebreak.obligation.ObligationRequest.CorrectTrigger;
import dev.firebreak.obligation.ObligationRequest.DecideAgainst;
import dev.firebreak.obligation.ObligationRequest.Determine;
import dev.firebreak.obligation.ObligationRequest.ExplainDelay;
import dev.firebreak.obligation.ObligationRequest.Loosen;
import dev.firebreak.obligation.ObligationRequest.Miss;
import dev.firebreak.obligation.ObligationRequest.Pause;
import dev.firebreak.obligation.ObligationRequest.Remind;
import dev.firebreak.obligation.ObligationRequest.Resume;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking happens at time(100), see Askings. */
class ClocksTest {
  private static final Clocks START = Clocks.CONCEPT.start();
  private static final Started STARTED = started(TELL, time(1), time(500));
  private static final Clocks RUNNING = after(Clocks.CONCEPT, STARTED);
  private static final Clocks PROMISED = after(Clocks.CONCEPT, promised(TELL, time(1), time(500)));
  private static final Trigger AWARE = Trigger.when("gdpr", Determination.AWARE);

  private static Fulfilled done(long at) {
    return new Fulfilled(TELL, Milestone.NOTIFIED, time(at), Duration.ofSeconds(500 - at));
  }

  private static Clocks plus(Clocks clocks, long sequence, Fact<Clocks> fact) {
    return fact.applyTo(clocks, stamp(sequence));
  }

  private static List<String> codes(Request<Clocks> request, Clocks clocks) {
    return codes(request, clocks, asking());
  }

  private static List<String> codes(Request<Clocks> request, Clocks clocks, Asking by) {
    return request.unmet(clocks, by).stream().map(Rejection::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({"-1, RUNNING", "0, RUNNING", "1, MISSED"})
  void one_that_runs_is_missed_after_it_was_due(long nanosAfterDue, Clock.Status status) {
    var clock = clock(time(1), time(50));

    assertThat(clock.running()).isTrue();
    assertThat(clock.statusAt(time(50).plusNanos(nanosAfterDue))).isEqualTo(status);
    assertThat(clock.marginAt(time(40))).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({"-1, MET", "0, MET", "1, MISSED"})
  void one_that_was_stopped_is_met_up_to_when_it_was_due(long nanosAfterDue, Clock.Status status) {
    var stopped = time(50).plusNanos(nanosAfterDue);
    var clock = clock(time(1), time(50)).ended(stopped, Clock.Status.MET, null, 7);

    assertThat(clock.running()).isFalse();
    assertThat(clock.stopped()).isEqualTo(stopped);
    assertThat(clock.since()).isEqualTo(7);
    assertThat(clock.statusAt(time(1))).isEqualTo(status);
    assertThat(clock.statusAt(time(99))).isEqualTo(status);
    assertThat(clock.marginAt(time(99))).isEqualTo(Duration.ofNanos(-nanosAfterDue));
  }

  @Test
  void one_without_a_number_is_never_late() {
    var clock = clock(time(1), null);

    assertThat(clock.statusAt(Instant.MAX)).isEqualTo(Clock.Status.RUNNING);
    assertThat(clock.marginAt(time(9))).isNull();
    assertThat(clock.ended(time(99), Clock.Status.MET, null, 7).statusAt(time(1)))
        .isEqualTo(Clock.Status.MET);
    assertThat(plus(START, 1, started(TELL, time(1), null)).nextDue()).isNull();
  }

  @Test
  void one_that_was_decided_about_or_lapsed_is_neither_met_nor_missed() {
    var against = plus(RUNNING, 600, new DecidedAgainst(TELL, "no data was lost")).get(TELL);
    var lapsed = plus(RUNNING, 9, new Lapsed(TELL, AWARE, time(8))).get(TELL);

    assertThat(against.statusAt(time(601))).isEqualTo(Clock.Status.WAIVED);
    assertThat(against.stopped()).isEqualTo(time(600));
    assertThat(lapsed.statusAt(time(601))).isEqualTo(Clock.Status.LAPSED);
    assertThat(lapsed.ending())
        .isEqualTo(new Clock.Ending(time(8), Clock.Status.LAPSED, "gdpr/AWARE"));
  }

  @Test
  void cannot_fold_what_happens_to_a_clock_that_did_not_start() {
    assertThatThrownBy(() -> plus(START, 8, done(7)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no clock tell: its history is not in order");
  }

  @Test
  void a_clock_that_starts_anew_keeps_the_one_before() {
    var stopped = plus(RUNNING, 8, done(7));
    var anew = plus(stopped, 9, started(TELL, time(9), time(60)));

    assertThat(anew.earlier()).containsExactly(stopped.get(TELL));
    assertThat(anew.find(TELL)).map(Clock::begun).contains(9L);
    assertThat(anew).isNotEqualTo(plus(START, 9, started(TELL, time(9), time(60))));
  }

  @Test
  void the_next_to_come_is_the_earliest_of_those_that_run() {
    var both = plus(RUNNING, 2, started(REVIEW, time(2), time(30)));
    var one = plus(both, 3, new DecidedAgainst(REVIEW, "why"));
    var none = plus(one, 4, new DecidedAgainst(TELL, "why"));

    assertThat(START.nextDue()).isNull();
    assertThat(START.dueBy(Instant.MAX)).isEmpty();
    assertThat(both.nextDue()).isEqualTo(time(30).plusNanos(1));
    assertThat(both.dueBy(time(30))).isEmpty();
    assertThat(both.dueBy(time(30).plusNanos(1))).containsExactly(new Miss(REVIEW));
    assertThat(both.dueBy(time(999))).containsExactly(new Miss(REVIEW), new Miss(TELL));
    assertThat(one.nextDue()).isEqualTo(time(500).plusNanos(1));
    assertThat(none.nextDue()).isNull();
  }

  @Test
  void reminds_before_it_is_missed_and_each_once() {
    var start = new Started(TELL, AWARE, time(1), due(time(50), time(40)), false);
    var running = plus(START, 1, start);
    var reminded = plus(running, 2, new Reminded(TELL, time(50)));
    var missed = plus(reminded, 3, new Missed(TELL, time(50)));

    assertThat(running.nextDue()).isEqualTo(time(40));
    assertThat(running.dueBy(time(99))).containsExactly(new Remind(TELL));
    assertThat(codes(new Miss(TELL), running))
        .containsExactly("obligation.due: the next to come for tell is at " + time(40));
    assertThat(new Remind(TELL).yields(running, asking()))
        .containsExactly(new Reminded(TELL, time(50)));
    assertThat(codes(new Remind(TELL), reminded)).hasSize(1);
    assertThat(codes(new Miss(TELL), reminded)).isEmpty();
    assertThat(new Miss(TELL).yields(reminded, asking()))
        .containsExactly(new Missed(TELL, time(50)));
    assertThat(codes(new Miss(TELL), missed))
        .containsExactly("obligation.due: nothing is to come for tell");
    assertThat(missed.nextDue()).isNull();
  }

  @Test
  void says_until_when_to_wait_for_a_deadline() {
    assertThat(codes(new Miss(TELL), START))
        .containsExactly("obligation.started: no clock runs for tell");
    assertThat(new Miss(TELL).unmet(RUNNING, asking()).get(0).remedies())
        .containsExactly(new Remedy.WaitUntil(time(500).plusNanos(1)));
    assertThatThrownBy(
            () -> new Miss(TELL).yields(plus(START, 1, started(TELL, time(1), null)), asking()))
        .hasMessage("no time is set for tell");
  }

  @Test
  void a_later_deadline_can_be_missed_anew_and_an_earlier_one_not() {
    var missed = plus(RUNNING, 600, new Missed(TELL, time(500)));
    var later = plus(missed, 601, new Corrected(TELL, time(1), time(500), due(time(700)), "x"));
    var earlier = plus(missed, 601, new Corrected(TELL, time(1), time(500), due(time(400)), "x"));
    var open = plus(missed, 601, new Corrected(TELL, time(1), time(500), due(null), "x"));

    assertThat(later.nextDue()).isEqualTo(time(700).plusNanos(1));
    assertThat(later.get(TELL).first()).isEqualTo(time(500));
    assertThat(later.get(TELL).changed()).isEqualTo("x");
    assertThat(earlier.nextDue()).isNull();
    assertThat(open.nextDue()).isNull();
    assertThat(plus(open, 602, new Corrected(TELL, time(1), null, due(time(9)), "x")).nextDue())
        .isEqualTo(time(9).plusNanos(1));
  }

  @Test
  void remembers_when_triggers_occurred_for_the_first_and_the_last_time() {
    var clocks =
        after(
            Clocks.CONCEPT,
            new Reached(Milestone.OPENED, time(9)),
            new Determined("gdpr", Determination.AWARE, "seen", time(70)),
            new Determined("gdpr", Determination.AWARE, "seen", null),
            new Reached(Milestone.OPENED, time(1)));

    assertThat(clocks.occurrences())
        .containsEntry(AWARE, new Occurrence(time(2), time(3), null, 3))
        .containsEntry(Trigger.at(Milestone.OPENED), new Occurrence(time(1), time(9), null, 4));
    assertThat(clocks.occurrence(Trigger.after(TELL))).isEmpty();
    assertThat(clocks).hasToString("[]").isNotEqualTo(START).isNotEqualTo("clocks");
  }

  @Test
  void what_was_done_once_more_counts_for_those_that_follow() {
    var stopped = plus(RUNNING, 8, done(7));
    var updated = plus(stopped, 9, new Updated(TELL, time(9)));

    assertThat(updated.occurrence(Trigger.after(TELL)))
        .contains(new Occurrence(time(7), time(9), null, 9));
    assertThat(updated.get(TELL)).isEqualTo(stopped.get(TELL));
  }

  @Test
  void a_corrected_trigger_occurred_then_and_only_then() {
    var asked = plus(RUNNING, 2, new Determined("gdpr", Determination.AWARE, "seen", time(70)));
    var corrected = plus(asked, 3, new TriggerCorrected(AWARE, time(2), time(1), "a log"));
    var stopped = plus(RUNNING, 8, done(7));
    var moved =
        plus(stopped, 9, new TriggerCorrected(Trigger.after(TELL), time(7), time(6), "receipt"));

    assertThat(corrected.occurrence(AWARE)).contains(new Occurrence(time(1), time(1), time(70), 3));
    assertThat(moved.get(TELL).stopped()).isEqualTo(time(6));
    var against = plus(RUNNING, 3, new DecidedAgainst(TELL, "why"));
    var other = new TriggerCorrected(Trigger.after(TELL), null, time(6), "merged");
    assertThat(plus(against, 9, other).get(TELL).stopped()).isEqualTo(time(3));
    assertThat(plus(RUNNING, 9, other).get(TELL).running()).isTrue();
    assertThat(plus(START, 9, other).byObligation()).isEmpty();
  }

  @Test
  void of_two_incidents_the_earliest_occurrence_counts() {
    var opened = Trigger.at(Milestone.OPENED);
    var here = after(Clocks.CONCEPT, new Reached(Milestone.OPENED, time(5)));
    var there =
        after(
            Clocks.CONCEPT,
            new Reached(Milestone.OPENED, time(4)),
            new Determined("gdpr", Determination.AWARE, "seen", null));

    assertThat(here.earliestWith(there, "merged from inc-2"))
        .containsExactly(
            new TriggerCorrected(opened, time(5), time(4), "merged from inc-2"),
            new TriggerCorrected(AWARE, null, time(2), "merged from inc-2"));
    assertThat(there.earliestWith(here, "merged from inc-1")).isEmpty();
  }

  @Test
  void determines_whatever_somebody_is_sure_of() {
    var determine = new Determine("gdpr", Determination.AWARE, "a list was found");

    assertThat(codes(determine, START)).isEmpty();
    assertThat(determine.yields(START, asking()))
        .containsExactly(new Determined("gdpr", Determination.AWARE, "a list was found", null));
    assertThat(determine.afterClosing()).isTrue();
    assertThatThrownBy(() -> new Determine("after", Determination.AWARE, "x"))
        .hasMessage("a regime cannot be called after");
    assertThatThrownBy(() -> new Determine("gdpr", Determination.AWARE, ""))
        .hasMessage("reason must not be blank");
  }

  @Test
  void refuses_to_correct_what_did_not_occur_or_has_yet_to() {
    var correct = new CorrectTrigger(AWARE, time(9_999), "why");
    var rejections = correct.unmet(START, asking());

    assertThat(rejections)
        .extracting(Rejection::toString)
        .containsExactly(
            "obligation.occurred: gdpr/AWARE has not occurred",
            "obligation.occurred: " + time(9_999) + " is later than " + time(160));
    assertThat(rejections.get(0).remedies())
        .containsExactly(
            new Remedy.Act(
                new Determine("gdpr", Determination.AWARE, "why"), Remedy.Asker.ANYBODY));
    assertThat(new CorrectTrigger(Trigger.after(TELL), time(1), "why").unmet(START, asking()))
        .singleElement()
        .satisfies(rejection -> assertThat(rejection.remedies()).isEmpty());
    assertThatThrownBy(() -> new CorrectTrigger(AWARE, time(1), " ")).hasMessageContaining("blank");
  }

  @Test
  void corrects_a_trigger_and_has_nothing_to_do_if_it_is_right() {
    var aware = plus(START, 3, new Determined("gdpr", Determination.AWARE, "seen", null));
    var correct = new CorrectTrigger(AWARE, time(2), "a log");

    assertThat(codes(correct, aware)).isEmpty();
    assertThat(correct.yields(aware, asking()))
        .containsExactly(new TriggerCorrected(AWARE, time(3), time(2), "a log"));
    assertThat(new CorrectTrigger(AWARE, time(3), "a log").yields(aware, asking())).isEmpty();
  }

  @Test
  void decides_only_about_a_clock_that_runs() {
    var stopped = plus(RUNNING, 8, done(7));
    var decide = new DecideAgainst(TELL, "no data was lost");

    assertThat(codes(decide, START)).containsExactly("obligation.started: no clock runs for tell");
    assertThat(decide.unmet(stopped, asking()))
        .containsExactly(ObligationCondition.RUNNING.unmet("the clock for tell has stopped", 8L));
    assertThat(codes(decide, RUNNING)).isEmpty();
    assertThat(decide.yields(RUNNING, asking()))
        .containsExactly(new DecidedAgainst(TELL, "no data was lost"));
    assertThatThrownBy(() -> new DecideAgainst(TELL, "")).hasMessage("reason must not be blank");
  }

  @Test
  void explains_a_delay_only_where_there_is_or_may_be_one() {
    var explain = new ExplainDelay(TELL, "the portal was down");
    var late = plus(RUNNING, 601, done(600));

    assertThat(codes(explain, START)).containsExactly("obligation.started: no clock runs for tell");
    assertThat(codes(explain, plus(RUNNING, 8, done(7))))
        .containsExactly("obligation.not-in-time: the clock for tell is MET");
    assertThat(codes(explain, RUNNING)).isEmpty();
    assertThat(codes(explain, late)).isEmpty();
    assertThat(explain.yields(late, asking()))
        .containsExactly(new DelayExplained(TELL, "the portal was down"));
    assertThat(plus(late, 700, new DelayExplained(TELL, "x")).get(TELL).delay()).isEqualTo("x");
    assertThatThrownBy(() -> new ExplainDelay(TELL, "")).hasMessage("reason must not be blank");
  }

  @Test
  void never_pauses_or_loosens_a_duty() {
    var by = asking(Schedule.class, due(time(900)));

    assertThat(codes(new Pause(TELL, "why"), RUNNING))
        .containsExactly("obligation.service-level: tell is a duty and no service level");
    assertThat(codes(new Loosen(TELL, "why"), RUNNING, by))
        .containsExactly("obligation.service-level: tell is a duty and no service level");
  }

  @Test
  void pauses_only_a_clock_that_runs_in_time() {
    var pause = new Pause(TELL, "the customer was asked");
    var paused = plus(PROMISED, 20, new Paused(TELL, "the customer was asked"));
    var resumed =
        plus(paused, 200, new Resumed(TELL, Duration.ofMinutes(3), Duration.ofMinutes(3)));

    assertThat(codes(pause, START)).containsExactly("obligation.started: no clock runs for tell");
    assertThat(codes(pause, plus(PROMISED, 8, done(7))))
        .containsExactly("obligation.running: the clock for tell has stopped");
    assertThat(pause.unmet(paused, asking()).get(0).remedies())
        .containsExactly(new Remedy.Act(new Resume(TELL), Remedy.Asker.ANYBODY));
    assertThat(codes(pause, plus(PROMISED, 9, new Missed(TELL, time(500)))))
        .containsExactly("obligation.pause-fits: the clock for tell was due at " + time(500));
    assertThat(codes(pause, after(Clocks.CONCEPT, promised(TELL, time(1), time(50)))))
        .containsExactly("obligation.pause-fits: the clock for tell was due at " + time(50));
    assertThat(codes(pause, after(Clocks.CONCEPT, promised(TELL, time(101), time(500)))))
        .containsExactly(
            "obligation.pause-fits: the clock for tell had not started, or was paused, at "
                + time(100));
    assertThat(codes(pause, resumed)).hasSize(1);
    assertThat(codes(pause, PROMISED)).isEmpty();
    assertThat(pause.yields(PROMISED, asking()))
        .containsExactly(new Paused(TELL, "the customer was asked"));
    assertThatThrownBy(() -> new Pause(TELL, "")).hasMessage("reason must not be blank");
  }

  @Test
  void a_clock_that_is_paused_waits_and_shows_why() {
    var paused = plus(PROMISED, 20, new Paused(TELL, "the customer was asked"));
    var clock = paused.get(TELL);

    assertThat(clock.statusAt(time(9_999))).isEqualTo(Clock.Status.PAUSED);
    assertThat(clock.marginAt(time(9_999))).isEqualTo(Duration.ofMinutes(8));
    assertThat(clock.pauses().reason()).isEqualTo("the customer was asked");
    assertThat(paused.nextDue()).isNull();
  }

  @Test
  void goes_on_only_after_a_pause() {
    var resume = new Resume(TELL);
    var by = asking(BusinessCalendar.class, BusinessCalendar.UTC);
    var paused = plus(PROMISED, 20, new Paused(TELL, "x"));

    assertThat(codes(resume, START, by))
        .containsExactly("obligation.started: no clock runs for tell");
    assertThat(codes(resume, plus(PROMISED, 8, done(7)), by))
        .containsExactly("obligation.running: the clock for tell has stopped");
    assertThat(codes(resume, PROMISED, by))
        .containsExactly("obligation.pause-fits: the clock for tell is not paused");
    assertThat(codes(resume, plus(PROMISED, 101, new Paused(TELL, "x")), by))
        .containsExactly("obligation.pause-fits: the clock for tell was paused at " + time(101));
    assertThat(codes(resume, paused, by)).isEmpty();
    assertThat(resume.yields(paused, by))
        .containsExactly(new Resumed(TELL, Duration.ofSeconds(80), Duration.ofSeconds(80)));
    var after = plus(paused, 100, new Resumed(TELL, Duration.ofSeconds(80), Duration.ZERO));
    assertThat(after.get(TELL).pauses())
        .isEqualTo(new Pauses(null, time(100), "x", Duration.ofSeconds(80), Duration.ZERO));
    assertThat(after.nextDue()).isEqualTo(time(500).plusNanos(1));
  }

  @Test
  void loosens_only_what_the_severity_promises_less_for() {
    var loosen = new Loosen(TELL, "only one host");
    var later = asking(Schedule.class, due(time(900)));

    assertThat(codes(loosen, START, later)).hasSize(1);
    assertThat(codes(loosen, plus(PROMISED, 8, done(7)), later)).hasSize(1);
    assertThat(codes(loosen, PROMISED, asking(Schedule.class, due(time(500)))))
        .containsExactly(
            "obligation.loosens: the severity would have tell due at "
                + time(500)
                + ", and it is due at "
                + time(500));
    assertThat(codes(loosen, plus(START, 1, open()), later)).hasSize(1);
    assertThat(codes(loosen, PROMISED, later)).isEmpty();
    assertThat(codes(loosen, PROMISED, asking(Schedule.class, due(null)))).isEmpty();
    assertThat(loosen.yields(PROMISED, later))
        .containsExactly(new Corrected(TELL, time(1), time(500), due(time(900)), "only one host"));
    assertThatThrownBy(() -> new Loosen(TELL, "")).hasMessage("reason must not be blank");
  }

  private static Started open() {
    return new Started(TELL, AWARE, time(1), due(null), true);
  }
}
