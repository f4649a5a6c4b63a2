package dev.firebreak.compliance;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static dev.firebreak.compliance.Outcome.all;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.decision.DecisionFact;
import dev.firebreak.decision.DecisionKind;
import dev.firebreak.evidence.EvidenceFact;
import dev.firebreak.fact.Event;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.people.RoleKind;
import dev.firebreak.review.ReviewFact;
import dev.firebreak.scope.Asset;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeFact;
import dev.firebreak.severity.Extent;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityFact;
import dev.firebreak.triage.TriageFact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of NIST SP 800-61 Rev. 2 that an incident answers.
 *
 * <p>Order is judged by when things happened, not by when they were recorded. Weaknesses that were
 * used are not recorded by themselves: an asset counts as eradicated when it is free of what the
 * incident brought.
 */
final class Nist80061IncidentRules {
  private Nist80061IncidentRules() {}

  static ImmutableList<Rule> rules() {
    return ImmutableList.of(
        Nist80061.handled(
            "3.2.5-recording",
            "§3.2.5",
            "The record was begun no later than the incident was declared.",
            Nist80061IncidentRules::recording),
        Nist80061.handled(
            "3.2.6-factors",
            "§3.2.6",
            "The severity in force is the one that the plan gives to the assessed impact.",
            Nist80061IncidentRules::factors),
        Nist80061.handled(
            "3.3.1-delay",
            "§3.3.1",
            "An attacker is left in place to be watched only after lawyers were asked.",
            Nist80061IncidentRules::delay),
        Nist80061.rule(
            "3.3.2-custody",
            "§3.3.2",
            Subject.INCIDENT,
            "Each hand-over of evidence is signed by who gives and by who takes, and no link is"
                + " missing.",
            asked -> Custody.judge(new Course(asked))),
        Nist80061.handled(
            "3.3.4-eradicate",
            "§3.3.4, Table 3-5 step 6",
            "What is affected was found in full before the removal began, and every asset was"
                + " freed.",
            Nist80061IncidentRules::eradicate),
        Nist80061.handled(
            "3.3.4-recover",
            "§3.3.4, Table 3-5 step 7",
            "Every asset came back into service, was then shown to work, and is watched more"
                + " closely, unless that was decided against.",
            Nist80061IncidentRules::recover),
        Nist80061.handled(
            "T3-5-sequence",
            "Table 3-5",
            "Each of the nine steps left its trace; evidence was taken before the removal, and"
                + " assets were contained, freed and verified in this order.",
            Nist80061IncidentRules::sequence),
        Nist80061.handled(
            "T3-5-6.3-loop",
            "Table 3-5 step 6.3",
            "An asset that was found after containment had begun was contained and freed too.",
            Nist80061IncidentRules::loop));
  }

  private static Outcome recording(Course course) {
    var opened = course.first(IncidentFact.Opened.class);
    var declared = course.first(TriageFact.Declared.class);
    if (opened.isEmpty() || declared.isEmpty()) {
      return course.absent(opened.isEmpty() ? "the opening" : "the declaration");
    }
    var cited = Cited.events(opened.get(), declared.get());
    var begun = opened.get().stamp().recorded();
    return begun.isAfter(declared.get().occurred())
        ? Outcome.fail("the record was begun at " + begun + ", after the declaration", cited)
        : Outcome.pass("the record was begun before the declaration", cited);
  }

  private static Outcome factors(Course course) {
    var assessed = course.last(SeverityFact.Assessed.class);
    if (assessed.isEmpty()) {
      return course.absent("an assessment of the impact");
    }
    var inForce = course.incident().assessment();
    var planned = planned((SeverityFact.Assessed) assessed.get().fact(), course);
    var cited =
        Cited.events(assessed.get()).and(Cited.events(ofHand(course))).and(Cited.plan("/severity"));
    return planned.equals(inForce.severity())
        ? Outcome.pass("the impact gives " + planned, cited)
        : Outcome.fail(
            "the impact gives " + planned + " but " + inForce.severity() + " is in force", cited);
  }

  private static Severity planned(SeverityFact.Assessed assessed, Course course) {
    var matrix = course.plan().severity();
    var scale = course.plan().nciss();
    var nciss = assessed.nciss();
    return scale == null || nciss == null
        ? matrix.rowFor(assessed.impact(), extent(course)).level()
        : scale.of(nciss.score(), matrix.levels().get(0));
  }

  private static Extent extent(Course course) {
    var scope = course.incident().scope();
    return new Extent(scope.assets().size(), scope.accounts(), scope.records());
  }

  /** Returns what was last set by hand, and what ended it. */
  private static ImmutableList<Event> ofHand(Course course) {
    return Stream.of(
            course.last(SeverityFact.Overruled.class),
            course.last(SeverityFact.Lifted.class),
            course.last(SeverityFact.Expired.class))
        .flatMap(Optional::stream)
        .collect(toImmutableList());
  }

