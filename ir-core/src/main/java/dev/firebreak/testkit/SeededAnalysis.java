package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.analysis.Activity;
import dev.firebreak.analysis.ActivityId;
import dev.firebreak.analysis.ActivityTime;
import dev.firebreak.analysis.AnalysisRequest;
import dev.firebreak.analysis.Finding;
import dev.firebreak.analysis.FindingId;
import dev.firebreak.analysis.Hypothesis;
import dev.firebreak.analysis.HypothesisId;
import dev.firebreak.analysis.RecordedActivity;
import dev.firebreak.analysis.Technique;
import dev.firebreak.evidence.Evidence;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.scope.Asset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;

/** Makes requests of the analysis of one incident. */
final class SeededAnalysis {
  private static final Instant LONG_AFTER = Instant.parse("2200-01-01T00:00:00Z");
  private static final ImmutableList<String> TECHNIQUES =
      ImmutableList.of("T1566", "T1566.001", "T1486");

  private static final ImmutableList<Function<SeededAnalysis, Request<?>>> KINDS =
      ImmutableList.<Function<SeededAnalysis, Request<?>>>builder()
          .add(by -> new AnalysisRequest.RecordActivity(by.newActivity(), by.activity()))
          .add(by -> new AnalysisRequest.CorrectActivity(by.activityId(), by.activity(), by.text()))
          .add(by -> new AnalysisRequest.WithdrawActivity(by.activityId(), by.text()))
          .add(SeededAnalysis::find)
          .add(by -> new AnalysisRequest.WithdrawFinding(by.findingId(), by.text()))
          .add(SeededAnalysis::attribute)
          .add(by -> new AnalysisRequest.WithdrawAttribution(by.hypothesisId(), by.text()))
          .add(SeededAnalysis::consult)
          .add(by -> new AnalysisRequest.ReceiveInformation(by.text(), by.text()))
          .add(by -> new AnalysisRequest.TuneTool(by.text(), by.text()))
          .build();

  private final Dice dice;
  private final Incident incident;

  SeededAnalysis(Dice dice, Incident incident) {
    this.dice = dice;
    this.incident = incident;
  }

  Request<?> next() {
    return dice.oneOf(KINDS).apply(this);
  }

  private Request<?> find() {
    var evidence = dice.anyOf(incident.evidence().all()).map(Evidence::id).orElse(unknown());
    return new AnalysisRequest.Find(
        new FindingId("f" + number()), text(), ImmutableSet.of(evidence));
  }

  private Request<?> attribute() {
    return new AnalysisRequest.Attribute(
        new HypothesisId("h" + number()), text(), SeededRequests.confidence(dice), text());
  }

  private Request<?> consult() {
    return new AnalysisRequest.ConsultIntelligence(text(), text(), dice.maybe(dice::text));
  }

  private Activity activity() {
    return new Activity(
        time(),
        text(),
        dice.maybe(() -> new Technique(dice.oneOf(TECHNIQUES))),
        dice.someOf(incident.scope().assets().stream().map(Asset::id).toList()),
        dice.someOf(incident.scope().observables()),
        dice.onceIn(6)
            ? ImmutableSet.of(unknown())
            : dice.someOf(incident.evidence().all().stream().map(Evidence::id).toList()));
  }

  private ActivityTime time() {
    var begin = Instant.EPOCH.plus(dice.period());
    return switch (dice.within(0, 4)) {
      case 0 -> ActivityTime.on(LocalDate.EPOCH.plusDays(dice.within(0, 30)), ZoneOffset.UTC);
      case 1 -> ActivityTime.between(begin, begin.plus(dice.period()));
      case 2 -> ActivityTime.at(dice.onceIn(3) ? LONG_AFTER : begin);
      default -> ActivityTime.at(begin);
    };
  }

  private ActivityId activityId() {
    return dice.anyOf(incident.analysis().activity())
        .map(RecordedActivity::id)
        .orElseGet(this::newActivity);
  }

  private ActivityId newActivity() {
    return new ActivityId("t" + number());
  }

  private FindingId findingId() {
    return dice.anyOf(incident.analysis().findings())
        .map(Finding::id)
        .orElseGet(() -> new FindingId("f" + number()));
  }

  private HypothesisId hypothesisId() {
    return dice.anyOf(incident.analysis().hypotheses())
        .map(Hypothesis::id)
        .orElseGet(() -> new HypothesisId("h" + number()));
  }

  private EvidenceId unknown() {
    return new EvidenceId("e" + number());
  }

  private int number() {
    return dice.within(0, 30);
  }

  private String text() {
    return dice.text();
  }
}
