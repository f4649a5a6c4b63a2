package dev.firebreak.examples.benchmarks;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.phase.Phase;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The incident of somebody who needs no library: one record with guards, and a log that records
 * what Firebreak records of each fact.
 */
record HandImmutable(
    String id, Phase phase, State state, ImmutableSet<String> done, ImmutableList<Entry> log) {

  /** What is known, apart from the tasks. */
  record State(
      boolean open,
      @Nullable Instant acknowledged,
      @Nullable Instant declared,
      @Nullable String category,
      @Nullable String verdict,
      @Nullable String severity,
      boolean scopeConfirmed,
      boolean reviewed) {}

  /** One fact: what, to what, why, by whom, when it happened and was recorded, and its cause. */
  record Entry(
      long sequence,
      String cause,
      String actor,
      Instant occurred,
      ZoneOffset offset,
      Instant recorded,
      String what,
      String subject,
      String because) {}

  /** Who asks, under which id, and when. */
  record By(String cause, String actor, Instant now) {}

  static HandImmutable opened(String id, String title, By by) {
    var state = new State(true, null, null, null, null, null, false, false);
    var log = ImmutableList.of(entry(1, "opened", id, title, by));
    return new HandImmutable(id, Phase.IDENTIFICATION, state, ImmutableSet.of(), log);
  }

  HandImmutable acknowledge(By by) {
    var s = openState();
    checkState(s.acknowledged == null, "not acknowledged");
    var next =
        new State(
            true,
            by.now(),
            s.declared,
            s.category,
            s.verdict,
            s.severity,
            s.scopeConfirmed,
            s.reviewed);
    return with(next, "acknowledged", id, "", by);
  }

  HandImmutable classify(String category, String because, By by) {
    var s = openState();
    var next =
        new State(
            true,
            s.acknowledged,
            s.declared,
            category,
            s.verdict,
            s.severity,
            s.scopeConfirmed,
            s.reviewed);
    return with(next, "classified", category, because, by);
  }

  HandImmutable judge(String verdict, String because, By by) {
    var s = openState();
    var next =
        new State(
            true,
            s.acknowledged,
            s.declared,
            s.category,
            verdict,
            s.severity,
            s.scopeConfirmed,
            s.reviewed);
    return with(next, "judged", verdict, because, by);
  }

  HandImmutable assess(String severity, String because, By by) {
    var s = openState();
    var next =
        new State(
            true,
            s.acknowledged,
            s.declared,
            s.category,
            s.verdict,
            severity,
            s.scopeConfirmed,
            s.reviewed);
    return with(next, "assessed", severity, because, by);
  }

  HandImmutable declare(String because, By by) {
    var s = openState();
    checkState(s.declared == null, "not declared");
    var next =
        new State(
            true,
            s.acknowledged,
            by.now(),
            s.category,
            s.verdict,
            s.severity,
            s.scopeConfirmed,
            s.reviewed);
    return with(next, "declared", id, because, by);
  }

  HandImmutable confirmScope(String how, By by) {
    var s = openState();
    var next =
        new State(
            true, s.acknowledged, s.declared, s.category, s.verdict, s.severity, true, s.reviewed);
    return with(next, "scope-confirmed", id, how, by);
  }

  HandImmutable complete(String step, String note, By by) {
    var s = openState();
    checkState(!done.contains(step), "step not done");
    var more = ImmutableSet.<String>builderWithExpectedSize(done.size() + 1).addAll(done).add(step);
    return new HandImmutable(id, phase, s, more.build(), plus("step-done", step, note, by));
  }

  HandImmutable enter(Phase to, ImmutableSet<String> mandatory, By by) {
    checkState(
        openState().declared != null && phase.isBefore(to) && done.containsAll(mandatory),
        "declared, steps done");
    return new HandImmutable(id, to, state, done, plus("entered", to.name(), "", by));
  }

  HandImmutable review(String rootCause, By by) {
    var s = openState();
    checkState(phase == Phase.POST_INCIDENT, "in review");
    return with(ended(true, s), "reviewed", id, rootCause, by);
  }

  HandImmutable close(String because, ImmutableSet<String> mandatory, By by) {
    var s = openState();
    checkState(s.reviewed && done.containsAll(mandatory), "reviewed, steps done");
    return with(ended(false, s), "closed", id, because, by);
  }

  private static State ended(boolean open, State s) {
    return new State(
        open,
        s.acknowledged,
        s.declared,
        s.category,
        s.verdict,
        s.severity,
        s.scopeConfirmed,
        true);
  }

  private State openState() {
    checkState(state.open, "open");
    return state;
  }

  private HandImmutable with(State next, String what, String subject, String because, By by) {
    return new HandImmutable(id, phase, next, done, plus(what, subject, because, by));
  }

  private ImmutableList<Entry> plus(String what, String subject, String because, By by) {
    return ImmutableList.<Entry>builderWithExpectedSize(log.size() + 1)
        .addAll(log)
        .add(entry(log.size() + 1, what, subject, because, by))
        .build();
  }

  private static Entry entry(long sequence, String what, String subject, String because, By by) {
    return new Entry(
        sequence,
        by.cause(),
        by.actor(),
        by.now(),
        ZoneOffset.UTC,
        by.now(),
        what,
        subject,
        because);
  }
}
