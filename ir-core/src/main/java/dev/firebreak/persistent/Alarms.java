package dev.firebreak.persistent;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moments at which something is to happen, earliest first: an immutable leftist heap, of which
 * versions share their parts.
 *
 * <p>It also holds moments that no longer hold, which its user skips.
 *
 * @param <K> the type of what it happens to
 * @param at the earliest moment
 * @param of what it happens to
 * @param rank how far it is to the nearest missing child
 * @param left the one part of the others
 * @param right the other part, which is not further down
 */
public record Alarms<K>(
    Instant at, K of, int rank, @Nullable Alarms<K> left, @Nullable Alarms<K> right) {

  /** Returns the alarms and one more. */
  public static <K> Alarms<K> plus(@Nullable Alarms<K> alarms, Instant at, K of) {
    var one = new Alarms<>(at, of, 1, null, null);
    return alarms == null ? one : merge(alarms, one);
  }

  /** Returns the alarms without the earliest. */
  public @Nullable Alarms<K> rest() {
    return left == null || right == null ? left : merge(left, right);
  }

  /** Returns every alarm up to the moment, in no particular order. */
  public List<Alarms<K>> upTo(Instant moment) {
    var found = new ArrayList<Alarms<K>>();
    var open = new ArrayDeque<Alarms<K>>();
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

  private static <K> Alarms<K> merge(Alarms<K> one, Alarms<K> other) {
    boolean first = !other.at.isBefore(one.at);
    var top = first ? one : other;
    var below = first ? other : one;
    var right = top.right == null ? below : merge(top.right, below);
    var left = top.left;
    return left == null
        ? new Alarms<>(top.at, top.of, 1, right, null)
        : left.rank >= right.rank
            ? new Alarms<>(top.at, top.of, right.rank + 1, left, right)
            : new Alarms<>(top.at, top.of, left.rank + 1, right, left);
  }
}
