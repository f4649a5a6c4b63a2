package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What would let a refused request pass. Nothing of it may be left out: without any part the
 * request is still refused.
 *
 * @param until until when one has to wait, null if one need not
 * @param acts what has to be recorded then, in this order; free text in it is an example
 * @param asker who has to ask in the end
 * @param request what is to be asked for in the end
 * @param elsewhere the name of the incident of which it has to be asked instead, null if it may be
 *     asked of the same
 */
public record WayOut(
    @Nullable Instant until,
    ImmutableList<Act> acts,
    Actor asker,
    Request<?> request,
    @Nullable String elsewhere) {
  /** Returns a way out on which the same incident is asked. */
  public WayOut(@Nullable Instant until, ImmutableList<Act> acts, Actor asker, Request<?> request) {
    this(until, acts, asker, request, null);
  }

  /**
   * Something that somebody has to do first.
   *
   * @param by who may do it; others may be able to as well
   * @param request what is to be done
   * @param elsewhere the name of the incident in which, null if in the one that was asked
   */
  public record Act(Actor by, Request<?> request, @Nullable String elsewhere) {
    /** Returns an act in the incident that was asked. */
    public Act(Actor by, Request<?> request) {
      this(by, request, null);
    }

    @Override
    public String toString() {
      return by + " asks for " + request + (elsewhere == null ? "" : " in " + elsewhere);
    }
  }
}
