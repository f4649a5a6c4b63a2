package dev.firebreak.severity;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Timed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How severe an incident is held to be: what was derived from its impact, and what was set by hand.
 *
 * @param impact the last assessed impact, null before
 * @param nciss the impact in the factors of NCISS, null if they were not given with it
 * @param derived the severity that follows from it, null before
 * @param overruling the severity set by hand that is in force in its place, null if there is none
 * @param since the sequence number of the event that set the severity in force, 0 before
 */
public record Assessment(
    @Nullable Impact impact,
    @Nullable Nciss nciss,
    @Nullable Severity derived,
    @Nullable Overruling overruling,
    long since)
    implements Timed {
  /** Severity as a part of an incident. */
  public static final Concept<Assessment> CONCEPT =
      new Concept<>(
          "severity",
          new Assessment(null, null, null, null, 0),
          SeverityFact.class,
          SeverityRequest.class);

  /** Returns the severity in force, null before the first assessment. */
  public @Nullable Severity severity() {
    return overruling == null ? derived : overruling.to();
  }

  @Override
  public @Nullable Instant nextDue() {
    return overruling == null ? null : overruling.until();
  }

  @Override
  public ImmutableList<SeverityRequest> dueBy(Instant now) {
    return overruling != null && overruling.isOverBy(now)
        ? ImmutableList.of(new SeverityRequest.Expire())
        : ImmutableList.of();
  }

  Assessment assessed(Impact impact, @Nullable Nciss nciss, Severity derived, long event) {
    return new Assessment(impact, nciss, derived, overruling, overruling == null ? event : since);
  }

  Assessment overruled(Severity to, @Nullable Instant until, long event) {
    return new Assessment(impact, nciss, derived, new Overruling(to, until, event), event);
  }

  Assessment asDerived(long event) {
    return new Assessment(impact, nciss, derived, null, event);
  }
}
