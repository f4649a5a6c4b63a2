package dev.firebreak.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Event;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeFact;
import dev.firebreak.triage.TriageFact;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long an incident took to reach its milestones.
 *
 * <p>What it has not reached is absent, never zero. Containment, eradication and recovery are
 * reached when the last of the known assets is; another affected asset takes that back. Likewise, a
 * reopened incident is not closed, and neither is one that was merged into another.
 *
 * @param firstActivity when attackers were first active, as far as the analysis knows; null if it
 *     knows of nothing
 * @param firstAlert when a sensor saw the earliest of its alerts, null if it has none
 * @param opened when it was opened, null if that is not in its history
 * @param reached when it reached each milestone, in the usual order
 */
public record Times(
    @Nullable Instant firstActivity,
    @Nullable Instant firstAlert,
    @Nullable Instant opened,
    ImmutableMap<Milestone, Instant> reached) {
  /** The milestones that are looked at, in the usual order. */
  public static final ImmutableList<Milestone> MILESTONES =
      ImmutableList.of(
          Milestone.ACKNOWLEDGED,
          Milestone.DECLARED,
          Milestone.CONTAINED,
          Milestone.ERADICATED,
          Milestone.RECOVERED,
          Milestone.CLOSED);

  /** Returns the times of an incident. */
  public static Times of(IncidentRecord record) {
    var found = new EnumMap<Milestone, Instant>(Milestone.class);
    record
        .first(TriageFact.Acknowledged.class)
        .ifPresent(event -> found.put(Milestone.ACKNOWLEDGED, event.occurred()));
    record
        .first(TriageFact.Declared.class)
        .ifPresent(event -> found.put(Milestone.DECLARED, event.occurred()));
    var assets = assets(record);
    lastOf(AssetState.CONTAINED, assets).ifPresent(at -> found.put(Milestone.CONTAINED, at));
    lastOf(AssetState.ERADICATED, assets).ifPresent(at -> found.put(Milestone.ERADICATED, at));
    lastOf(AssetState.VERIFIED, assets).ifPresent(at -> found.put(Milestone.RECOVERED, at));
    var disposition = record.incident().progress().disposition();
    if (disposition != Disposition.OPEN && disposition != Disposition.MERGED) {
      record
          .last(PhaseFact.Closed.class)
          .ifPresent(event -> found.put(Milestone.CLOSED, event.occurred()));
    }
    return new Times(
        record.incident().analysis().firstActivity().orElse(null),
        record.incident().alerts().firstObserved().orElse(null),
        record.incident().origin().opened(),
        ImmutableMap.copyOf(found));
  }

  /** Returns when each asset reached each state, since it was last found to be affected. */
  private static Map<AssetId, Map<AssetState, Instant>> assets(IncidentRecord record) {
    Map<AssetId, Map<AssetState, Instant>> assets = new HashMap<>();
    for (Event event : record.history()) {
      if (event.fact() instanceof ScopeFact.Affecting affected) {
        assets.put(affected.asset(), new EnumMap<>(AssetState.class));
      } else if (event.fact() instanceof ScopeFact.AssetAdvanced advanced) {
        var states = assets.get(advanced.asset());
        if (states != null) {
          states.put(advanced.to(), event.occurred());
        }
      }
    }
    return assets;
  }

  /** Returns when the last asset reached the state, if every one has. */
  private static Optional<Instant> lastOf(
      AssetState state, Map<AssetId, Map<AssetState, Instant>> assets) {
    return assets.values().stream().allMatch(states -> states.containsKey(state))
        ? assets.values().stream().map(states -> states.get(state)).max(Instant::compareTo)
        : Optional.empty();
  }

  /** Returns the time from the first alert to the milestone, if there are both. */
  public Optional<Duration> sinceAlert(Milestone milestone) {
    return between(firstAlert, milestone);
  }

  /**
   * Returns the time from the opening to the milestone, if there are both.
   *
   * <p>Negative if it was reached before the incident was opened.
   */
  public Optional<Duration> sinceOpening(Milestone milestone) {
    return between(opened, milestone);
  }

  private Optional<Duration> between(@Nullable Instant from, Milestone milestone) {
    return Optional.ofNullable(reached.get(milestone))
        .flatMap(to -> Optional.ofNullable(from).map(start -> Duration.between(start, to)));
  }

  /**
   * Returns the dwell time: from the earliest attacker activity to its detection, which is the
   * first alert or, if that came earlier, the opening.
   *
   * <p>Empty while no activity is known, or nothing was detected. Negative if all known activity
   * came after the detection.
   */
  public Optional<Duration> dwell() {
    var detected =
        firstAlert != null && (opened == null || firstAlert.isBefore(opened)) ? firstAlert : opened;
    return firstActivity == null || detected == null
        ? Optional.empty()
        : Optional.of(Duration.between(firstActivity, detected));
  }

  /**
   * Returns a table of the milestones, with a dash for what is absent, and the dwell time if it is
   * known.
   */
  public String toText() {
    var table = new Table("MILESTONE", "SINCE ALERT", "SINCE OPENING");
    for (Milestone milestone : MILESTONES) {
      table.add(milestone.name(), shown(sinceAlert(milestone)), shown(sinceOpening(milestone)));
    }
    return table.toText()
        + dwell().map(span -> "Dwell time: " + Table.span(span) + "\n").orElse("");
  }

  private static String shown(Optional<Duration> span) {
    return span.map(Table::span).orElse("-");
  }
}
