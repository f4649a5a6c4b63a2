package dev.firebreak.lint;

import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.Period;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.EscalationLevel;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.Step;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at deadlines, and at whom the plan wants to be told. */
final class DutyLint {
  private final ResponsePlan plan;
  private final Findings findings;

  DutyLint(ResponsePlan plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  void run() {
    Findings.each(
        "/obligations",
        plan.obligations(),
        (at, duty) -> {
          categories(at, duty);
          escalation(at, duty);
          for (Playbook book : plan.playbooks()) {
            phaseThatEnds(duty.ends())
                .filter(phase -> isFor(duty, book) && !book.steps().isEmpty() && !calls(book))
                .ifPresent(phase -> steps(at, duty, book, phase));
          }
        });
    told().forEach(this::audience);
  }

  private void categories(String at, Obligation duty) {
    Findings.each(
        at + "/categories",
        duty.categories(),
        (pointer, category) -> {
          if (plan.playbookFor(category).isEmpty()) {
            findings.add(
                LintRule.CATEGORY_NO_PLAYBOOK,
                pointer,
                "there is no playbook for %s, which obligation %s is for"
                    .formatted(category, duty.id()));
          }
        });
  }

  private void escalation(String at, Obligation duty) {
    var shortest = shortest(duty);
    var ladder =
        plan.escalation().stream()
            .map(EscalationLevel::respondsWithin)
            .reduce(Duration.ZERO, Duration::plus);
    if (shortest != null
        && duty.starts().contains(Trigger.at(Milestone.OPENED))
        && ladder.compareTo(shortest) > 0) {
      findings.add(
          LintRule.DEADLINE_BEFORE_ESCALATION,
          at,
          "obligation %s ends after %s, the escalation ladder after %s"
              .formatted(duty.id(), shortest, ladder));
    }
  }

  private void steps(String at, Obligation duty, Playbook book, Phase phase) {
    if (book.steps().stream().noneMatch(step -> step.phase() == phase)) {
      findings.add(
          LintRule.OBLIGATION_NO_STEP,
          at,
          "playbook %s has no step of %s, which obligation %s waits for"
              .formatted(book.id(), phase, duty.id()));
    }
    var shortest = shortest(duty);
    var needed = needed(book, phase);
    if (shortest != null
        && duty.starts().contains(Trigger.at(Milestone.DECLARED))
        && needed.compareTo(shortest) > 0) {
      findings.add(
          LintRule.DEADLINE_BEFORE_STEPS,
          at,
          "obligation %s ends after %s, the mandatory steps of playbook %s may take %s"
              .formatted(duty.id(), shortest, book.id(), needed));
    }
  }

  /**
   * Returns how long the mandatory steps up to the end of a phase may take one after the other;
   * nothing where some of them may be done at the same time.
   */
  private static Duration needed(Playbook book, Phase phase) {
    var flow = book.flow();
    if (flow != null
        && flow.nodes().values().stream()
            .anyMatch(node -> node instanceof Node.Parallel || node instanceof Node.ForEachAsset)) {
      return Duration.ZERO;
    }
    var needed = Duration.ZERO;
    for (Step step : book.steps()) {
      var timeout = step.timeout();
      if (timeout != null && step.mandatory() && !phase.isBefore(step.phase())) {
        needed = needed.plus(timeout);
      }
    }
    return needed;
  }

  private static boolean calls(Playbook book) {
    var flow = book.flow();
    return flow != null && flow.nodes().values().stream().anyMatch(Node.Call.class::isInstance);
  }

  private static boolean isFor(Obligation duty, Playbook book) {
    return !book.categories().isEmpty()
        && (duty.categories().isEmpty()
            || book.categories().stream().anyMatch(each -> isAmong(each, duty)));
  }

  private static boolean isAmong(Category category, Obligation duty) {
    return category.isAmong(duty.categories());
  }

  private static Optional<Phase> phaseThatEnds(Milestone milestone) {
    return switch (milestone) {
      case CONTAINED -> Optional.of(Phase.CONTAINMENT);
      case ERADICATED -> Optional.of(Phase.ERADICATION);
      case RECOVERED -> Optional.of(Phase.RECOVERY);
      case OPENED, ACKNOWLEDGED, CLASSIFIED, DECLARED, NOTIFIED, REVIEWED, CLOSED ->
          Optional.empty();
    };
  }

  /** Returns the shortest time that an obligation may have, null if none is a number of hours. */
  private static @Nullable Duration shortest(Obligation duty) {
    var periods = new ArrayList<Period>(duty.term().levels().values());
    var within = duty.term().within();
    if (within != null) {
      periods.add(within);
    }
    return periods.stream()
        .filter(Period.Elapsed.class::isInstance)
        .map(period -> ((Period.Elapsed) period).time())
        .min(Duration::compareTo)
        .orElse(null);
  }

  /** Returns the audiences that something wants to be told, and where that stands. */
  private Map<Audience, String> told() {
    Map<Audience, String> told = new LinkedHashMap<>();
    Findings.each(
        "/severity/rules",
        plan.levelRules(),
        (at, rule) -> rule.tells().forEach(each -> told.putIfAbsent(each, at + "/tells")));
    Findings.each(
        "/obligations",
        plan.obligations(),
        (at, duty) -> {
          var recipient = duty.recipient();
          if (recipient != null) {
            told.putIfAbsent(recipient, at + "/recipient");
          }
        });
    return told;
  }

  private void audience(Audience audience, String at) {
    if (plan.communications().stream().noneMatch(rule -> rule.audience() == audience)) {
      findings.add(
          LintRule.AUDIENCE_NO_RULE, at, "nothing says what the audience " + audience + " is told");
    }
    if (!audience.internal()
        && plan.staffing().contacts().stream().noneMatch(each -> each.audience() == audience)) {
      findings.add(
          LintRule.AUDIENCE_NO_CONTACT, at, "no contact stands for the audience " + audience);
    }
  }
}
