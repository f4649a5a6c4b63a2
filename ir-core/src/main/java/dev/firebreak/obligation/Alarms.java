package dev.firebreak.obligation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moments of clocks, earliest first: an immutable leftist heap, of which versions share their
 * parts.
 *
 * <p>It also holds moments that no longer hold, which its user skips.
 *
 * @param rank how far it is to the nearest missing child
 */
record Alarms(
    Instant at, ObligationId clock, int rank, @Nullable Alarms left, @Nullable Alarms right) {

  /** Returns the alarms and one more. */
  static Alarms plus(@Nullable Alarms alarms, Instant at, ObligationId clock) {
    var one = new Alarms(at, clock, 1, null, null);
    return alarms == null ? one : merge(alarms, one);
  }

  /** Returns the alarms without the earliest. */
  @Nullable Alarms rest() {
    return left == null || right == null ? left : merge(left, right);
  }

  /** Returns every alarm up to the moment, in no particular order. */
  List<Alarms> upTo(Instant moment) {
    var found = new ArrayList<Alarms>();
    var open = new ArrayDeque<Alarms>();
    open.push(this);
    while (!open.isEmpty()) {
      var next = open.pop();
      if (!next.at.isAfter(moment)) {
        found.add(next);
        if (next.left != null) {
          open.push(next.left);
        }
        if (next.right != null) {
          open.push(next.right);
        }
      }
    }
    return found;
  }

  private static Alarms merge(Alarms one, Alarms other) {
    boolean first = !other.at.isBefore(one.at);
    var top = first ? one : other;
    var below = first ? other : one;
    var right = top.right == null ? below : merge(top.right, below);
    var left = top.left;
    return left == null
        ? new Alarms(top.at, top.clock, 1, right, null)
        : left.rank >= right.rank
            ? new Alarms(top.at, top.clock, right.rank + 1, left, right)
            : new Alarms(top.at, top.clock, left.rank + 1, right, left);
  }
}
