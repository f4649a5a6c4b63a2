package dev.firebreak.compliance;

import static dev.firebreak.compliance.Outcome.all;
import static dev.firebreak.compliance.PlanParts.at;
import static dev.firebreak.compliance.PlanParts.covers;
import static dev.firebreak.compliance.PlanParts.each;
import static dev.firebreak.compliance.PlanParts.silent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.CommunicationRule;
import dev.firebreak.plan.PlanApproval;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.sharing.Audience;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The rules of NIST SP 800-61 Rev. 2 that a plan answers, whole or in part. */
final class Nist80061PlanRules {
  private static final ImmutableSet<Authority> POWERS =
      ImmutableSet.of(
          Authority.DISCONNECT, Authority.CONFISCATE, Authority.MONITOR, Authority.CLOSE);

  private static final ImmutableSet<RoleKind> SENIOR =
      ImmutableSet.of(RoleKind.LEADERSHIP, RoleKind.MANAGEMENT_BODY);

  private static final ImmutableSet<RoleKind> GROUPS =
      ImmutableSet.of(
          RoleKind.LEADERSHIP,
          RoleKind.INFOSEC,
          RoleKind.IT_SUPPORT,
          RoleKind.LEGAL,
          RoleKind.PUBLIC_AFFAIRS,
          RoleKind.HR,
          RoleKind.BCP,
          RoleKind.PHYSICAL_SECURITY);

  private static final ImmutableSet<Audience> OUTSIDERS =
      ImmutableSet.of(Audience.MEDIA, Audience.LAW_ENFORCEMENT, Audience.CSIRT, Audience.SUPPLIERS);

  private static final ImmutableSet<Audience> TOLD =
      ImmutableSet.of(Audience.EXECUTIVES, Audience.LEGAL, Audience.LAW_ENFORCEMENT);

  private Nist80061PlanRules() {}

  static ImmutableList<Rule> rules() {
    return ImmutableList.of(
        rule(
            "2.3.1-authority",
            "§2.3.1",
            "The powers to disconnect, to seize, to watch and to hand over belong to roles that"
                + " somebody holds, and an escalation path is set.",
            (plan, day) -> all(powers(plan), escalationPath(plan))),
        rule(
            "2.3.1-severity",
            "§2.3.1",
            "Incidents are ranked on a scale of at least two levels.",
            (plan, day) -> severity(plan)),
        rule(
            "2.3.2-approval",
            "§2.3.2",
            "Somebody in senior management has approved this very version.",
            Nist80061PlanRules::approval),
        rule(
            "2.3.2-communication",
            "§2.3.2",
            "The approach is written down, and so is how people inside and outside are told.",
            (plan, day) -> all(approach(plan), insideAndOutside(plan))),
        rule(
            "2.3.2-annual",
            "§2.3.2",
            "The last review of the plan is not older than twelve months.",
            Nist80061PlanRules::reviewed),
        rule(
            "2.3.3-procedures",
            "§2.3.3",
            "Every playbook has steps, which have been tried out and trained.",
            (plan, day) ->
                all(
                    each("/playbooks", plan.playbooks(), "steps", book -> !book.steps().isEmpty()),
                    Nist80061DocumentRules.triedOut(plan, day))),
        rule(
            "2.3.4-sharing",
            "§2.3.4",
            "Who agrees to talks with media, police, other teams and suppliers is settled, and the"
                + " media contact has a deputy.",
            (plan, day) -> all(outsiders(plan), staffed(plan, RoleKind.MEDIA_CONTACT, true))),
        rule(
            "2.4-structure",
            "§2.4.1–2.4.3",
            "Team model, staffing and hours are chosen; a manager with a deputy and a technical"
                + " lead are named.",
            (plan, day) ->
                all(
                    staffed(plan, RoleKind.INCIDENT_MANAGER, true),
                    staffed(plan, RoleKind.TECH_LEAD, false),
                    Nist80061DocumentRules.team(plan))),
        rule(
            "2.4.4-groups",
            "§2.4.4",
            "The plan has a role for every group in the house that the team leans on.",
            (plan, day) ->
                covers(
                    "/roles",
                    plan.roles(),
                    GROUPS,
                    kind -> roles(plan, role -> role.kind() == kind))),
        rule(
            "3.2.6-escalation",
            "§3.2.6",
            "Somebody who does not answer in time is followed by the next level, and each level has"
                + " people.",
            (plan, day) -> escalation(plan)),
        rule(
            "3.2.7-notify",
            "§3.2.7",
            "Who is told of which incidents is listed, with more than one way to reach them.",
            (plan, day) ->
                all(
                    communications(plan, TOLD, told -> true),
                    Nist80061DocumentRules.reached(plan, TOLD))),
        rule(
            "3.3.1-strategy",
            "§3.3.1",
            "Each playbook for a category says how to contain, itself or by another that it calls,"
                + " and by which criteria that way was chosen.",
            (plan, day) ->
                all(
                    each(
                        "/playbooks",
                        plan.playbooks(),
                        "a containment step",
                        book -> book.categories().isEmpty() || contains(book, plan)),
                    Nist80061DocumentRules.strategies(plan))));
  }

