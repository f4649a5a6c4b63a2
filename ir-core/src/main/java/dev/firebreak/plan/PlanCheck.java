package dev.firebreak.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionCatalogue;
import dev.firebreak.action.ActionProfile;
import dev.firebreak.action.ActionType;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.Step;
import dev.firebreak.severity.NcissScale;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.triage.Category;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what a plan names but does not have, or has twice. */
final class PlanCheck {
  private final List<PlanProblem> problems = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();
  private final ImmutableSet<Role> roles;
  private ImmutableList<String> roleNames = ImmutableList.of();
  private final ImmutableSet<Category> categories;

  private PlanCheck(ImmutableList<RoleDefinition> definitions, ImmutableList<Playbook> playbooks) {
    this.roles = definitions.stream().map(RoleDefinition::role).collect(toImmutableSet());
    this.categories =
        playbooks.stream()
            .flatMap(playbook -> playbook.categories().stream())
            .collect(toImmutableSet());
  }

  static List<PlanProblem> check(
      ImmutableList<PlanApproval> approvals,
      ImmutableList<RoleDefinition> roles,
      SeverityMatrix severity,
      Severity majorFrom,
      @Nullable NcissScale nciss,
      ImmutableList<LevelRule> levelRules,
      ImmutableList<Playbook> playbooks,
      ImmutableList<CommunicationRule> communications,
      ImmutableList<Obligation> obligations,
      ImmutableList<EscalationLevel> escalation,
      ImmutableList<RecoveryCriterion> recovery,
      ImmutableList<ActionProfile> actions,
      ImmutableList<CommandRule> commands,
      DocumentCheck document) {
    var check = new PlanCheck(roles, playbooks);
    each(approvals, (at, approval) -> check.knows(approval.role(), "/approvals" + at + "/role"));
    each(roles, (at, each) -> check.once("role", each.role(), "/roles" + at));
    if (!severity.levels().contains(majorFrom)) {
      check.expected("severity level", majorFrom.name(), severity.names(), "/severity/majorFrom");
    }
    if (nciss != null) {
      check.levels(nciss.from().keySet(), severity, "/severity/nciss");
    }
    each(levelRules, (at, rule) -> check.rule(rule, severity, "/severity/rules" + at));
    each(playbooks, (at, playbook) -> check.playbook(playbook, "/playbooks" + at));
    check.problems.addAll(FlowCheck.check(playbooks, severity.names(), check.roles));
    each(
        communications,
        (at, rule) -> check.knows(rule.approver(), "/communications" + at + "/approver"));
    each(obligations, (at, duty) -> check.obligation(duty, severity, "/obligations" + at));
    check.stages(obligations);
    each(escalation, (at, level) -> check.knows(level.to(), "/escalation" + at + "/to"));
    each(
        recovery,
        (at, criterion) -> {
          check.once("criterion", criterion.id(), "/recovery" + at + "/id");
          check.knows(criterion.confirmedBy(), "/recovery" + at + "/confirmedBy");
        });
    var types = ActionCatalogue.STANDARD.with(actions);
    each(actions, (at, profile) -> check.action(profile, types, "/actions" + at));
    commands.forEach(check::command);
    var books = playbooks.stream().map(Playbook::id).collect(toImmutableSet());
    check.problems.addAll(document.problems(check.roles, books));
    return check.problems;
  }

  private void levels(Set<Severity> levels, SeverityMatrix severity, String at) {
    for (Severity level : levels) {
      if (!severity.levels().contains(level)) {
        expected("severity level", level.name(), severity.names(), at + "/" + level);
      }
    }
  }

  private void rule(LevelRule rule, SeverityMatrix severity, String at) {
    if (!severity.levels().contains(rule.from())) {
      expected("severity level", rule.from().name(), severity.names(), at + "/from");
    }
    each(rule.calls(), (index, role) -> knows(role, at + "/calls" + index));
  }

  private void playbook(Playbook playbook, String at) {
    once("playbook", playbook.id(), at + "/id");
    each(
        playbook.categories(),
        (index, category) -> once("category", category, at + "/categories" + index));
    each(playbook.steps(), (index, step) -> step(step, at + "/steps" + index));
    if (playbook.flow() != null) {
      playbook
          .flow()
          .nodes()
          .forEach(
              (id, node) -> {
                if (!(node instanceof Node.Do)) {
                  once("step", id, at + "/flow/" + id);
                }
              });
    }
  }

