package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.incident.Incident;
import dev.firebreak.obligation.BusinessCalendar;
import dev.firebreak.obligation.Due;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.Pauses;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.severity.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Answers when an obligation is due. */
@FunctionalInterface
public interface DuePolicy extends Policy {
  /** Returns the last moment at which it is met, or that there is no number. */
  Due due(Context context);

  /**
   * What it may look at.
   *
   * @param incident the incident after the trigger
   * @param obligation the obligation, one stage of what a law asks for
   * @param started when what starts it occurred
   * @param level the severity by which it counts, null if that is not known
   * @param pauses how long its clock has stood still
   * @param plan the plan that the incident runs under
   */
  record Context(
      Incident incident,
      Obligation obligation,
      Instant started,
      @Nullable Severity level,
      Pauses pauses,
      ResponsePlan plan) {
    /** Returns the calendar by which it counts. */
    public BusinessCalendar calendar() {
      return obligation.term().calendar();
    }
  }

  /** Returns the policy that the obligation's term in the plan says so. */
  static DuePolicy asPlanned() {
    return new PlannedDue();
  }

  /**
   * Returns the policy that the earliest of what these say counts; one without a number does not.
   *
   * @throws IllegalArgumentException if there are none, or their names do not fit into one
   */
  static DuePolicy earliestOf(DuePolicy... parts) {
    return new EarliestOf(ImmutableList.copyOf(parts));
  }
}
