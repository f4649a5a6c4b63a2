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
              PersistentMap.empty(),
              PersistentMap.empty(),
              PersistentMap.empty(),
              ScopeCounts.NONE,
              0,
              0),
          ScopeFact.class,
          ScopeRequest.class);

  private final PersistentMap<AssetId, Asset> assets;
  private final PersistentMap<Observable, SeenObservable> observables;
  private final PersistentMap<Sighting, Long> sightings;
  private final ScopeCounts counts;
  private final long confirmed;
  private final long updated;

  private Scope(
      PersistentMap<AssetId, Asset> assets,
      PersistentMap<Observable, SeenObservable> observables,
      PersistentMap<Sighting, Long> sightings,
      ScopeCounts counts,
      long confirmed,
      long updated) {
    this.assets = assets;
    this.observables = observables;
    this.sightings = sightings;
    this.counts = counts;
    this.confirmed = confirmed;
    this.updated = updated;
  }

  /** Returns the asset of that id. */
  public Optional<Asset> find(AssetId id) {
    return Optional.ofNullable(assets.get(id));
  }

  /** Returns the affected assets in the order in which they were found. */
  public Collection<Asset> assets() {
    return assets.values();
  }

  /** Returns the affected assets of a kind, such as data sets, in the order of their finding. */
  public ImmutableList<Asset> assets(AssetKind kind) {
    return assets().stream().filter(each -> each.kind().equals(kind)).collect(toImmutableList());
  }

  /** Returns what was seen, in the order in which it was. */
  public Collection<Observable> observables() {
    return observables.keySet();
  }

  /** Returns what was seen, by whom, and how sure they are, in the order in which it was. */
  public Collection<SeenObservable> seen() {
    return observables.values();
  }

  /** Returns the observable with its source and confidence, if it was seen in this incident. */
  public Optional<SeenObservable> find(Observable observable) {
    return Optional.ofNullable(observables.get(observable));
  }

  /** Returns whether the observable was seen in this incident. */
  public boolean hasSeen(Observable observable) {
    return observables.containsKey(observable);
  }

  /** Returns what threat intelligence says of the observables, in the order of recording. */
  public Collection<Sighting> sightings() {
    return sightings.keySet();
  }

  /** Returns whether that sighting is recorded. */
  boolean has(Sighting sighting) {
    return sightings.containsKey(sighting);
  }

  /** Returns the sequence number of the last confirmation of the scope, 0 if there is none. */
  public long confirmed() {
    return confirmed;
  }

  /** Returns the sequence number of the last update of the scope in words, 0 if there is none. */
  public long updated() {
    return updated;
  }

  /** Returns whether there are assets and the response has come this far with each. */
  public boolean allAtLeast(AssetState state) {
    return assets.size() > 0 && countBelow(state) == 0;
  }

  /** Returns with how many assets the response has not come this far. */
  public int countBelow(AssetState state) {
    return counts.below(state);
  }

  /** Returns how many of the affected assets are accounts. */
  public int accounts() {
    return counts.accounts();
  }

  /**
   * Returns how many records the affected assets hold together, as far as that was estimated: at
   * most so many are affected, since two assets may hold copies of the same.
   */
  public long records() {
    return counts.records();
  }

  /** Returns the assets with which the response has not come this far. */
  public ImmutableList<Asset> below(AssetState state) {
    return assets().stream()
        .filter(asset -> !asset.state().atLeast(state))
        .collect(toImmutableList());
  }

  Asset get(AssetId id) {
    var asset = assets.get(id);
    if (asset == null) {
      throw new IllegalStateException("no asset " + id + ": its history is not in order");
    }
    return asset;
  }

  Scope with(Asset asset) {
    var count = counts.after(assets.get(asset.id()), asset);
    return new Scope(
        assets.with(asset.id(), asset), observables, sightings, count, confirmed, updated);
  }

  Scope with(SeenObservable seen) {
    return new Scope(
        assets, observables.with(seen.observable(), seen), sightings, counts, confirmed, updated);
  }

  Scope with(Sighting sighting, long sequence) {
    return new Scope(
        assets, observables, sightings.with(sighting, sequence), counts, confirmed, updated);
  }

  Scope confirmedBy(long sequence) {
    return new Scope(assets, observables, sightings, counts, sequence, updated);
  }

  Scope updatedBy(long sequence) {
    return new Scope(assets, observables, sightings, counts, confirmed, sequence);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scope scope
        && assets.equals(scope.assets)
        && observables.equals(scope.observables)
        && sightings.equals(scope.sightings)
        && confirmed == scope.confirmed
        && updated == scope.updated;
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
