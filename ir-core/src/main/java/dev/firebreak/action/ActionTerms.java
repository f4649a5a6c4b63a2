package dev.firebreak.action;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On what terms an action is planned. Immutable.
 *
 * @param waitsFor the actions that must have succeeded, or be skipped, before it
 * @param assignee who is to do it, null if that is left open
 * @param due when it is to be done, null if that is left open
 * @param remind when it is called to mind before, null if only when it is due
 * @param timeLimit how long it may run, null for any time
 * @param retries how often it is tried again by itself, null if never
 */
public record ActionTerms(
    ImmutableSet<ActionId> waitsFor,
    @Nullable Actor assignee,
    @Nullable Instant due,
    @Nullable Instant remind,
    @Nullable Duration timeLimit,
    @Nullable Retries retries) {
  /** Nothing is agreed. */
  public static final ActionTerms NONE =
      new ActionTerms(ImmutableSet.of(), null, null, null, null, null);

  public ActionTerms {
    checkArgument(
        remind == null || (due != null && !remind.isAfter(due)),
        "a reminder at %s must come before what it calls to mind, which is due %s",
        remind,
        due);
    checkArgument(
        timeLimit == null || (!timeLimit.isNegative() && !timeLimit.isZero()),
        "a time limit must be positive but was %s",
        timeLimit);
  }

  /** Returns when it is called to mind for the first time, null if never. */
  @Nullable Instant firstReminder() {
    return remind == null ? due : remind;
  }
}
