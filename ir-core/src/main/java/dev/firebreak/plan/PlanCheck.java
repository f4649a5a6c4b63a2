package dev.firebreak.plan;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.Step;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a plan names but does not have, or has twice. */
final class PlanCheck {
  private final List<PlanProblem> problems = new ArrayList<>();
  private final ImmutableSet<Role> roles;

  private PlanCheck(ImmutableList<RoleDefinition> definitions) {
    this.roles = definitions.stream().map(RoleDefinition::role).collect(toImmutableSet());
  }

  static List<PlanProblem> check(
      ImmutableList<PlanApproval> approvals,
      ImmutableList<RoleDefinition> roles,
      SeverityMatrix severity,
      Severity majorFrom,
      ImmutableList<Playbook> playbooks,
      ImmutableList<CommunicationRule> communications,
      ImmutableList<Obligation> obligations,
      ImmutableList<EscalationLevel> escalation) {
    var check = new PlanCheck(roles);
    var approvalIndex = 0;
    for (PlanApproval approval : approvals) {
      check.knows(approval.role(), "/approvals/" + approvalIndex++ + "/role");
    }
    check.unique("/roles", "role", roles.stream().map(RoleDefinition::role).toList());
    if (!severity.levels().contains(majorFrom)) {
      check.add("/severity/majorFrom", "no severity level " + majorFrom);
    }
    check.playbooks(playbooks);
    for (int i = 0; i < communications.size(); i++) {
      check.knows(communications.get(i).approver(), "/communications/" + i + "/approver");
    }
    check.unique("/obligations", "obligation", obligations.stream().map(Obligation::id).toList());
    for (int i = 0; i < escalation.size(); i++) {
      check.knows(escalation.get(i).to(), "/escalation/" + i + "/to");
    }
    return check.problems;
  }

  private void playbooks(ImmutableList<Playbook> playbooks) {
    unique("/playbooks", "playbook", playbooks.stream().map(Playbook::id).toList());
    unique(
        "/playbooks",
        "category",
        playbooks.stream().flatMap(playbook -> playbook.categories().stream()).toList());
    unique(
        "/playbooks",
        "step",
        playbooks.stream().flatMap(playbook -> playbook.steps().stream()).map(Step::id).toList());
    for (int i = 0; i < playbooks.size(); i++) {
      var steps = playbooks.get(i).steps();
      for (int j = 0; j < steps.size(); j++) {
        var at = "/playbooks/" + i + "/steps/" + j;
        knows(steps.get(j).role(), at + "/role");
        knows(steps.get(j).approvedBy(), at + "/approval/by");
      }
    }
  }

  private void knows(@Nullable Role role, String pointer) {
    if (role != null && !roles.contains(role)) {
      add(pointer, "no role " + role + " in this plan, which has " + roles);
    }
  }

  private <T> void unique(String pointer, String what, List<T> values) {
    Set<T> seen = new HashSet<>();
    for (T value : values) {
      if (!seen.add(value)) {
        add(pointer, what + " " + value + " is there twice");
      }
    }
  }

  private void add(String pointer, String message) {
    problems.add(new PlanProblem(pointer, message));
  }
}
