package dev.firebreak.lint;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionGroup;
import dev.firebreak.action.ActionProfile;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.playbook.Variable;
import dev.firebreak.playbook.Vocabulary;
import dev.firebreak.triage.Rsit;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks at playbooks, their steps, and what these destroy. */
final class PlaybookLint {
  /** Classes that say nothing of what is to be done. */
  private static final ImmutableSet<String> NOT_HANDLED = ImmutableSet.of("other", "test");

  private final ResponsePlan plan;
  private final Findings findings;

  PlaybookLint(ResponsePlan plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  void run() {
    var called = called();
    Findings.each(
        "/playbooks",
        plan.playbooks(),
        (at, book) -> {
          if (book.steps().isEmpty() && book.flow() == null) {
            findings.add(LintRule.PLAYBOOK_EMPTY, at, "playbook " + book.id() + " has no steps");
          }
          if (book.categories().isEmpty() && !called.contains(book.id())) {
            findings.add(LintRule.PLAYBOOK_UNREACHED, at, "nothing leads to playbook " + book.id());
          }
          evidence(at, book);
          branches(at, book);
        });
    classes();
    captures();
  }

  private void captures() {
    var policy = plan.readiness().evidencePolicy();
    var written = policy == null ? null : policy.captureFirst();
    if (written == null) {
      return;
    }
    var destroyed =
        plan.catalogue().all().stream()
            .flatMap(profile -> profile.destroys().stream())
            .collect(toImmutableSet());
    Findings.each(
        "/evidencePolicy/captureFirst",
        written,
        (at, kind) -> {
          if (!destroyed.contains(kind)) {
            findings.add(LintRule.CAPTURE_NEVER_ASKED, at, "no action destroys " + kind);
          }
        });
  }

  private void classes() {
    var categories =
        plan.playbooks().stream()
            .flatMap(book -> book.categories().stream())
            .collect(toImmutableSet());
    var without =
        Rsit.classes().stream()
            .filter(each -> !NOT_HANDLED.contains(each.name()))
            .filter(
                broad ->
                    categories.stream().noneMatch(each -> each.isAmong(ImmutableSet.of(broad))))
            .collect(toImmutableList());
    if (!without.isEmpty()) {
      findings.add(
          LintRule.CLASS_NO_PLAYBOOK,
          "/playbooks",
          "no playbook is for an incident of " + Joiner.on(", ").join(without));
    }
  }

  private void branches(String at, Playbook book) {
    var flow = book.flow();
    if (flow == null) {
      return;
    }
    var types = new LinkedHashMap<String, Variable.Type>();
    var constants = new LinkedHashMap<String, String>();
    for (Variable each : book.variables()) {
      types.put(each.name(), each.type());
      var value = each.value();
      if (each.constant() && !each.external() && value != null) {
        constants.put(each.name(), value);
      }
    }
    var branches =
        new Branches(
            new Vocabulary(plan.severity().names(), ImmutableMap.copyOf(types)),
            ImmutableMap.copyOf(constants));
    flow.nodes()
        .forEach(
            (id, node) ->
                branches
                    .never(node)
                    .forEach(
                        what -> findings.add(LintRule.BRANCH_NEVER, at + "/flow/" + id, what)));
  }

  private ImmutableSet<PlaybookId> called() {
    return plan.playbooks().stream()
        .flatMap(
            book -> {
              var flow = book.flow();
              return flow == null ? Stream.<Node>empty() : flow.nodes().values().stream();
            })
        .filter(Node.Call.class::isInstance)
        .map(node -> ((Node.Call) node).playbook())
        .collect(toImmutableSet());
  }

  /** Finds a step that destroys evidence, after which the playbook begins to secure some. */
  private void evidence(String at, Playbook book) {
    var steps = book.steps();
    for (int i = 0; i < steps.size(); i++) {
      var destroying = i;
      var destroys = profile(steps.get(i)).filter(ActionProfile::destructive).isPresent();
      if (destroys
          && secures(steps, other -> comesBefore(steps, destroying, other))
          && !secures(steps, other -> comesBefore(steps, other, destroying))) {
        findings.add(
            LintRule.EVIDENCE_AFTER_DESTRUCTION,
            at + "/steps/" + i,
            "step " + steps.get(i).id() + " destroys evidence before any is secured");
      }
    }
  }

  private boolean secures(ImmutableList<Step> steps, IntPredicate places) {
    return IntStream.range(0, steps.size()).filter(places).anyMatch(i -> secures(steps.get(i)));
  }

  /** Returns whether one step is told before the other: by phase, then by place. */
  private static boolean comesBefore(ImmutableList<Step> steps, int one, int other) {
    var phase = steps.get(one).phase();
    var than = steps.get(other).phase();
    return phase == than ? one < other : phase.isBefore(than);
  }

  private boolean secures(Step step) {
    return !step.guide().evidence().isEmpty()
        || profile(step).filter(profile -> profile.group() == ActionGroup.EVIDENCE).isPresent();
  }

  private Optional<ActionProfile> profile(Step step) {
    var action = step.action();
    return action == null ? Optional.empty() : plan.profile(action);
  }
}