  private static Outcome delay(Course course) {
    var delays =
        course.all(
            DecisionFact.Taken.class,
            taken ->
                taken.decision().kind() == DecisionKind.DELAY_CONTAINMENT
                    && taken.decision().inFavour());
    if (delays.isEmpty()) {
      return Outcome.notApplicable("no decision to delay containment is recorded", Cited.NOTHING);
    }
    return all(
        delays.stream()
            .map(
                event -> {
                  var taken = (DecisionFact.Taken) event.fact();
                  var cited = Cited.events(event);
                  return taken.decision().hasConsulted(RoleKind.LEGAL)
                      ? Outcome.pass("lawyers were asked before containment was delayed", cited)
                      : Outcome.fail(
                          "decision " + taken.id() + " was taken without lawyers", cited);
                })
            .toList());
  }

  private static Outcome eradicate(Course course) {
    return all(
        course.inOrder(
            "a confirmation of the scope",
            course.first(ScopeFact.Confirmed.class),
            "the removal",
            course.first(AssetState.ERADICATED)),
        nothingFoundSince(course),
        course.everyAsset(AssetState.ERADICATED));
  }

  /** Passes when the scope was confirmed again after the last asset was found. */
  private static Outcome nothingFoundSince(Course course) {
    var found = course.last(ScopeFact.Affecting.class);
    var confirmed = course.last(ScopeFact.Confirmed.class);
    if (found.isEmpty() || confirmed.isEmpty()) {
      return course.absent(found.isEmpty() ? "an affected asset" : "a confirmation of the scope");
    }
    var cited = Cited.events(found.get(), confirmed.get());
    return found.get().sequence() > confirmed.get().sequence()
        ? course.undone("the scope has grown and is not confirmed", cited)
        : Outcome.pass("the scope was confirmed when all assets were known", cited);
  }

  private static Outcome recover(Course course) {
    return all(
        course.everyAsset(AssetState.RESTORED),
        course.everyAsset(AssetState.VERIFIED),
        course.statesInOrder(),
        watched(course));
  }

  private static Outcome watched(Course course) {
    var decided =
        course.all(
            DecisionFact.Taken.class,
            taken -> taken.decision().kind() == DecisionKind.INCREASE_MONITORING);
    var last = decided.isEmpty() ? null : decided.get(decided.size() - 1);
    if (last != null && !((DecisionFact.Taken) last.fact()).decision().inFavour()) {
      return Outcome.pass("it was decided not to watch more closely", Cited.events(last));
    }
    var watched = course.all(ScopeFact.MonitoringIncreased.class);
    var which =
        watched.stream()
            .map(event -> ((ScopeFact.MonitoringIncreased) event.fact()).asset())
            .collect(toImmutableSet());
    var missing =
        course.incident().scope().assets().stream()
            .map(Asset::id)
            .filter(asset -> !which.contains(asset))
            .map(AssetId::value)
            .collect(joining(", "));
    return watched.isEmpty() || !missing.isEmpty()
        ? course.absent("closer monitoring" + (missing.isEmpty() ? "" : " of " + missing))
        : Outcome.pass("every asset is watched more closely", Cited.events(watched));
  }

  private static Outcome sequence(Course course) {
    var steps =
        List.of(
            course.recorded("a declaration (step 1)", TriageFact.Declared.class),
            course.recorded("an assessment (step 2)", SeverityFact.Assessed.class),
            course.recorded("a notice (step 3)", CommunicationFact.Notified.class),
            course.inOrder(
                "evidence (step 4)",
                course.first(EvidenceFact.Acquired.class),
                "removal (step 6)",
                course.first(AssetState.ERADICATED)),
            course.recorded("containment (step 5)", course.first(AssetState.CONTAINED)),
            course.recorded("verification (step 7)", course.first(AssetState.VERIFIED)),
            course.recorded("an estimate of the damage (step 8)", ReviewFact.LossEstimated.class),
            Nist80061ReviewRules.isMinor(course)
                ? Outcome.notApplicable(
                    "a review (step 9) is for major incidents",
                    Nist80061ReviewRules.severityCited(course))
                : course.recorded("a review (step 9)", ReviewFact.Held.class),
            course.statesInOrder());
    return all(steps);
  }

  private static Outcome loop(Course course) {
    var contained = course.first(AssetState.CONTAINED);
    if (contained.isEmpty()) {
      return course.absent("containment");
    }
    var begun = contained.get().sequence();
    var late =
        course.rounds().stream()
            .filter(round -> round.last() && round.affected().sequence() > begun)
            .collect(toImmutableList());
    if (late.isEmpty()) {
      return Outcome.notApplicable("no asset was found late", Cited.events(contained.get()));
    }
    return all(
        late.stream()
            .map(
                round ->
                    all(
                        course.came(round, AssetState.CONTAINED),
                        course.came(round, AssetState.ERADICATED)))
            .toList());
  }
}
