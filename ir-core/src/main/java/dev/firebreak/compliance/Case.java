package dev.firebreak.compliance;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.plan.ResponsePlan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is asked about.
 *
 * @param plan the plan; where an incident is looked at, the one that it runs under
 * @param incident the incident and its whole history, null where only the plan is looked at
 * @param asOf the moment of the question, at which deadlines are or are not over
 */
public record Case(ResponsePlan plan, @Nullable IncidentRecord incident, Instant asOf) {
  /**
   * Checks that plan, incident and moment belong together.
   *
   * @throws IllegalArgumentException if the incident runs under another plan, or has events that
   *     were recorded after the moment
   */
  public Case {
    if (incident != null) {
      var under = incident.incident().origin().plan();
      checkArgument(
          plan.version().equals(under),
          "the incident runs under %s and not under %s",
          under,
          plan.version());
      var last = incident.history().get(incident.history().size() - 1).stamp().recorded();
      checkArgument(
          !asOf.isBefore(last),
          "asOf must not be before the last event of %s but was %s",
          last,
          asOf);
    }
  }

  /** Returns the day of the question, in UTC. */
  public LocalDate day() {
    return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
  }

  /**
   * Returns the incident.
   *
   * @throws IllegalStateException if only the plan is looked at
   */
  public IncidentRecord record() {
    checkState(incident != null, "only the plan is looked at");
    return incident;
  }

  /** Returns the day whose edition of a rule counts: that of the opening, or of the question. */
  LocalDate decisiveDay() {
    return incident == null
        ? day()
        : LocalDate.ofInstant(incident.history().get(0).occurred(), ZoneOffset.UTC);
  }
}
