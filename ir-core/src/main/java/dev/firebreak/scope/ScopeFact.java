package dev.firebreak.scope;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;

/** What was found out about the scope, and what was done about it. */
public sealed interface ScopeFact extends Fact<Scope> {
  @Override
  default Concept<Scope> concept() {
    return Scope.CONCEPT;
  }

  /**
   * An asset was found to be affected, for the first time or again.
   *
   * @param kind what sort of thing it is, such as {@code host}
   */
  record AssetAffected(AssetId asset, String kind) implements ScopeFact {
    @Override
    public Scope applyTo(Scope before, Stamp stamp) {
      return before.with(
          new Asset(asset, kind, AssetState.AFFECTED, stamp.sequence(), stamp.occurred()));
    }
  }

  /**
   * The response came one step farther with an asset.
   *
   * @param how what was done
   */
  record AssetAdvanced(AssetId asset, AssetState to, String how) implements ScopeFact {
    @Override
    public Scope applyTo(Scope before, Stamp stamp) {
      var was =
          before
              .find(asset)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "no asset " + asset + ": its history is not in order"));
      return before.with(new Asset(asset, was.kind(), to, stamp.sequence(), stamp.occurred()));
    }
  }

  /** Something was seen. */
  record Observed(Observable observable) implements ScopeFact {
    @Override
    public Scope applyTo(Scope before, Stamp stamp) {
      return before.with(observable, stamp.sequence());
    }
  }

  /** Somebody confirmed that the known scope is all of it. */
  record Confirmed(String how) implements ScopeFact {
    @Override
    public Scope applyTo(Scope before, Stamp stamp) {
      return before.confirmedBy(stamp.sequence());
    }
  }

  /** An asset is watched more closely than usual. */
  record MonitoringIncreased(AssetId asset, String how) implements ScopeFact {
    @Override
    public Scope applyTo(Scope before, Stamp stamp) {
      return before;
    }
  }
}
