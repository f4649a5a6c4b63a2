package dev.firebreak.incident;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.plan.PlanVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incident with its whole history: what reports and rules read.
 *
 * @param incident the fold of the history
 * @param history all its events, in order
 */
public record IncidentRecord(Incident incident, ImmutableList<Event> history) {
  public IncidentRecord {
    checkArgument(
        incident.version() == history.size(),
        "the history of %s has %s events",
        incident,
        history.size());
  }

  /** Returns the first event of that kind. */
  public Optional<Event> first(Class<? extends Fact<?>> kind) {
    return all(kind).stream().findFirst();
  }

  /** Returns the last event of that kind. */
  public Optional<Event> last(Class<? extends Fact<?>> kind) {
    return all(kind).reverse().stream().findFirst();
  }

  /**
   * Returns the policies that decided when an event was recorded, each with its version.
   *
   * @param sequence the place of the event in the history
   */
  public ImmutableList<String> policiesAt(long sequence) {
    var policies = ImmutableList.<String>of();
    for (Event event : history) {
      if (event.sequence() > sequence) {
        return policies;
      }
      if (event.fact() instanceof IncidentFact.Opened opened) {
        policies = opened.policies();
      } else if (event.fact() instanceof IncidentFact.Governed governed) {
        policies = governed.policies();
      }
    }
    return policies;
  }

  /**
   * Returns the version of the plan under which an event was recorded, null if there is none.
   *
   * <p>The opening, and a move to another version, count as recorded under what they say.
   *
   * @param sequence the place of the event in the history
   */
  public @Nullable PlanVersion planAt(long sequence) {
    PlanVersion plan = null;
    for (Event event : history) {
      if (event.sequence() > sequence) {
        return plan;
      }
      if (event.fact() instanceof IncidentFact.Opened opened) {
        plan = opened.plan();
      } else if (event.fact() instanceof IncidentFact.PlanMigrated migrated) {
        plan = migrated.to();
      }
    }
    return plan;
  }

  /** Returns the events of that kind, in order. */
  public ImmutableList<Event> all(Class<? extends Fact<?>> kind) {
    return history.stream()
        .filter(event -> kind.isInstance(event.fact()))
        .collect(ImmutableList.toImmutableList());
  }
}
