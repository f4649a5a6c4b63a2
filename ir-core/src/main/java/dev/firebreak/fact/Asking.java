package dev.firebreak.fact;

import com.google.common.collect.ImmutableClassToInstanceMap;
import com.google.common.collect.ImmutableSet;

/**
 * Who asks, in which roles and when, and what policies answered about the request.
 *
 * @param stamp the stamp that the first resulting event will carry
 * @param roles the roles that the actor holds in this incident, by plan or by assignment
 * @param verdicts the policies' answers, by their type
 */
public record Asking(
    Stamp stamp, ImmutableSet<Role> roles, ImmutableClassToInstanceMap<Object> verdicts) {

  /** Returns who asks. */
  public Actor actor() {
    return stamp.actor();
  }

  /**
   * Returns the policy's answer.
   *
   * @throws IllegalStateException if no policy was asked for one, which is a bug of the caller
   */
  public <V> V verdict(Class<V> type) {
    var verdict = verdicts.getInstance(type);
    if (verdict == null) {
      throw new IllegalStateException("no policy was asked for a " + type.getSimpleName());
    }
    return verdict;
  }
}
