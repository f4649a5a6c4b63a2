package dev.firebreak.action;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.evidence.Volatility;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a type of action before it is done.
 *
 * @param reach how far its effect reaches
 * @param destroys which evidence on the target is gone once it is done; empty if none is
 * @param reversible whether what it does can be undone
 * @param undoneBy the type that undoes it, null if none does by itself
 */
public record ActionProfile(
    ActionType type,
    ActionGroup group,
    BlastRadius reach,
    ImmutableSet<Volatility> destroys,
    boolean reversible,
    @Nullable ActionType undoneBy) {
  public ActionProfile {
    checkArgument(
        reversible || undoneBy == null, "%s cannot be undone, so nothing undoes it", type);
    checkArgument(!type.equals(undoneBy), "%s does not undo itself", type);
  }

  /** Returns whether it destroys evidence. */
  public boolean destructive() {
    return !destroys.isEmpty();
  }
}
