package dev.firebreak.lint;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.people.Authority;
import dev.firebreak.plan.LevelRule;
import dev.firebreak.plan.OnCall;
import dev.firebreak.plan.PlanApproval;
import dev.firebreak.plan.RecoveryCriterion;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at roles, and at who may decide and approve. */
final class RoleLint {
  private final ResponsePlan plan;
  private final Findings findings;

  RoleLint(ResponsePlan plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  void run() {
    var used = used();
    Findings.each("/roles", plan.roles(), (at, role) -> role(at, role, used));
    for (Authority authority : List.of(Authority.WAIVE, Authority.CLOSE)) {
      if (plan.entitledTo(authority).stream().allMatch(role -> holders(role).isEmpty())) {
        findings.add(LintRule.AUTHORITY_NOBODY, "/roles", "nobody has the authority " + authority);
      }
    }
    Findings.each(
        "/playbooks",
        plan.playbooks(),
        (at, book) -> Findings.each(at + "/steps", book.steps(), this::approval));
  }

  private void role(String at, RoleDefinition role, Set<Role> used) {
    var people = ImmutableSet.copyOf(role.holders());
    if (people.isEmpty()) {
      findings.add(LintRule.ROLE_NO_HOLDER, at, "nobody holds the role " + role.role());
    } else if (people.size() == 1) {
      var only = "only " + people.iterator().next() + " holds the role " + role.role();
      findings.add(LintRule.ROLE_NO_DEPUTY, at, only);
    }
    if (!used.contains(role.role()) && role.authorities().isEmpty() && role.duties().isEmpty()) {
      findings.add(LintRule.ROLE_UNUSED, at, "the role " + role.role() + " has nothing to do");
    }
  }

  private void approval(String at, Step step) {
    var approver = step.approvedBy();
    if (approver == null) {
      return;
    }
    var approvers = holders(approver);
    if (approvers.size() < step.approvals()) {
      findings.add(
          LintRule.APPROVAL_IMPOSSIBLE,
          at + "/approval",
          "step %s needs %s approvals of %s, which %s people hold"
              .formatted(step.id(), step.approvals(), approver, approvers.size()));
      return;
    }
    for (Actor asker : holders(step.role())) {
      if (approvers.contains(asker) && approvers.size() - 1 < step.approvals()) {
        findings.add(
            LintRule.APPROVAL_BY_ASKER,
            at + "/approval",
            "when %s does step %s, %s are left to approve it, of %s"
                .formatted(asker, step.id(), approvers.size() - 1, step.approvals()));
      }
    }
  }

  private ImmutableSet<Actor> holders(Role role) {
    return plan.definition(role)
        .map(definition -> ImmutableSet.copyOf(definition.holders()))
        .orElse(ImmutableSet.of());
  }

  /** Returns the roles that something of the plan names. */
  private Set<Role> used() {
    Set<Role> used = new HashSet<>();
    plan.approvals().stream().map(PlanApproval::role).forEach(used::add);
    plan.levelRules().stream().map(LevelRule::calls).forEach(used::addAll);
    plan.communications().forEach(rule -> add(rule.approver(), used));
    plan.escalation().forEach(level -> used.add(level.to()));
    plan.recovery().stream().map(RecoveryCriterion::confirmedBy).forEach(used::add);
    plan.commands().forEach(rule -> used.addAll(rule.roles()));
    plan.staffing().contacts().forEach(contact -> add(contact.role(), used));
    plan.staffing().onCall().stream().map(OnCall::role).forEach(used::add);
    plan.playbooks().stream().map(RoleLint::inPlaybook).forEach(used::addAll);
    return used;
  }

  private static void add(@Nullable Role role, Collection<Role> roles) {
    if (role != null) {
      roles.add(role);
    }
  }

  private static Collection<Role> inPlaybook(Playbook book) {
    var roles = new ArrayList<Role>();
    for (Step step : book.steps()) {
      roles.add(step.role());
      add(step.approvedBy(), roles);
    }
    var flow = book.flow();
    if (flow != null) {
      flow.nodes().values().stream().flatMap(RoleLint::deciding).forEach(roles::add);
    }
    return roles;
  }

  private static Stream<Role> deciding(Node node) {
    if (node instanceof Node.If branch) {
      return Stream.of(branch.question().role());
    }
    if (node instanceof Node.While loop) {
      return Stream.of(loop.question().role());
    }
    return node instanceof Node.Switch cases ? Stream.of(cases.question().role()) : Stream.empty();
  }
}
