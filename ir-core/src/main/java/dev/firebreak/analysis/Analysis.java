package dev.firebreak.analysis;

import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentMap;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the analysis of one incident has come to. Immutable. */
public final class Analysis {
  /** Analysis as a part of an incident. */
  public static final Concept<Analysis> CONCEPT =
      new Concept<>(
          "analysis",
          new Analysis(
              PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty(), 0, 0, 0),
          AnalysisFact.class,
          AnalysisRequest.class);

  private final PersistentMap<ActivityId, RecordedActivity> activity;
  private final PersistentMap<FindingId, Finding> findings;
  private final PersistentMap<HypothesisId, Hypothesis> hypotheses;
  private final long intelligence;
  private final long information;
  private final long tools;

  private Analysis(
      PersistentMap<ActivityId, RecordedActivity> activity,
      PersistentMap<FindingId, Finding> findings,
      PersistentMap<HypothesisId, Hypothesis> hypotheses,
      long intelligence,
      long information,
      long tools) {
    this.activity = activity;
    this.findings = findings;
    this.hypotheses = hypotheses;
    this.intelligence = intelligence;
    this.information = information;
    this.tools = tools;
  }

  /** Returns what attackers did, in the order of recording, with what was withdrawn. */
  public Collection<RecordedActivity> activity() {
    return activity.values();
  }

  /** Returns the activity of that id. */
  public Optional<RecordedActivity> find(ActivityId id) {
    return Optional.ofNullable(activity.get(id));
  }

  /** Returns what was found, in the order of recording, with what was withdrawn. */
  public Collection<Finding> findings() {
    return findings.values();
  }

  /** Returns the finding of that id. */
  public Optional<Finding> find(FindingId id) {
    return Optional.ofNullable(findings.get(id));
  }

  /** Returns who may be behind it, in the order of recording, with what was withdrawn. */
  public Collection<Hypothesis> hypotheses() {
    return hypotheses.values();
  }

  /** Returns the hypothesis of that id. */
  public Optional<Hypothesis> find(HypothesisId id) {
    return Optional.ofNullable(hypotheses.get(id));
  }

  /**
   * Returns the earliest moment at which attackers are believed to have been active, or may have
   * been if only a span is known; empty while no activity is known.
   */
  public Optional<Instant> firstActivity() {
    return activity().stream()
        .filter(RecordedActivity::stands)
        .map(each -> each.activity().when().from())
        .min(Comparator.naturalOrder());
  }

  /** Returns the sequence number of the last look into threat intelligence, 0 if there is none. */
  public long intelligenceConsulted() {
    return intelligence;
  }

  /** Returns the sequence number of the last new information, 0 if there is none. */
  public long informationReceived() {
    return information;
  }

  /** Returns the sequence number of the last adjustment of a tool, 0 if there is none. */
  public long toolsTuned() {
    return tools;
  }

  /**
   * Returns the activity of that id.
   *
   * @throws IllegalStateException if there is none
   */
  RecordedActivity get(ActivityId id) {
    return inOrder(activity.get(id), "activity " + id);
  }

  /**
   * Returns the finding of that id.
   *
   * @throws IllegalStateException if there is none
   */
  Finding get(FindingId id) {
    return inOrder(findings.get(id), "finding " + id);
  }

  /**
   * Returns the hypothesis of that id.
   *
   * @throws IllegalStateException if there is none
   */
  Hypothesis get(HypothesisId id) {
    return inOrder(hypotheses.get(id), "hypothesis " + id);
  }

  private static <T> T inOrder(@Nullable T found, String what) {
    if (found == null) {
      throw new IllegalStateException("no " + what + ": its history is not in order");
    }
    return found;
  }

  Analysis with(RecordedActivity each) {
    return new Analysis(
        activity.with(each.id(), each), findings, hypotheses, intelligence, information, tools);
  }

  Analysis with(Finding finding) {
    return new Analysis(
        activity,
        findings.with(finding.id(), finding),
        hypotheses,
        intelligence,
        information,
        tools);
  }

  Analysis with(Hypothesis hypothesis) {
    return new Analysis(
        activity,
        findings,
        hypotheses.with(hypothesis.id(), hypothesis),
        intelligence,
        information,
        tools);
  }

  Analysis consultedBy(long sequence) {
    return new Analysis(activity, findings, hypotheses, sequence, information, tools);
  }

  Analysis informedBy(long sequence) {
    return new Analysis(activity, findings, hypotheses, intelligence, sequence, tools);
  }

  Analysis tunedBy(long sequence) {
    return new Analysis(activity, findings, hypotheses, intelligence, information, sequence);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Analysis analysis
        && activity.equals(analysis.activity)
        && findings.equals(analysis.findings)
        && hypotheses.equals(analysis.hypotheses)
        && intelligence == analysis.intelligence
        && information == analysis.information
        && tools == analysis.tools;
  }

  @Override
  public int hashCode() {
    return activity.hashCode() + findings.hashCode() + hypotheses.hashCode();
  }

  @Override
  public String toString() {
    return activity + " " + findings + " " + hypotheses;
  }
}
