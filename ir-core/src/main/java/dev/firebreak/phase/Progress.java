package dev.firebreak.phase;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Stamp;

/**
 * Where an incident stands: its phase, how it ended if it did, and its episodes.
 *
 * @param phase the phase that it is in, or was in when it was closed
 * @param disposition how it stands
 * @param since the sequence number of the event that led here, 0 before the first
 * @param episodes every interval in which it was open, oldest first
 * @param criteria the criteria for the end of recovery that were confirmed or waived since it was
 *     last entered, each with the sequence number of the event
 */
public record Progress(
    Phase phase,
    Disposition disposition,
    long since,
    ImmutableList<Episode> episodes,
    ImmutableMap<CriterionId, Long> criteria) {
  /** Phases as a part of an incident. */
  public static final Concept<Progress> CONCEPT =
      new Concept<>(
          "phase",
          new Progress(Phase.IDENTIFICATION, Disposition.OPEN, 0, ImmutableList.of()),
          PhaseFact.class,
          PhaseRequest.class);

  /** Takes where an incident stands in which no criterion for the end of recovery is settled. */
  public Progress(
      Phase phase, Disposition disposition, long since, ImmutableList<Episode> episodes) {
    this(phase, disposition, since, episodes, ImmutableMap.of());
  }

  /** Returns whether it is open, which it is not before its first event. */
  public boolean open() {
    return disposition == Disposition.OPEN && !episodes.isEmpty();
  }

  Progress enter(Phase to, Stamp stamp) {
    var settled = to == Phase.RECOVERY ? ImmutableMap.<CriterionId, Long>of() : criteria;
    return new Progress(to, disposition, stamp.sequence(), episodes, settled);
  }

  Progress settle(CriterionId criterion, Stamp stamp) {
    var all = ImmutableMap.<CriterionId, Long>builder().putAll(criteria);
    var settled = all.put(criterion, stamp.sequence()).buildKeepingLast();
    return new Progress(phase, disposition, since, episodes, settled);
  }

  Progress begin(Phase in, Stamp stamp) {
    var begun = new Episode(stamp.occurred(), null);
    return new Progress(in, Disposition.OPEN, stamp.sequence(), and(episodes, begun));
  }

  Progress end(Disposition as, Stamp stamp) {
    checkState(!episodes.isEmpty(), "nothing to close: its history is not in order");
    int earlier = episodes.size() - 1;
    var ended = new Episode(episodes.get(earlier).opened(), stamp.occurred());
    var all = and(episodes.subList(0, earlier), ended);
    return new Progress(phase, as, stamp.sequence(), all, criteria);
  }

  private static ImmutableList<Episode> and(ImmutableList<Episode> earlier, Episode last) {
    return earlier.isEmpty()
        ? ImmutableList.of(last)
        : ImmutableList.<Episode>builder().addAll(earlier).add(last).build();
  }
}
