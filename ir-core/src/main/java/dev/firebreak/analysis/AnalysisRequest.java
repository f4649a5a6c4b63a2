package dev.firebreak.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static dev.firebreak.analysis.AnalysisCondition.KNOWN;
import static dev.firebreak.analysis.AnalysisCondition.NEW;
import static dev.firebreak.analysis.AnalysisCondition.NOT_AHEAD;
import static dev.firebreak.analysis.AnalysisCondition.STANDS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.scope.Confidence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of the analysis. */
public sealed interface AnalysisRequest extends Request<Analysis> {
  @Override
  default Concept<Analysis> concept() {
    return Analysis.CONCEPT;
  }

  @Override
  default ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
    return ImmutableList.of();
  }

  /** Returns the evidence that it cites, all of which must be in the incident's register. */
  default ImmutableSet<EvidenceId> cited() {
    return ImmutableSet.of();
  }

  /** Record something that an attacker did. */
  record RecordActivity(ActivityId id, Activity activity) implements AnalysisRequest {
    @Override
    public ImmutableSet<EvidenceId> cited() {
      return activity.evidence();
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      var known = analysis.find(id);
      return known.isPresent()
          ? used("activity " + id, known.get().since()).addAll(ahead(activity, by)).build()
          : ahead(activity, by);
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.ActivityRecorded(id, activity));
    }
  }

  /**
   * Say anew what an attacker did.
   *
   * @param activity what is to be said of it from now on
   */
  record CorrectActivity(ActivityId id, Activity activity, String because)
      implements AnalysisRequest {
    public CorrectActivity {
      Check.text(because, "because");
    }

    @Override
    public ImmutableSet<EvidenceId> cited() {
      return activity.evidence();
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      var gone = fallen(analysis, id);
      return gone == null
          ? ahead(activity, by)
          : ImmutableList.<Rejection>builder().add(gone).addAll(ahead(activity, by)).build();
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return analysis.get(id).activity().equals(activity)
          ? ImmutableList.of()
          : ImmutableList.of(new AnalysisFact.ActivityCorrected(id, activity, because));
    }
  }

  /** Say that an attacker did not do what was recorded. */
  record WithdrawActivity(ActivityId id, String because) implements AnalysisRequest {
    public WithdrawActivity {
      Check.text(because, "because");
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      var gone = fallen(analysis, id);
      return gone == null ? ImmutableList.of() : ImmutableList.of(gone);
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.ActivityWithdrawn(id, because));
    }
  }

  /**
   * State what was found.
   *
   * @param evidence what it rests on, at least one item
   */
  record Find(FindingId finding, String statement, ImmutableSet<EvidenceId> evidence)
      implements AnalysisRequest {
    public Find {
      Check.text(statement, "statement");
      checkArgument(!evidence.isEmpty(), "a finding must cite evidence: %s", finding);
    }

    @Override
    public ImmutableSet<EvidenceId> cited() {
      return evidence;
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      var known = analysis.find(finding);
      return known.isPresent()
          ? used("finding " + finding, known.get().since()).build()
          : ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.Found(finding, statement, evidence));
    }
  }

  /** Say that a finding does not hold. */
  record WithdrawFinding(FindingId finding, String because) implements AnalysisRequest {
    public WithdrawFinding {
      Check.text(because, "because");
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      var found = analysis.find(finding);
      if (found.isEmpty()) {
        return unknown("finding " + finding);
      }
      return found.get().stands()
          ? ImmutableList.of()
          : withdrawn("finding " + finding, found.get().since());
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.FindingWithdrawn(finding, because));
    }
  }

  /**
   * Suspect somebody to be behind the incident.
   *
   * @param suspect who, such as the name of a group
   * @param grounds what speaks for it
   */
  record Attribute(HypothesisId hypothesis, String suspect, Confidence confidence, String grounds)
      implements AnalysisRequest {
    public Attribute {
      Check.text(suspect, "suspect");
      Check.text(grounds, "grounds");
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      var known = analysis.find(hypothesis);
      return known.isPresent()
          ? used("hypothesis " + hypothesis, known.get().since()).build()
          : ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(
          new AnalysisFact.Attributed(hypothesis, suspect, confidence, grounds));
    }
  }

  /** Give up a hypothesis about who is behind the incident. */
  record WithdrawAttribution(HypothesisId hypothesis, String because) implements AnalysisRequest {
    public WithdrawAttribution {
      Check.text(because, "because");
    }

    @Override
    public ImmutableList<Rejection> unmet(Analysis analysis, Asking by) {
      var found = analysis.find(hypothesis);
      if (found.isEmpty()) {
        return unknown("hypothesis " + hypothesis);
      }
      return found.get().stands()
          ? ImmutableList.of()
          : withdrawn("hypothesis " + hypothesis, found.get().since());
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.AttributionWithdrawn(hypothesis, because));
    }
  }

  /**
   * Record that threat intelligence was consulted.
   *
   * @param source which, such as a feed or another team
   * @param result what it said, also if that is nothing
   * @param reference where it says so, null if nowhere
   */
  record ConsultIntelligence(String source, String result, @Nullable String reference)
      implements AnalysisRequest {
    public ConsultIntelligence {
      Check.text(source, "source");
      Check.text(result, "result");
      if (reference != null) {
        Check.text(reference, "reference");
      }
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.IntelligenceConsulted(source, result, reference));
    }
  }

  /**
   * Record something new, also about an incident that is closed.
   *
   * @param source who told it
   */
  record ReceiveInformation(String source, String information) implements AnalysisRequest {
    public ReceiveInformation {
      Check.text(source, "source");
      Check.text(information, "information");
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.InformationReceived(source, information));
    }

    @Override
    public boolean afterClosing() {
      return true;
    }
  }

  /**
   * Record that a tool was adjusted to what the analysis found.
   *
   * @param tool which, such as a sensor
   * @param how what was changed
   */
  record TuneTool(String tool, String how) implements AnalysisRequest {
    public TuneTool {
      Check.text(tool, "tool");
      Check.text(how, "how");
    }

    @Override
    public ImmutableList<Fact<Analysis>> yields(Analysis analysis, Asking by) {
      return ImmutableList.of(new AnalysisFact.ToolTuned(tool, how));
    }
  }

  private static ImmutableList.Builder<Rejection> used(String what, long since) {
    return ImmutableList.<Rejection>builder().add(NEW.unmet("there is " + what, since));
  }

  private static ImmutableList<Rejection> unknown(String what) {
    return ImmutableList.of(KNOWN.unmet("there is no " + what));
  }

  private static ImmutableList<Rejection> withdrawn(String what, long since) {
    return ImmutableList.of(STANDS.unmet(what + " has been withdrawn", since));
  }

  /** Returns why nothing can be said anew of the activity, null if it can. */
  private static @Nullable Rejection fallen(Analysis analysis, ActivityId id) {
    var found = analysis.find(id);
    if (found.isEmpty()) {
      return unknown("activity " + id).get(0);
    }
    return found.get().stands() ? null : withdrawn("activity " + id, found.get().since()).get(0);
  }

  /** Returns that activity lies ahead, unless it is over or may have happened already. */
  private static ImmutableList<Rejection> ahead(Activity activity, Asking by) {
    var when = activity.when();
    Instant over =
        switch (when.precision()) {
          case KNOWN -> when.to();
          case WITHIN -> when.from();
        };
    return over.isAfter(by.stamp().recorded())
        ? ImmutableList.of(
            NOT_AHEAD
                .unmet("the activity is to happen until " + over)
                .or(new Remedy.WaitUntil(over)))
        : ImmutableList.of();
  }
}