  private static Rule rule(
      String name,
      String clause,
      String statement,
      BiFunction<ResponsePlan, LocalDate, Outcome> test) {
    return Nist80061.rule(
        name, clause, Subject.PLAN, statement, asked -> test.apply(asked.plan(), asked.day()));
  }

  /** Returns whether a playbook, or one that it calls, has a step of containment. */
  private static boolean contains(Playbook book, ResponsePlan plan) {
    if (book.steps().stream().anyMatch(step -> step.phase() == Phase.CONTAINMENT)) {
      return true;
    }
    var flow = book.flow();
    return flow != null
        && flow.nodes().values().stream()
            .filter(Node.Call.class::isInstance)
            .map(node -> ((Node.Call) node).playbook())
            .anyMatch(
                called ->
                    plan.playbooks().stream()
                        .anyMatch(each -> each.id().equals(called) && contains(each, plan)));
  }

  private static Outcome powers(ResponsePlan plan) {
    return covers(
        "/roles",
        plan.roles(),
        POWERS,
        power -> roles(plan, role -> role.authorities().contains(power) && isHeld(role)));
  }

  private static Outcome escalationPath(ResponsePlan plan) {
    return plan.escalation().isEmpty()
        ? silent("/escalation")
        : Outcome.pass("an escalation path is set", Cited.plan("/escalation"));
  }

  private static Outcome severity(ResponsePlan plan) {
    int levels = plan.severity().levels().size();
    var cited = Cited.plan("/severity/levels");
    return levels >= 2
        ? Outcome.pass("there are " + levels + " levels", cited)
        : Outcome.fail("there is only one level", cited);
  }

  private static Outcome approval(ResponsePlan plan, LocalDate day) {
    if (plan.approvals().isEmpty()) {
      return silent("/approvals");
    }
    var fit = at("/approvals", plan.approvals(), approval -> counts(approval, plan, day));
    return fit.isEmpty()
        ? Outcome.fail(
            "no approval by senior management is for version " + plan.version().version(),
            Cited.plan("/approvals"))
        : Outcome.pass("senior management has approved it", Cited.plan(fit));
  }

  private static boolean counts(PlanApproval approval, ResponsePlan plan, LocalDate day) {
    return approval.version().equals(plan.version().version())
        && !approval.on().isAfter(day)
        && plan.definition(approval.role())
            .filter(role -> SENIOR.contains(role.kind()))
            .isPresent();
  }

  private static Outcome approach(ResponsePlan plan) {
    var approach = plan.approach();
    return approach == null || approach.isBlank()
        ? silent("/approach")
        : Outcome.pass("the approach is written down", Cited.plan("/approach"));
  }

  private static Outcome insideAndOutside(ResponsePlan plan) {
    var sides = ImmutableSet.of("a rule for people inside", "a rule for people outside");
    return covers(
        "/communications",
        plan.communications(),
        sides,
        side ->
            at(
                "/communications",
                plan.communications(),
                rule -> rule.audience().internal() == side.endsWith("inside")));
  }

  private static Outcome reviewed(ResponsePlan plan, LocalDate day) {
    var reviewed = plan.reviewed();
    if (reviewed == null || reviewed.isAfter(day)) {
      return silent("/reviewed");
    }
    var cited = Cited.plan("/reviewed");
    return day.isAfter(reviewed.plusMonths(12))
        ? Outcome.fail("the last review was on " + reviewed, cited)
        : Outcome.pass("it was reviewed on " + reviewed, cited);
  }

  private static Outcome outsiders(ResponsePlan plan) {
    return communications(plan, OUTSIDERS, rule -> rule.approver() != null);
  }

  private static Outcome communications(
      ResponsePlan plan, ImmutableSet<Audience> audiences, Predicate<CommunicationRule> fits) {
    return covers(
        "/communications",
        plan.communications(),
        audiences,
        audience ->
            at(
                "/communications",
                plan.communications(),
                rule -> rule.audience() == audience && fits.test(rule)));
  }

  private static Outcome escalation(ResponsePlan plan) {
    if (plan.escalation().size() == 1) {
      return Outcome.fail("there is no next level", Cited.plan("/escalation/0"));
    }
    return each(
        "/escalation",
        plan.escalation(),
        "somebody to ask",
        level -> plan.definition(level.to()).filter(Nist80061PlanRules::isHeld).isPresent());
  }

  /** Passes when the role is held, and if that is asked, by somebody else too. */
  private static Outcome staffed(ResponsePlan plan, RoleKind kind, boolean deputy) {
    var what = deputy ? kind + " with a deputy" : kind.toString();
    return covers(
        "/roles",
        plan.roles(),
        ImmutableSet.of(what),
        each ->
            roles(
                plan,
                role ->
                    role.kind() == kind
                        && isHeld(role)
                        && (!deputy || ImmutableSet.copyOf(role.holders()).size() > 1)));
  }

  private static boolean isHeld(RoleDefinition role) {
    return !role.holders().isEmpty();
  }

  private static ImmutableList<String> roles(ResponsePlan plan, Predicate<RoleDefinition> fits) {
    return at("/roles", plan.roles(), fits);
  }
}
