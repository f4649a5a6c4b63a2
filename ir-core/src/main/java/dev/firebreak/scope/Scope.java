package dev.firebreak.scope;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentMap;
import java.util.Collection;
import java.util.Optional;

/**
 * What one incident touches.
 *
 * <p>Immutable. Asking whether all assets have come so far costs the same however many there are.
 */
public final class Scope {
  /** The scope as a part of an incident. */
  public static final Concept<Scope> CONCEPT =
      new Concept<>(
          "scope",
          new Scope(
              PersistentMap.empty(), PersistentMap.empty(), new int[AssetState.values().length], 0),
          ScopeFact.class,
          ScopeRequest.class);

  private final PersistentMap<AssetId, Asset> assets;
  private final PersistentMap<Observable, Long> observables;
  private final int[] countByState; // by rank; never changed after construction
  private final long confirmed;

  private Scope(
      PersistentMap<AssetId, Asset> assets,
      PersistentMap<Observable, Long> observables,
      int[] countByState,
      long confirmed) {
    this.assets = assets;
    this.observables = observables;
    this.countByState = countByState;
    this.confirmed = confirmed;
  }

  /** Returns the asset of that id. */
  public Optional<Asset> find(AssetId id) {
    return Optional.ofNullable(assets.get(id));
  }

  /** Returns the affected assets in the order in which they were found. */
  public Collection<Asset> assets() {
    return assets.values();
  }

  /** Returns what was seen, in the order in which it was. */
  public Collection<Observable> observables() {
    return observables.keySet();
  }

  /** Returns whether the observable was seen in this incident. */
  public boolean hasSeen(Observable observable) {
    return observables.containsKey(observable);
  }

  /** Returns the sequence number of the last confirmation of the scope, 0 if there is none. */
  public long confirmed() {
    return confirmed;
  }

  /** Returns whether there are assets and the response has come this far with each. */
  public boolean allAtLeast(AssetState state) {
    return assets.size() > 0 && countBelow(state) == 0;
  }

  /** Returns with how many assets the response has not come this far. */
  public int countBelow(AssetState state) {
    int below = 0;
    for (AssetState each : AssetState.values()) {
      below += each.atLeast(state) ? 0 : countByState[each.rank()];
    }
    return below;
  }

  /** Returns the assets with which the response has not come this far. */
  public ImmutableList<Asset> below(AssetState state) {
    return assets().stream()
        .filter(asset -> !asset.state().atLeast(state))
        .collect(toImmutableList());
  }

  Scope with(Asset asset) {
    var count = countByState.clone();
    var before = assets.get(asset.id());
    if (before != null) {
      count[before.state().rank()]--;
    }
    count[asset.state().rank()]++;
    return new Scope(assets.with(asset.id(), asset), observables, count, confirmed);
  }

  Scope with(Observable observable, long sequence) {
    return observables.containsKey(observable)
        ? this
        : new Scope(assets, observables.with(observable, sequence), countByState, confirmed);
  }

  Scope confirmedBy(long sequence) {
    return new Scope(assets, observables, countByState, sequence);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scope scope
        && assets.equals(scope.assets)
        && observables.equals(scope.observables)
        && confirmed == scope.confirmed;
  }

  @Override
  public int hashCode() {
    return assets.hashCode() + observables.hashCode();
  }

  @Override
  public String toString() {
    return assets + " " + observables;
  }
}
