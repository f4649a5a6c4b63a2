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
    String id,
    Phase phase,
    boolean open,
    @Nullable Instant acknowledged,
    @Nullable Instant declared,
    @Nullable String category,
    @Nullable String verdict,
    @Nullable String severity,
    ImmutableSet<String> done,
    boolean scopeConfirmed,
    boolean reviewed,
    ImmutableList<Entry> log) {

  /**
   * One fact: what, to what, why, by whom, when it happened, when it was recorded, and its cause.
   */
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
    return new HandImmutable(
        id,
        Phase.IDENTIFICATION,
        true,
        null,
        null,
        null,
        null,
        null,
        ImmutableSet.of(),
        false,
        false,
        ImmutableList.of(entry(1, "opened", id, title, by)));
  }

  HandImmutable acknowledge(By by) {
    checkState(open && acknowledged == null, "open, not acknowledged");
    return new HandImmutable(
        id,
        phase,
        open,
        by.now(),
        declared,
        category,
        verdict,
        severity,
        done,
        scopeConfirmed,
        reviewed,
        plus("acknowledged", id, "", by));
  }

  HandImmutable classify(String category, String because, By by) {
    checkState(open, "open");
    return new HandImmutable(
        id,
        phase,
        open,
        acknowledged,
        declared,
        category,
        verdict,
        severity,
        done,
        scopeConfirmed,
        reviewed,
        plus("classified", category, because, by));
  }

  HandImmutable judge(String verdict, String because, By by) {
    checkState(open, "open");
    return new HandImmutable(
        id,
        phase,
        open,
        acknowledged,
        declared,
        category,
        verdict,
        severity,
        done,
        scopeConfirmed,
        reviewed,
        plus("judged", verdict, because, by));
  }

  HandImmutable assess(String severity, String because, By by) {
    checkState(open, "open");
    return new HandImmutable(
        id,
        phase,
        open,
        acknowledged,
        declared,
        category,
        verdict,
        severity,
        done,
        scopeConfirmed,
        reviewed,
        plus("assessed", severity, because, by));
  }

  HandImmutable declare(String because, By by) {
    checkState(open && declared == null, "open, not declared");
    return new HandImmutable(
        id,
        phase,
        open,
        acknowledged,
        by.now(),
        category,
        verdict,
        severity,
        done,
        scopeConfirmed,
        reviewed,
        plus("declared", id, because, by));
  }

  HandImmutable complete(String step, String note, By by) {
    checkState(open && !done.contains(step), "open, step not done");
    return new HandImmutable(
        id,
        phase,
        open,
        acknowledged,
        declared,
        category,
        verdict,
        severity,
        ImmutableSet.<String>builderWithExpectedSize(done.size() + 1)
            .addAll(done)
            .add(step)
            .build(),
        scopeConfirmed,
        reviewed,
        plus("step-done", step, note, by));
  }

  HandImmutable confirmScope(String how, By by) {
    checkState(open, "open");
    return new HandImmutable(
        id,
        phase,
        open,
        acknowledged,
        declared,
        category,
        verdict,
        severity,
        done,
        true,
        reviewed,
        plus("scope-confirmed", id, how, by));
  }

  HandImmutable enter(Phase to, ImmutableSet<String> mandatory, By by) {
    checkState(
        open && declared != null && phase.isBefore(to) && done.containsAll(mandatory),
        "open, declared, steps done");
    return new HandImmutable(
        id,
        to,
        open,
        acknowledged,
        declared,
        category,
        verdict,
        severity,
        done,
        scopeConfirmed,
        reviewed,
        plus("entered", to.name(), "", by));
  }

  HandImmutable review(String rootCause, By by) {
    checkState(open && phase == Phase.POST_INCIDENT, "in review");
    return new HandImmutable(
        id,
        phase,
        open,
        acknowledged,
        declared,
        category,
        verdict,
        severity,
        done,
        scopeConfirmed,
        true,
        plus("reviewed", id, rootCause, by));
  }

  HandImmutable close(String because, ImmutableSet<String> mandatory, By by) {
    checkState(
        open && phase == Phase.POST_INCIDENT && reviewed && done.containsAll(mandatory),
        "reviewed, steps done");
    return new HandImmutable(
        id,
        phase,
        false,
        acknowledged,
        declared,
        category,
        verdict,
        severity,
        done,
        scopeConfirmed,
        reviewed,
        plus("closed", id, because, by));
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
