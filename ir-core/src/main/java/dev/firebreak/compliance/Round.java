package dev.firebreak.compliance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Event;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeFact;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way of one asset through the response; an asset that is affected again starts another.
 *
 * @param affected the event by which it was found to be affected
 * @param reached the events by which it came farther
 * @param last whether the asset has not been affected again since
 */
record Round(AssetId asset, Event affected, ImmutableMap<AssetState, Event> reached, boolean last) {
  Optional<Event> at(AssetState state) {
    return Optional.ofNullable(reached.get(state));
  }

  /** Returns the rounds of a history in the order in which they began. */
  static ImmutableList<Round> in(List<Event> history) {
    var open = new LinkedHashMap<AssetId, Event>();
    var reached = new LinkedHashMap<Event, Map<AssetState, Event>>();
    var assets = new LinkedHashMap<Event, AssetId>();
    for (Event event : history) {
      if (event.fact() instanceof ScopeFact.AssetAffected affected) {
        open.put(affected.asset(), event);
        assets.put(event, affected.asset());
        reached.put(event, new EnumMap<>(AssetState.class));
      } else if (event.fact() instanceof ScopeFact.AssetAdvanced advanced) {
        // folding has made sure that the asset was affected before
        reached.get(open.get(advanced.asset())).put(advanced.to(), event);
      }
    }
    var rounds = ImmutableList.<Round>builder();
    assets.forEach(
        (began, asset) ->
            rounds.add(
                new Round(
                    asset,
                    began,
                    ImmutableMap.copyOf(reached.get(began)),
                    began.equals(open.get(asset)))));
    return rounds.build();
  }
}
