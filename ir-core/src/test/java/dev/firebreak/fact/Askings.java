package dev.firebreak.fact;

import com.google.common.collect.ImmutableClassToInstanceMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.ZoneOffset;

/** Who asks and when, for tests of concepts. */
public final class Askings {
  /** When the event before the first one happened. */
  public static final Instant START = Instant.parse("2026-11-02T01:00:00Z");

  public static final Actor ADA = new Actor("ada");
  public static final Actor GRACE = new Actor("grace");

  private Askings() {}

  /** Returns when the event of that number happens, one every second. */
  public static Instant time(long sequence) {
    return START.plusSeconds(sequence);
  }

  /** Returns the stamp of an event of Ada's. */
  public static Stamp stamp(long sequence) {
    return stamp(sequence, ADA);
  }

  /** Returns the stamp of somebody's event, recorded a minute after it happened. */
  public static Stamp stamp(long sequence, Actor actor) {
    var occurred = time(sequence);
    return new Stamp(sequence, actor, occurred, ZoneOffset.ofHours(1), occurred.plusSeconds(60));
  }

  /** Returns Ada asking, without a role. */
  public static Asking asking() {
    return asking(ADA);
  }

  public static Asking asking(Actor actor, Role... roles) {
    return new Asking(
        stamp(100, actor), ImmutableSet.copyOf(roles), ImmutableClassToInstanceMap.of());
  }

  /** Returns Ada asking, after a policy answered. */
  public static <V> Asking asking(Class<V> type, V verdict) {
    return new Asking(
        stamp(100), ImmutableSet.of(), ImmutableClassToInstanceMap.<Object, V>of(type, verdict));
  }

  /** Returns the state after these facts of Ada's, the first being event 1. */
  @SafeVarargs
  public static <S> S after(Concept<S> concept, Fact<S>... facts) {
    var state = concept.start();
    for (int i = 0; i < facts.length; i++) {
      state = facts[i].applyTo(state, stamp(i + 1));
    }
    return state;
  }
}
