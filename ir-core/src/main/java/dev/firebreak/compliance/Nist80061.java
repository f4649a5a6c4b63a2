package dev.firebreak.compliance;

import static com.google.common.collect.ImmutableList.sortedCopyOf;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.PhaseFact;
import java.time.LocalDate;
import java.util.function.Function;

/** NIST SP 800-61 Rev. 2: the source, its set of rules, and those that nothing here can answer. */
final class Nist80061 {
  /** Published in August 2012, without a day; withdrawn by its publisher. */
  static final Source SOURCE =
      new Source(
          "NIST-800-61r2",
          "NIST SP 800-61 Rev. 2",
          "Computer Security Incident Handling Guide",
          "August 2012",
          LocalDate.of(2012, 8, 1),
          LocalDate.of(2025, 4, 3),
          Source.Status.WITHDRAWN_GUIDANCE);

  static final RuleSet RULES =
      new RuleSet(
          SOURCE.name(),
          sortedCopyOf(
              comparing(Rule::id),
              ImmutableList.<Rule>builder()
                  .addAll(Nist80061PlanRules.rules())
                  .addAll(Nist80061DocumentRules.rules())
                  .addAll(Nist80061IncidentRules.rules())
                  .addAll(Nist80061ReviewRules.rules())
                  .addAll(unanswered())
                  .build()));

  private Nist80061() {}

  static Rule rule(
      String name, String clause, Subject subject, String statement, Rule.Predicate predicate) {
    return new Rule(
        SOURCE.id() + "/" + name, SOURCE, clause, Level.SHOULD, subject, statement, predicate);
  }

  /** Makes a rule that is not asked about what turned out to be no incident. */
  static Rule handled(
      String name, String clause, String statement, Function<Course, Outcome> test) {
    return rule(
        name,
        clause,
        Subject.INCIDENT,
        statement,
        asked -> {
          var course = new Course(asked);
          var ending = course.ending().filter(Nist80061::isNoIncident);
          return ending.isPresent()
              ? Outcome.notApplicable("it was no incident", Cited.events(ending.get()))
              : test.apply(course);
        });
  }

  private static boolean isNoIncident(Event ending) {
    return ending.fact() instanceof PhaseFact.Closed closed
        && (closed.as() == Disposition.FALSE_POSITIVE
            || closed.as() == Disposition.AUTHORIZED_TEST);
  }

  private static ImmutableList<Rule> unanswered() {
    return ImmutableList.of(
        none(
            "3.2.5-status",
            "§3.2.5",
            "One restricted record holds state, summary, actions, evidence, related incidents,"
                + " contacts and next steps.",
            "an incident has no place for related incidents, contacts and next steps"),
        none(
            "3.3.2-log",
            "§3.3.2",
            "The evidence log names each handler with title and telephone, beside times and places.",
            "an incident has no place for titles and telephone numbers of handlers"));
  }

  private static Rule none(String name, String clause, String statement, String because) {
    return rule(
        name,
        clause,
        Subject.INCIDENT,
        statement,
        asked -> Outcome.notEvidenced(because, Cited.NOTHING));
  }
}
