package dev.firebreak.lifecycle;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on what was decided: in order for each incident, one at a time, and never while the
 * incident is locked.
 *
 * <p>What is put in under the lock is sent after it, by whoever sends first. A call that is made
 * from within what is sent waits for its turn and not for its end, so nothing can block for ever.
 */
final class Outbox {
  private static final Logger log = LoggerFactory.getLogger(IncidentResponse.class);

  /** How many incidents can be told of side by side; those that share a lane wait in turn. */
  private static final int LANES = 256;

  private final Executor executor;
  private final Lane[] lanes = new Lane[LANES];

  Outbox(Executor executor) {
    this.executor = executor;
    for (int i = 0; i < LANES; i++) {
      lanes[i] = new Lane();
    }
  }

  /** What waits, and whether somebody is at it. */
  private static final class Lane {
    private final Queue<Runnable> waiting = new ArrayDeque<>(2);
    private boolean taken;

    synchronized void put(Runnable telling) {
      waiting.add(telling);
    }

    /** Returns whether there is something to send and nobody at it; then the caller is. */
    synchronized boolean take() {
      boolean free = !taken && !waiting.isEmpty();
      taken |= free;
      return free;
    }

    /** Returns what is next; null if there is nothing, and then the caller is no longer at it. */
    synchronized @Nullable Runnable next() {
      var next = waiting.poll();
      taken = next != null;
      return next;
    }

    synchronized void leave() {
      taken = false;
    }

    synchronized int drop() {
      int dropped = waiting.size();
      waiting.clear();
      taken = false;
      return dropped;
    }
  }

  void put(Object key, Runnable telling) {
    laneOf(key).put(telling);
  }

  /** Sends what was put in. */
  void send(Object key) {
    var lane = laneOf(key);
    if (!lane.take()) {
      return;
    }
    try {
      executor.execute(() -> send(lane));
    } catch (RejectedExecutionException e) {
      log.warn("{} notifications are lost, since the executor takes no more", lane.drop(), e);
    }
  }

  private static void send(Lane lane) {
    boolean all = false;
    try {
      for (var next = lane.next(); next != null; next = lane.next()) {
        next.run();
      }
      all = true;
    } finally {
      if (!all) {
        lane.leave();
      }
    }
  }

  private Lane laneOf(Object key) {
    int hash = key.hashCode();
    return lanes[(hash ^ (hash >>> 16)) & (LANES - 1)];
  }
}