  private void step(Step step, String at) {
    once("step", step.id(), at + "/id");
    knows(step.role(), at + "/role");
    knows(step.approvedBy(), at + "/approval/by");
  }

  private void action(ActionProfile profile, ActionCatalogue types, String at) {
    once("action type", profile.type(), at + "/type");
    var undoneBy = profile.undoneBy();
    if (undoneBy != null && types.find(undoneBy).isEmpty()) {
      var known = types.all().stream().map(ActionProfile::type).map(ActionType::name);
      expected("action type", undoneBy.name(), known.collect(toImmutableList()), at + "/undoneBy");
    }
  }

  private void command(CommandRule rule) {
    var at = "/commands/" + rule.command();
    once("command", rule.command(), at);
    each(rule.roles(), (index, role) -> knows(role, at + index));
  }

  private void obligation(Obligation duty, SeverityMatrix severity, String at) {
    once("obligation", duty.id(), at + "/id");
    levels(duty.term().levels().keySet(), severity, at + "/levels");
    each(
        duty.categories(),
        (index, category) -> {
          if (!hasPlaybook(category)) {
            var pointer = at + "/categories" + index;
            expected("category", category.name(), names(categories, Category::name), pointer);
          }
        });
  }

  /** Checks that a stage follows one that there is, and that none waits for itself. */
  private void stages(ImmutableList<Obligation> obligations) {
    var starts = new HashMap<ObligationId, Set<ObligationId>>();
    for (Obligation duty : obligations) {
      starts.put(duty.id(), new HashSet<>(stagesIn(duty.starts())));
    }
    var known = ImmutableSet.copyOf(starts.keySet());
    each(
        obligations,
        (at, duty) -> {
          for (ObligationId stage : stagesIn(duty.triggers())) {
            if (!known.contains(stage)) {
              var names = names(known, ObligationId::value);
              expected("obligation", stage.value(), names, "/obligations" + at);
            }
          }
        });
    // what starts without waiting for another is taken away, until nothing more can be
    while (starts.values().removeIf(Set::isEmpty)) {
      starts.values().forEach(stages -> stages.removeIf(stage -> !starts.containsKey(stage)));
    }
    each(
        obligations,
        (at, duty) -> {
          if (starts.containsKey(duty.id())) {
            problems.add(
                new PlanProblem(
                    "/obligations" + at, "obligation " + duty.id() + " waits for its own end"));
          }
        });
  }

  private static ImmutableList<ObligationId> stagesIn(Set<Trigger> triggers) {
    return triggers.stream()
        .filter(Trigger.Fulfilled.class::isInstance)
        .map(trigger -> ((Trigger.Fulfilled) trigger).obligation())
        .collect(toImmutableList());
  }

  /** Returns whether a playbook is for the category, for its class, or for one that is in it. */
  private boolean hasPlaybook(Category category) {
    return category.isAmong(categories)
        || categories.stream().anyMatch(each -> each.isAmong(ImmutableSet.of(category)));
  }

  private static <T> void each(Iterable<T> values, BiConsumer<String, T> check) {
    var index = 0;
    for (T value : values) {
      check.accept("/" + index++, value);
    }
  }

  private void knows(@Nullable Role role, String pointer) {
    if (role != null && !roles.contains(role)) {
      if (roleNames.isEmpty()) {
        roleNames = names(roles, Role::name);
      }
      expected("role", role.name(), roleNames, pointer);
    }
  }

  private void once(String what, Object value, String pointer) {
    if (!seen.add(value)) {
      problems.add(new PlanProblem(pointer, what + " " + value + " is there twice"));
    }
  }

  private static <T> ImmutableList<String> names(Set<T> values, Function<T, String> name) {
    return values.stream().map(name).collect(toImmutableList());
  }

  private void expected(String what, String value, ImmutableList<String> words, String pointer) {
    problems.add(PlanProblem.unknown(pointer, what, value, words));
  }
}
