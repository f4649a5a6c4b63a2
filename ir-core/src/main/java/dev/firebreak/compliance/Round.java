package dev.firebreak.compliance;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Event;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeFact;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
    var drafts = new ArrayList<Draft>();
    var last = new HashMap<AssetId, Draft>();
    for (Event event : history) {
      if (event.fact() instanceof ScopeFact.Affecting affected) {
        var draft = new Draft(affected.asset(), event, new EnumMap<>(AssetState.class));
        drafts.add(draft);
        last.put(affected.asset(), draft);
      } else if (event.fact() instanceof ScopeFact.AssetAdvanced advanced) {
        last.computeIfPresent(advanced.asset(), (asset, draft) -> draft.with(advanced.to(), event));
      }
    }
    return drafts.stream()
        .map(draft -> draft.finish(draft.equals(last.get(draft.asset()))))
        .collect(toImmutableList());
  }

  /** A round while its history is read. */
  private record Draft(AssetId asset, Event affected, Map<AssetState, Event> reached) {
    Draft with(AssetState state, Event event) {
      reached.put(state, event);
      return this;
    }

    Round finish(boolean last) {
      return new Round(asset, affected, ImmutableMap.copyOf(reached), last);
    }
  }
}
