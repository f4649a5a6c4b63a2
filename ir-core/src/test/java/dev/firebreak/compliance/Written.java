package dev.firebreak.compliance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.plan.Backup;
import dev.firebreak.plan.Channel;
import dev.firebreak.plan.Contact;
import dev.firebreak.plan.ContainmentStrategy;
import dev.firebreak.plan.Definition;
import dev.firebreak.plan.Distribution;
import dev.firebreak.plan.EvidencePolicy;
import dev.firebreak.plan.Exercise;
import dev.firebreak.plan.LinkedPlan;
import dev.firebreak.plan.Metric;
import dev.firebreak.plan.Mission;
import dev.firebreak.plan.OnCall;
import dev.firebreak.plan.PlanChange;
import dev.firebreak.plan.PlanReview;
import dev.firebreak.plan.ReadyForm;
import dev.firebreak.plan.ReportingWay;
import dev.firebreak.plan.Resource;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.ResponsePolicy;
import dev.firebreak.plan.RiskAssessment;
import dev.firebreak.plan.Supplier;
import dev.firebreak.plan.Team;
import dev.firebreak.plan.Technique;
import dev.firebreak.plan.Training;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.sharing.Audience;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What a plan with a playbook for ransomware writes down beside its roles and rules. */
public final class Written {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Role MANAGER = new Role("incident-manager");
  private static final ImmutableSet<PlaybookId> BOOKS =
      ImmutableSet.of(new PlaybookId("ransomware"));

  private Written() {}

  /** Returns the builder, with every section filled. */
  public static ResponsePlan.Builder in(ResponsePlan.Builder plan) {
    return prepared(reached(governed(plan)));
  }

  private static ResponsePlan.Builder governed(ResponsePlan.Builder plan) {
    return plan.policy(new ResponsePolicy("The board stands behind it.", "To limit harm", "All"))
        .definitions(
            new Definition("Event", "Something that is seen"),
            new Definition("Incident", "An event that does harm"))
        .mission(
            new Mission(
                "To limit harm",
                "Contain first",
                ImmutableList.of("Nobody waits for an hour"),
                "Automate what is asked twice",
                "Reports to the board"))
        .metrics(
            new Metric("contain", Milestone.DECLARED, Milestone.CONTAINED, Duration.ofHours(4)),
            new Metric("incidents a month", null, null, null))
        .reviews(new PlanReview(DAY, new Actor("carl"), "fit for use"))
        .changes(new PlanChange("2026.1", DAY, "New press desk"))
        .distribution(new Distribution("Team", "Printed, in the crisis room"));
  }

  private static ResponsePlan.Builder reached(ResponsePlan.Builder plan) {
    return plan.team(new Team(Team.Model.CENTRAL, Team.Staffing.OWN, Team.Hours.AROUND_THE_CLOCK))
        .contacts(Stream.of(Audience.values()).map(Written::contact).toArray(Contact[]::new))
        .channels(
            new Channel("chat", "Daily work", false),
            new Channel("mobile", "If chat is down", true))
        .onCall(new OnCall(MANAGER, "Nights", ImmutableList.of(new Actor("ann"))))
        .reporting(new ReportingWay("box", "A letter box in the hall", true))
        .forms(new ReadyForm(ReadyForm.Kind.INCIDENT_REPORT, "Report", "intranet/report"));
  }

  private static Contact contact(Audience audience) {
    return new Contact(
        "desk " + audience,
        MANAGER,
        audience,
        ImmutableList.of("+1 555 0100", "desk@example.org"),
        "Call back on the number in the printed list",
        DAY);
  }

  private static ResponsePlan.Builder prepared(ResponsePlan.Builder plan) {
    return plan.trainings(new Training("Playbooks", DAY, ImmutableSet.of(MANAGER), BOOKS))
        .exercises(
            new Exercise("Ransom", Exercise.Kind.TABLETOP, DAY, ImmutableSet.of(MANAGER), BOOKS))
        .riskAssessments(new RiskAssessment("Yearly", DAY, YEAR, "Offline backups"))
        .backups(new Backup("File server", "Vault", true, DAY))
        .plans(new LinkedPlan(LinkedPlan.Kind.CONTINUITY, "Continuity", "intranet/bcp"))
        .resources(new Resource("Laptop", "Forensics", "Safe"))
        .suppliers(
            new Supplier("Cloud", "Hosting", Duration.ofDays(1), ImmutableList.of("+1 555 0101")))
        .evidencePolicy(
            new EvidencePolicy(
                YEAR,
                ImmutableSet.copyOf(EvidencePolicy.Concern.values()),
                "Two pairs of eyes",
                null))
        .strategies(
            new ContainmentStrategy(
                new PlaybookId("ransomware"),
                "Cut off",
                ImmutableSet.copyOf(ContainmentStrategy.Criterion.values())))
        .techniques(new Technique("T1486", "Data encrypted for impact", BOOKS));
  }
}
