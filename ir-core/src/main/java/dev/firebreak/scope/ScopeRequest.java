package dev.firebreak.scope;

import static dev.firebreak.scope.ScopeCondition.FREED;
import static dev.firebreak.scope.ScopeCondition.IN_ORDER;
import static dev.firebreak.scope.ScopeCondition.KNOWN;
import static dev.firebreak.scope.ScopeCondition.OBSERVED;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may be asked about the scope. */
public sealed interface ScopeRequest extends Request<Scope> {
  @Override
  default Concept<Scope> concept() {
    return Scope.CONCEPT;
  }

  /** What is done for an asset is recorded where it was found to be affected. */
  @Override
  default boolean afterMerging() {
    return this instanceof Advance;
  }

  @Override
  default ImmutableList<Rejection> unmet(Scope scope, Asking by) {
    return ImmutableList.of();
  }

  /**
   * Record that an asset is affected, or affected again.
   *
   * <p>One that had been freed of the incident is better recorded with its cause: {@link Reinfect}.
   */
  record AddAsset(AssetId asset, AssetKind kind) implements ScopeRequest {
    /** Record that an asset of the kind of that name is affected. */
    public AddAsset(AssetId asset, String kind) {
      this(asset, new AssetKind(kind));
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
        return unknown(asset);
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

  /**
   * Record that an asset that was freed of the incident is infected again.
   *
   * @param because how it came back
   */
  record Reinfect(AssetId asset, String because) implements ScopeRequest {
    public Reinfect {
      Check.text(because, "because");
    }

    @Override
    public ImmutableList<Rejection> unmet(Scope scope, Asking by) {
      var found = scope.find(asset);
      if (found.isEmpty()) {
        return unknown(asset);
      }
      var state = found.get().state();
      return state.atLeast(AssetState.ERADICATED)
          ? ImmutableList.of()
          : ImmutableList.of(
              FREED.unmet(
                  asset + " is " + state + " and has not been freed yet", found.get().since()));
    }

    @Override
    public ImmutableList<Fact<Scope>> yields(Scope scope, Asking by) {
      return ImmutableList.of(new ScopeFact.AssetReinfected(asset, because));
    }
  }

  /**
   * Record what was done with an asset, or shown of it.
   *
   * @param how in words
   */
  record Note(AssetId asset, AssetNote note, String how) implements ScopeRequest {
    public Note {
      Check.text(how, "how");
    }

    @Override
    public ImmutableList<Rejection> unmet(Scope scope, Asking by) {
      return known(scope, asset);
    }

    @Override
    public ImmutableList<Fact<Scope>> yields(Scope scope, Asking by) {
      return ImmutableList.of(new ScopeFact.AssetNoted(asset, note, how));
    }
  }

  /**
   * Record roughly how much data an asset holds.
   *
   * @param because what the estimate rests on
   */
  record EstimateData(AssetId asset, DataExtent extent, String because) implements ScopeRequest {
    public EstimateData {
      Check.text(because, "because");
    }

    @Override
    public ImmutableList<Rejection> unmet(Scope scope, Asking by) {
      return known(scope, asset);
    }

    @Override
    public ImmutableList<Fact<Scope>> yields(Scope scope, Asking by) {
      return ImmutableList.of(new ScopeFact.DataEstimated(asset, extent, because));
    }
  }

  /**
   * Record something that was seen, or more about it.
   *
   * @param source who or what saw it, null if that is not known
   * @param confidence how sure that source is that it belongs to the incident, null if it does not
   *     say
   */
  record Observe(Observable observable, @Nullable String source, @Nullable Confidence confidence)
      implements ScopeRequest {
    public Observe {
      if (source != null) {
        Check.text(source, "source");
      }
    }

    /** Record something that was seen. */
    public Observe(Observable observable) {
      this(observable, null, null);
    }

    @Override
    public ImmutableList<Fact<Scope>> yields(Scope scope, Asking by) {
      var seen = scope.find(observable);
      return seen.isPresent() && !tellsMoreThan(seen.get())
          ? ImmutableList.of()
          : ImmutableList.of(new ScopeFact.Observed(observable, source, confidence));
    }

    private boolean tellsMoreThan(SeenObservable seen) {
      return (source != null || confidence != null)
          && !(Objects.equals(source, seen.source())
              && Objects.equals(confidence, seen.confidence()));
    }
  }

  /** Record that an observable of the incident was seen elsewhere. */
  record RecordSighting(Sighting sighting) implements ScopeRequest {
    @Override
    public ImmutableList<Rejection> unmet(Scope scope, Asking by) {
      return scope.hasSeen(sighting.observable())
          ? ImmutableList.of()
          : ImmutableList.of(
              OBSERVED
                  .unmet(sighting.observable() + " was not seen in this incident")
                  .or(new Remedy.Act(new Observe(sighting.observable()), Remedy.Asker.ANYBODY)));
    }

    @Override
    public ImmutableList<Fact<Scope>> yields(Scope scope, Asking by) {
      return scope.has(sighting)
          ? ImmutableList.of()
          : ImmutableList.of(new ScopeFact.Sighted(sighting));
    }
  }

  /**
   * Record that what is known of the scope changed.
   *
   * @param now what the incident touches, in words
   */
  record Update(String now) implements ScopeRequest {
    public Update {
      Check.text(now, "scope");
    }

    @Override
    public ImmutableList<Fact<Scope>> yields(Scope scope, Asking by) {
      return ImmutableList.of(new ScopeFact.Updated(now));
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
      return known(scope, asset);
    }

    @Override
    public ImmutableList<Fact<Scope>> yields(Scope scope, Asking by) {
      return ImmutableList.of(new ScopeFact.MonitoringIncreased(asset, how));
    }
  }

  private static ImmutableList<Rejection> known(Scope scope, AssetId asset) {
    return scope.find(asset).isPresent() ? ImmutableList.of() : unknown(asset);
  }

  private static ImmutableList<Rejection> unknown(AssetId asset) {
    return ImmutableList.of(
        KNOWN
            .unmet("there is no affected asset " + asset)
            .or(new Remedy.Act(new AddAsset(asset, AssetKind.HOST), Remedy.Asker.ANYBODY)));
  }
}
