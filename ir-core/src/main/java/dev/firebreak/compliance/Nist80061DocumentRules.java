package dev.firebreak.compliance;

import static dev.firebreak.compliance.Outcome.all;
import static dev.firebreak.compliance.PlanParts.at;
import static dev.firebreak.compliance.PlanParts.covers;
import static dev.firebreak.compliance.PlanParts.each;
import static dev.firebreak.compliance.PlanParts.silent;
import static java.util.Comparator.comparing;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.firebreak.plan.Channel;
import dev.firebreak.plan.Definition;
import dev.firebreak.plan.EvidencePolicy;
import dev.firebreak.plan.ReadyForm;
import dev.firebreak.plan.ReportingWay;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RiskAssessment;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.sharing.Audience;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules of NIST SP 800-61 Rev. 2 about what a plan writes down beside its roles and rules. */
final class Nist80061DocumentRules {
  private Nist80061DocumentRules() {}

  static ImmutableList<Rule> rules() {
    return ImmutableList.of(
        rule(
            "2.3.1-scope",
            "§2.3.1",
            "A policy, backed by management, says what it is for and whom it binds.",
            (plan, day) -> policy(plan)),
        rule(
            "2.3.1-definitions",
            "§2.3.1",
            "What an event is and what makes it an incident are told apart.",
            (plan, day) -> definitions(plan.governance().definitions())),
        rule(
            "2.3.1-measures",
            "§2.3.1–2.3.2",
            "How well the response works is measured by named figures.",
            (plan, day) ->
                each("/metrics", plan.governance().metrics(), "ends or a count", metric -> true)),
        rule(
            "2.3.1-forms",
            "§2.3.1",
            "Forms for reports and contacts are ready.",
            (plan, day) -> forms(plan)),
        rule(
            "2.3.2-mission",
            "§2.3.2",
            "Mission, strategy, goals and the way to get better are set out.",
            (plan, day) -> mission(plan)),
        rule(
            "3.1.1-contacts",
            "§3.1.1",
            "Every contact has a second one, and there is a second channel to reach them.",
            (plan, day) -> all(contacts(plan), channels(plan.staffing().channels()))),
        rule(
            "3.1.1-anonymous",
            "§3.1.1",
            "People can report what they see, and need not say who they are.",
            (plan, day) -> anonymous(plan.staffing().reporting())),
        Nist80061.rule(
            "3.1.2-risk",
            "§3.1.2",
            Subject.PROGRAMME,
            "Risks are assessed again and again, and prevention follows from it.",
            asked -> risk(asked.plan().readiness().riskAssessments(), asked.day())),
        rule(
            "3.4.3-retention",
            "§3.4.3",
            "How long evidence is kept is decided with prosecution, other rules and cost in mind.",
            (plan, day) -> retention(plan)));
  }

  private static Rule rule(
      String name,
      String clause,
      String statement,
      BiFunction<ResponsePlan, LocalDate, Outcome> test) {
    return Nist80061.rule(
        name, clause, Subject.PLAN, statement, asked -> test.apply(asked.plan(), asked.day()));
  }

  private static Outcome policy(ResponsePlan plan) {
    return plan.governance().policy() == null
        ? silent("/policy")
        : Outcome.pass("the policy says so", Cited.plan("/policy"));
  }

  private static Outcome definitions(ImmutableList<Definition> definitions) {
    var told =
        covers(
            "/definitions",
            definitions,
            ImmutableSet.of("event", "incident"),
            term -> at("/definitions", definitions, each -> isOf(term, each)));
    var texts =
        definitions.stream()
            .filter(each -> isOf("event", each) || isOf("incident", each))
            .map(Definition::text);
    return told.verdict() == Verdict.PASS && texts.distinct().count() < 2
        ? Outcome.fail("event and incident are the same", Cited.plan("/definitions"))
        : told;
  }

  private static boolean isOf(String term, Definition definition) {
    return Ascii.equalsIgnoreCase(term, definition.term());
  }

  private static Outcome forms(ResponsePlan plan) {
    var forms = plan.staffing().forms();
    return all(
        covers(
            "/forms",
            forms,
            ImmutableSet.of(ReadyForm.Kind.INCIDENT_REPORT),
            kind -> at("/forms", forms, form -> form.kind() == kind)),
        each("/contacts", plan.staffing().contacts(), "a name", contact -> true));
  }

  private static Outcome mission(ResponsePlan plan) {
    var mission = plan.governance().mission();
    if (mission == null) {
      return silent("/mission");
    }
    var missing = ImmutableList.<String>builder();
    if (mission.strategy() == null) {
      missing.add("a strategy");
    }
    if (mission.goals().isEmpty()) {
      missing.add("goals");
    }
    if (mission.roadmap() == null) {
      missing.add("a roadmap");
    }
    if (mission.organisation() == null) {
      missing.add("its place in the organisation");
    }
    var lacks = Joiner.on(", ").join(missing.build());
    var cited = Cited.plan("/mission");
    return lacks.isEmpty()
        ? Outcome.pass("the mission is set out", cited)
        : Outcome.fail("the mission lacks " + lacks, cited);
  }

