package dev.firebreak.alert;

import static com.google.common.base.Preconditions.checkArgument;

import dev.firebreak.check.Check;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an alert belongs, and why.
 *
 * @param outcome what is to become of it
 * @param incident the name of the incident that it belongs to, null where it belongs to none, or to
 *     one that is yet to be opened
 * @param because what decided, for people
 * @param until when it is looked at again, null unless it is snoozed
 */
public record Placement(
    Outcome outcome, @Nullable String incident, String because, @Nullable Instant until) {
  /** What may become of an alert. */
  public enum Outcome {
    /** It has been received before, by source and reference; no policy is asked. */
    DUPLICATE,
    /** It repeats one that was received a short time before. */
    REPEATED,
    /** It belongs to an open incident. */
    JOINED,
    /** It is the first of an incident. */
    OPENED,
    /** It is the first of an incident that is linked to an open one. */
    LINKED,
    /** An open incident knows of it, but nothing has to be done about it, there or elsewhere. */
    LINKED_AND_CLOSED,
    /** It is kept, and looked at again later. */
    SNOOZED,
    /** It is kept, and nothing more is done about it. */
    DROPPED;

    /** Returns whether it is for an incident that is there already. */
    public boolean needsIncident() {
      return switch (this) {
        case REPEATED, JOINED, LINKED, LINKED_AND_CLOSED -> true;
        case DUPLICATE, OPENED, SNOOZED, DROPPED -> false;
      };
    }
  }

  public Placement {
    Check.text(because, "because");
    checkArgument(
        outcome == Outcome.DUPLICATE || outcome.needsIncident() == (incident != null),
        "an alert that is %s must name an incident only where there is one",
        outcome);
    checkArgument(
        (outcome == Outcome.SNOOZED) == (until != null),
        "an alert has an end of its snooze only if it is snoozed");
  }

  /** Returns that it is the first of an incident. */
  public static Placement open(String because) {
    return new Placement(Outcome.OPENED, null, because, null);
  }

  /** Returns that it repeats one of that incident, which is not told of it. */
  public static Placement repeat(String incident, String because) {
    return new Placement(Outcome.REPEATED, incident, because, null);
  }

  /** Returns that it belongs to that incident. */
  public static Placement join(String incident, String because) {
    return new Placement(Outcome.JOINED, incident, because, null);
  }

  /** Returns that it is the first of an incident, which is linked to that one. */
  public static Placement link(String incident, String because) {
    return new Placement(Outcome.LINKED, incident, because, null);
  }

  /** Returns that the incident is to know of it, and that nothing has to be done about it. */
  public static Placement linkAndClose(String incident, String because) {
    return new Placement(Outcome.LINKED_AND_CLOSED, incident, because, null);
  }

  /** Returns that it is to be looked at again at that time, which must be to come. */
  public static Placement snooze(Instant until, String because) {
    return new Placement(Outcome.SNOOZED, null, because, until);
  }

  /** Returns that nothing is to be done about it. */
  public static Placement drop(String because) {
    return new Placement(Outcome.DROPPED, null, because, null);
  }
}
