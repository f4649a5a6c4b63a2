package dev.firebreak.compliance;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.review.ReviewFact;
import dev.firebreak.review.ReviewQuestion;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The rules of NIST SP 800-61 Rev. 2 about looking back at an incident. */
final class Nist80061ReviewRules {
  private Nist80061ReviewRules() {}

  static ImmutableList<Rule> rules() {
    return ImmutableList.of(
        Nist80061.handled(
            "3.4.1-meeting",
            "§3.4.1",
            "A major incident was reviewed within the time that the plan sets after its end.",
            Nist80061ReviewRules::meeting),
        Nist80061.handled(
            "3.4.1-questions",
            "§3.4.1",
            "The review has an answer to each of the nine questions.",
            Nist80061ReviewRules::questions),
        Nist80061.handled(
            "3.4.1-report",
            "§3.4.1, Table 3-5 step 8",
            "The follow-up tells the course of events and puts a figure on the damage.",
            course ->
                course.recorded("an estimate of the damage", ReviewFact.LossEstimated.class)));
  }

  private static Outcome meeting(Course course) {
    var assessment = course.incident().assessment();
    var severity = assessment.severity();
    if (severity == null) {
      return course.absent("a severity");
    }
    var rated = new Cited(ImmutableList.of(assessment.since()), ImmutableList.of());
    if (!severity.atLeast(course.plan().majorFrom())) {
      return Outcome.notApplicable("it was not major but " + severity, rated);
    }
    var end = end(course);
    if (end.isEmpty()) {
      return Outcome.pending("the incident is not at its end", rated);
    }
    var due = end.get().occurred().plus(course.plan().reviewWithin());
    var cited = rated.and(Cited.events(end.get())).and(Cited.plan("/reviewWithin"));
    var held =
        course.all(ReviewFact.Held.class).stream()
            .filter(review -> !review.occurred().isBefore(end.get().occurred()))
            .findFirst();
    if (held.isEmpty()) {
      return course.asOf().isAfter(due)
          ? Outcome.fail("no review was held by " + due, cited)
          : Outcome.pending("a review is due by " + due, cited);
    }
    return judge(held.get(), due, cited.and(Cited.events(held.get())));
  }

  private static Outcome judge(Event held, Instant due, Cited cited) {
    if (held.occurred().isAfter(due)) {
      return Outcome.fail("the review was held after " + due, cited);
    }
    return ((ReviewFact.Held) held.fact()).attendees().isEmpty()
        ? Outcome.notEvidenced("the review names nobody who took part", cited)
        : Outcome.pass("the review was held in time", cited);
  }

  /**
   * Returns the end that a review looks back from: the last entry into the last phase, since the
   * incident is closed only after its review; or else its closing.
   */
  private static Optional<Event> end(Course course) {
    var entered =
        course.all(PhaseFact.Entered.class, move -> move.to() == Phase.POST_INCIDENT).reverse();
    return entered.isEmpty() ? course.ending() : Optional.of(entered.get(0));
  }

  private static Outcome questions(Course course) {
    var held = course.last(ReviewFact.Held.class);
    if (held.isEmpty()) {
      return isMinor(course)
          ? Outcome.notApplicable("it was not major and was not reviewed", severityCited(course))
          : course.absent("a review");
    }
    var answers = ((ReviewFact.Held) held.get().fact()).answers();
    var open =
        Arrays.stream(ReviewQuestion.values())
            .filter(question -> answers.getOrDefault(question, "").isBlank())
            .map(ReviewQuestion::name)
            .collect(joining(", "));
    return open.isEmpty()
        ? Outcome.pass("all nine are answered", Cited.events(held.get()))
        : Outcome.fail("there is no answer to " + open, Cited.events(held.get()));
  }

  static boolean isMinor(Course course) {
    var severity = course.incident().assessment().severity();
    return severity != null && !severity.atLeast(course.plan().majorFrom());
  }

  static Cited severityCited(Course course) {
    return new Cited(ImmutableList.of(course.incident().assessment().since()), ImmutableList.of());
  }
}
