package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.GuardCondition.STEP_KNOWN;
import static dev.firebreak.lifecycle.GuardCondition.VARIABLE_FITS;

import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.people.Authority;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.PlaybookCondition;
import dev.firebreak.playbook.PlaybookRequest;
import org.jspecify.annotations.Nullable;

/** What must hold before a step is done, waived or added, and a variable is set. */
record StepGuards(Unmet unmet) {
  void check(PlaybookRequest request) {
    if (request instanceof PlaybookRequest.WaiveStep waive) {
      known(waive.step(), null);
      unmet.entitled(Authority.WAIVE, "waive a step");
    } else if (request instanceof PlaybookRequest.CompleteStep complete) {
      known(complete.step(), null);
      ready(complete.step());
    } else if (request instanceof PlaybookRequest.AddStep add) {
      isNew(add.step());
    } else if (request instanceof PlaybookRequest.SetVariable set) {
      variableFits(set);
    }
  }

  void known(StepId id, @Nullable ActionType type) {
    var step = unmet.plan.step(id);
    if (step == null && type == null && unmet.incident.steps().added(id).isPresent()) {
      return;
    }
    if (step == null) {
      unmet.add(STEP_KNOWN.unmet("there is no step " + id + " in " + unmet.plan.plan().version()));
    } else if (type != null && !type.equals(step.action())) {
      unmet.add(
          STEP_KNOWN.unmet(
              "step " + id + " is carried out by " + step.action() + ", not by " + type));
    }
  }

  private void isNew(StepId id) {
    if (unmet.plan.hasStep(id)) {
      unmet.add(
          PlaybookCondition.NEW_STEP.unmet(
              "there is a step " + id + " in " + unmet.plan.plan().version()));
    }
  }

  void ready(StepId id) {
    var step = unmet.plan.step(id);
    var steps = unmet.incident.steps();
    if (step != null
        && !steps.run().awaits(id)
        && !steps.owes(id)
        && !unmet.incident.hasSettled(id)) {
      new StepOrder(unmet.incident, unmet.plan).awaitedBy(step).forEach(unmet::add);
    }
  }

  private void variableFits(PlaybookRequest.SetVariable set) {
    var run = unmet.incident.steps().run();
    var id = set.scope() == null ? run.root() : set.scope();
    var playbook = id == null ? null : run.find(id).map(Execution::playbook).orElse(null);
    var known = playbook == null ? null : unmet.plan.playbook(playbook);
    if (known == null) {
      return;
    }
    var variable =
        known.variables().stream().filter(each -> each.name().equals(set.name())).findFirst();
    if (variable.isEmpty()) {
      unmet.add(VARIABLE_FITS.unmet("no variable $" + set.name() + " in playbook " + playbook));
    } else if (variable.get().constant()) {
      unmet.add(VARIABLE_FITS.unmet("$" + set.name() + " is constant"));
    } else if (!variable.get().type().takes(set.value())) {
      unmet.add(
          VARIABLE_FITS.unmet("$" + set.name() + " takes a " + variable.get().type() + " only"));
    }
  }
}