  private static Outcome contacts(ResponsePlan plan) {
    return each(
        "/contacts",
        plan.staffing().contacts(),
        "a second way to be reached, or a way to make sure who it is",
        contact -> contact.reach().size() > 1 && contact.verify() != null);
  }

  private static Outcome channels(ImmutableList<Channel> channels) {
    if (channels.size() == 1) {
      return Outcome.fail("there is only one channel", Cited.plan("/channels/0"));
    }
    return some("/channels", channels, "one out of band", Channel::outOfBand);
  }

  private static Outcome anonymous(ImmutableList<ReportingWay> ways) {
    return some("/reporting", ways, "an anonymous way", ReportingWay::anonymous);
  }

  private static <T> Outcome some(
      String list, ImmutableList<T> items, String what, Predicate<T> fits) {
    return covers(list, items, ImmutableSet.of(what), each -> at(list, items, fits));
  }

  private static Outcome risk(ImmutableList<RiskAssessment> assessments, LocalDate day) {
    var latest =
        IntStream.range(0, assessments.size())
            .boxed()
            .filter(i -> !assessments.get(i).on().isAfter(day))
            .max(comparing(i -> assessments.get(i).on()));
    if (latest.isEmpty()) {
      return silent("/riskAssessments");
    }
    var assessment = assessments.get(latest.get());
    var cited = Cited.plan("/riskAssessments/" + latest.get());
    var due = assessment.on().plusDays(assessment.again().toDays());
    if (day.isAfter(due)) {
      return Outcome.fail("the next assessment was due on " + due, cited);
    }
    return assessment.led() == null
        ? Outcome.fail("nothing followed from the last assessment", cited)
        : Outcome.pass("risks were assessed on " + assessment.on(), cited);
  }

  private static Outcome retention(ResponsePlan plan) {
    var policy = plan.readiness().evidencePolicy();
    if (policy == null) {
      return silent("/evidencePolicy");
    }
    var cited = Cited.plan("/evidencePolicy");
    var missing =
        Sets.difference(ImmutableSet.copyOf(EvidencePolicy.Concern.values()), policy.weighed());
    return missing.isEmpty()
        ? Outcome.pass("all concerns were weighed", cited)
        : Outcome.fail("it does not weigh " + Joiner.on(", ").join(missing), cited);
  }

  /** Passes when a team model is chosen, which brings staffing and hours with it. */
  static Outcome team(ResponsePlan plan) {
    return plan.staffing().team() == null
        ? silent("/team")
        : Outcome.pass("the team model is chosen", Cited.plan("/team"));
  }

  /** Passes when each of these audiences has a contact with more than one way to be reached. */
  static Outcome reached(ResponsePlan plan, ImmutableSet<Audience> audiences) {
    var contacts = plan.staffing().contacts();
    return covers(
        "/contacts",
        contacts,
        audiences,
        audience ->
            at(
                "/contacts",
                contacts,
                each -> each.audience() == audience && each.reach().size() > 1));
  }

  /** Passes when every playbook was part of an exercise and of a training by that day. */
  static Outcome triedOut(ResponsePlan plan, LocalDate day) {
    var exercises = plan.readiness().exercises();
    var trainings = plan.readiness().trainings();
    return all(
        books(
            plan.playbooks().stream(),
            "/exercises",
            exercises,
            book ->
                at(
                    "/exercises",
                    exercises,
                    each -> !each.on().isAfter(day) && each.playbooks().contains(book))),
        books(
            plan.playbooks().stream(),
            "/trainings",
            trainings,
            book ->
                at(
                    "/trainings",
                    trainings,
                    each -> !each.on().isAfter(day) && each.playbooks().contains(book))));
  }

  /**
   * Passes when every playbook for a category has a strategy of containment that was chosen by
   * criteria; those without are parts of others.
   */
  static Outcome strategies(ResponsePlan plan) {
    var strategies = plan.readiness().strategies();
    return books(
        plan.playbooks().stream().filter(book -> !book.categories().isEmpty()),
        "/strategies",
        strategies,
        book ->
            at(
                "/strategies",
                strategies,
                each -> each.playbook().equals(book) && !each.criteria().isEmpty()));
  }

  private static Outcome books(
      Stream<Playbook> playbooks,
      String list,
      ImmutableList<?> items,
      Function<PlaybookId, ImmutableList<String>> whereIs) {
    var books = playbooks.map(Playbook::id).collect(ImmutableSet.toImmutableSet());
    return books.isEmpty() ? silent("/playbooks") : covers(list, items, books, whereIs);
  }
}
