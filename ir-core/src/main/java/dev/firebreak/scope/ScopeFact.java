package dev.firebreak.scope;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import org.jspecify.annotations.Nullable;

/** What was found out about the scope, and what was done about it. */
public sealed interface ScopeFact extends Fact<Scope> {
  @Override
  default Concept<Scope> concept() {
    return Scope.CONCEPT;
  }

  /** A fact by which an asset is affected, and has its whole way through the response ahead. */
  interface Affecting extends Fact<Scope> {
    /** Returns the asset. */
    AssetId asset();
  }

  /** An asset was found to be affected, for the first time or again. */
  record AssetAffected(AssetId asset, AssetKind kind) implements ScopeFact, Affecting {
    /** An asset of the kind of that name was found to be affected. */
    public AssetAffected(AssetId asset, String kind) {
      this(asset, new AssetKind(kind));
    }

    @Override
    public Scope applyTo(Scope before, Stamp stamp) {
      var known = before.find(asset);
      return before.with(
          known.isPresent()
              ? known.get().again(kind, stamp.sequence(), stamp.occurred())
              : new Asset(asset, kind, AssetState.AFFECTED, stamp.sequence(), stamp.occurred()));
    }
  }

  /**
   * An asset that was free of what the incident brought has it again.
   *
   * @param because how it came back
   */
  record AssetReinfected(AssetId asset, String because) implements ScopeFact, Affecting {
    @Override
    public Scope applyTo(Scope before, Stamp stamp) {
      var was = before.get(asset);
      return before.with(was.again(was.kind(), stamp.sequence(), stamp.occurred()));
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
      return before.with(before.get(asset).with(to, stamp.sequence(), stamp.occurred()));
    }
  }

  /**
   * Something was done with an asset, or shown of it, that changes nothing in its state.
   *
   * @param how in words
   */
  record AssetNoted(AssetId asset, AssetNote note, String how) implements ScopeFact {
    @Override
    public Scope applyTo(Scope before, Stamp stamp) {
      return before.with(before.get(asset).with(note, stamp.sequence()));
    }
  }

  /**
   * It was estimated, or estimated anew, how much data an asset holds.
   *
   * @param because what the estimate rests on
   */
  record DataEstimated(AssetId asset, DataExtent extent, String because) implements ScopeFact {
    @Override
    public Scope applyTo(Scope before, Stamp stamp) {
      return before.with(before.get(asset).with(extent));
    }
  }

  /**
   * Something was seen, or is told more of.
   *
   * @param source who or what saw it, null if nobody said
   * @param confidence how sure that source is that it belongs to the incident, null if it did not
   *     say
   */
  record Observed(Observable observable, @Nullable String source, @Nullable Confidence confidence)
      implements ScopeFact {
    /** Something was seen; nobody said by whom. */
    public Observed(Observable observable) {
      this(observable, null, null);
    }

    @Override
    public Scope applyTo(Scope before, Stamp stamp) {
      return before.with(new SeenObservable(observable, source, confidence, stamp.sequence()));
    }
  }

  /** Threat intelligence says that an observable of the incident was seen elsewhere. */
  record Sighted(Sighting sighting) implements ScopeFact {
    @Override
    public Scope applyTo(Scope before, Stamp stamp) {
      return before.with(sighting, stamp.sequence());
    }
  }

  /**
   * What is known of the scope changed.
   *
   * @param now what the incident touches, in words
   */
  record Updated(String now) implements ScopeFact {
    @Override
    public Scope applyTo(Scope before, Stamp stamp) {
      return before.updatedBy(stamp.sequence());
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
