package dev.firebreak.scope;

import static dev.firebreak.scope.ScopeCondition.IN_ORDER;
import static dev.firebreak.scope.ScopeCondition.KNOWN;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;

/** What may be asked about the scope. */
public sealed interface ScopeRequest extends Request<Scope> {
  @Override
  default Concept<Scope> concept() {
    return Scope.CONCEPT;
  }

  @Override
  default ImmutableList<Rejection> unmet(Scope scope, Asking by) {
    return ImmutableList.of();
  }

  /**
   * Record that an asset is affected, or affected again.
   *
   * @param kind what sort of thing it is, such as {@code host}
   */
  record AddAsset(AssetId asset, String kind) implements ScopeRequest {
    public AddAsset {
      Check.identifier(kind, "kind of asset");
    }

    @Override
    public ImmutableList<Fact<Scope>> yields(Scope scope, Asking by) {
      var known = scope.find(asset);
      return known.isPresent() && known.get().state() == AssetState.AFFECTED
          ? ImmutableList.of()
          : ImmutableList.of(new ScopeFact.AssetAffected(asset, kind));
    }
  }

  /**
   * Record that the response came one step farther with an asset.
   *
   * @param to the state right after the one that the asset is in
   * @param how what was done
   */
  record Advance(AssetId asset, AssetState to, String how) implements ScopeRequest {
    public Advance {
      Check.text(how, "how");
    }

    @Override
    public ImmutableList<Rejection> unmet(Scope scope, Asking by) {
      var found = scope.find(asset);
      if (found.isEmpty()) {
        return ImmutableList.of(KNOWN.unmet("there is no affected asset " + asset));
      }
      var state = found.get().state();
      return to.comesRightAfter(state)
          ? ImmutableList.of()
          : ImmutableList.of(
              IN_ORDER.unmet(
                  asset + " is " + state + " and cannot become " + to, found.get().since()));
    }

    @Override
    public ImmutableList<Fact<Scope>> yields(Scope scope, Asking by) {
      return ImmutableList.of(new ScopeFact.AssetAdvanced(asset, to, how));
    }
  }

  /** Record something that was seen. */
  record Observe(Observable observable) implements ScopeRequest {
    @Override
    public ImmutableList<Fact<Scope>> yields(Scope scope, Asking by) {
      return scope.hasSeen(observable)
          ? ImmutableList.of()
          : ImmutableList.of(new ScopeFact.Observed(observable));
    }
  }

  /** Confirm that the known scope is all of it. */
  record Confirm(String how) implements ScopeRequest {
    public Confirm {
      Check.text(how, "how");
    }

    @Override
    public ImmutableList<Fact<Scope>> yields(Scope scope, Asking by) {
      return ImmutableList.of(new ScopeFact.Confirmed(how));
    }
  }

  /** Record that an asset is watched more closely. */
  record IncreaseMonitoring(AssetId asset, String how) implements ScopeRequest {
    public IncreaseMonitoring {
      Check.text(how, "how");
    }

    @Override
    public ImmutableList<Rejection> unmet(Scope scope, Asking by) {
      return scope.find(asset).isPresent()
          ? ImmutableList.of()
          : ImmutableList.of(KNOWN.unmet("there is no affected asset " + asset));
    }

    @Override
    public ImmutableList<Fact<Scope>> yields(Scope scope, Asking by) {
      return ImmutableList.of(new ScopeFact.MonitoringIncreased(asset, how));
    }
  }
}
