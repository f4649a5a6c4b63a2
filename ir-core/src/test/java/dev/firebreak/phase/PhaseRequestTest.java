package dev.firebreak.phase;

import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static dev.firebreak.phase.Phase.CONTAINMENT;
import static dev.firebreak.phase.Phase.ERADICATION;
import static dev.firebreak.phase.Phase.IDENTIFICATION;
import static dev.firebreak.phase.Phase.POST_INCIDENT;
import static dev.firebreak.phase.Phase.PREPARATION;
import static dev.firebreak.phase.Phase.RECOVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Remedy;
import dev.firebreak.phase.PhaseFact.Closed;
import dev.firebreak.phase.PhaseFact.Entered;
import dev.firebreak.phase.PhaseFact.EpisodeStarted;
import dev.firebreak.phase.PhaseRequest.Close;
import dev.firebreak.phase.PhaseRequest.Enter;
import dev.firebreak.phase.PhaseRequest.Reopen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhaseRequestTest {
  private static final Progress OPENED =
      after(Progress.CONCEPT, new EpisodeStarted(IDENTIFICATION, "opened"));
  private static final Progress ERADICATING =
      new Entered(CONTAINMENT, ERADICATION, Move.NEXT, null).applyTo(OPENED, stamp(4));
  private static final Progress CLOSED =
      new Closed(Disposition.FALSE_POSITIVE, "nothing").applyTo(OPENED, stamp(7));

  @Test
  void refuses_a_phase_that_cannot_be_reached() {
    assertThat(Enter.next(POST_INCIDENT).unmet(ERADICATING, asking()))
        .containsExactly(
            PhaseCondition.REACHABLE.unmet("POST_INCIDENT cannot be reached from ERADICATION", 4L));
    assertThat(new Enter(ERADICATION, "why not").unmet(ERADICATING, asking()))
        .containsExactly(
            PhaseCondition.REACHABLE.unmet("ERADICATION cannot be reached from ERADICATION", 4L));
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"ERADICATION", "RECOVERY", "POST_INCIDENT"})
  void refuses_to_skip_without_a_reason_and_says_how_to_give_one(Phase to) {
    assertThat(new Enter(to, null).unmet(OPENED, asking()))
        .containsExactly(
            PhaseCondition.REASON_GIVEN
                .unmet("going from IDENTIFICATION to " + to + " needs a reason", 1L)
                .or(new Remedy.AskFor(new Enter(to, "why"))));
    assertThat(new Enter(to, "why").unmet(OPENED, asking())).isEmpty();
  }

  @Test
  void refuses_to_loop_back_without_a_reason() {
    assertThat(Enter.next(CONTAINMENT).unmet(ERADICATING, asking()))
        .containsExactly(
            PhaseCondition.REASON_GIVEN
                .unmet("going from ERADICATION to CONTAINMENT needs a reason", 4L)
                .or(new Remedy.AskFor(new Enter(CONTAINMENT, "why"))));
    assertThat(new Enter(CONTAINMENT, "it spread").unmet(ERADICATING, asking())).isEmpty();
  }

  @Test
  void refuses_to_end_as_its_phase_does_not_allow() {
    assertThat(new Close(Disposition.RESOLVED, "done").unmet(ERADICATING, asking()))
        .containsExactly(
            PhaseCondition.ENDS_SO.unmet("an incident in ERADICATION cannot end as RESOLVED", 4L));
  }

  @Test
  void refuses_to_reopen_an_open_incident() {
    assertThat(new Reopen(IDENTIFICATION, "again").unmet(OPENED, asking()))
        .containsExactly(PhaseCondition.REOPENS.unmet("the incident is open", 1L));
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"PREPARATION", "CONTAINMENT", "ERADICATION", "RECOVERY"})
  void refuses_to_reopen_in_the_middle(Phase in) {
    assertThat(new Reopen(in, "again").unmet(CLOSED, asking()))
        .containsExactly(PhaseCondition.REOPENS.unmet("an incident is not reopened in " + in, 7L));
  }

  @Test
  void refuses_reasons_that_say_nothing() {
    assertThatThrownBy(() -> new Enter(CONTAINMENT, " ")).hasMessage("reason must not be blank");
    assertThatThrownBy(() -> new Close(Disposition.RESOLVED, ""))
        .hasMessage("reason must not be blank");
    assertThatThrownBy(() -> new Reopen(RECOVERY, "")).hasMessage("reason must not be blank");
  }

  @Test
  void enters_the_next_phase_without_a_reason() {
    var enter = Enter.next(CONTAINMENT);

    assertThat(enter.unmet(OPENED, asking())).isEmpty();
    assertThat(enter.yields(OPENED, asking()))
        .containsExactly(new Entered(IDENTIFICATION, CONTAINMENT, Move.NEXT, null));
  }

  @Test
  void records_a_skip_and_a_loop_back_with_the_reason() {
    assertThat(new Enter(RECOVERY, "nothing to contain").yields(OPENED, asking()))
        .containsExactly(new Entered(IDENTIFICATION, RECOVERY, Move.SKIP, "nothing to contain"));
    assertThat(new Enter(CONTAINMENT, "it spread").yields(ERADICATING, asking()))
        .containsExactly(new Entered(ERADICATION, CONTAINMENT, Move.BACK, "it spread"));
  }

  @Test
  void closes_as_its_phase_allows() {
    var close = new Close(Disposition.HANDED_OVER, "a crisis", Handover.to("the crisis team"));

    assertThat(close.unmet(ERADICATING, asking())).isEmpty();
    assertThat(close.yields(ERADICATING, asking()))
        .containsExactly(
            new Closed(Disposition.HANDED_OVER, "a crisis", Handover.to("the crisis team")));
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"IDENTIFICATION", "POST_INCIDENT"})
  void reopens_at_the_beginning_or_for_the_review(Phase in) {
    var reopen = new Reopen(in, "it is back");

    assertThat(reopen.unmet(CLOSED, asking())).isEmpty();
    assertThat(reopen.yields(CLOSED, asking()))
        .containsExactly(new EpisodeStarted(in, "it is back"));
  }

  @Test
  void is_not_open_before_its_first_event() {
    var start = Progress.CONCEPT.start();

    assertThat(start)
        .isEqualTo(new Progress(IDENTIFICATION, Disposition.OPEN, 0, ImmutableList.of()));
    assertThat(start.open()).isFalse();
    assertThat(OPENED.open()).isTrue();
    assertThat(CLOSED.open()).isFalse();
  }

  @Test
  void keeps_every_episode() {
    var progress =
        after(
            Progress.CONCEPT,
            new EpisodeStarted(IDENTIFICATION, "opened"),
            new Entered(IDENTIFICATION, POST_INCIDENT, Move.SKIP, "small"),
            new Closed(Disposition.RESOLVED, "done"),
            new EpisodeStarted(POST_INCIDENT, "more to say"));

    assertThat(progress)
        .isEqualTo(
            new Progress(
                POST_INCIDENT,
                Disposition.OPEN,
                4,
                ImmutableList.of(new Episode(time(1), time(3)), new Episode(time(4), null))));
    assertThat(new Closed(Disposition.HANDED_OVER, "a crisis").applyTo(progress, stamp(5)))
        .isEqualTo(
            new Progress(
                POST_INCIDENT,
                Disposition.HANDED_OVER,
                5,
                ImmutableList.of(new Episode(time(1), time(3)), new Episode(time(4), time(5)))));
  }

  @Test
  void entering_a_phase_keeps_disposition_and_episodes() {
    assertThat(ERADICATING)
        .isEqualTo(new Progress(ERADICATION, Disposition.OPEN, 4, OPENED.episodes()));
    assertThat(Move.REOPENING).doesNotContain(PREPARATION);
  }
}
