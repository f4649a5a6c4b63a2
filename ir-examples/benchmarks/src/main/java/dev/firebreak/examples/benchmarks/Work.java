package dev.firebreak.examples.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Step;
import dev.firebreak.review.ReviewQuestion;
import dev.firebreak.review.ReviewRequest;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;

/** The work that every side does: 25 commands, 12 mandatory steps, 6 guarded transitions. */
final class Work {
  static final Actor LEAD = new Actor("lead");
  private static final Role ROLE = new Role("incident-lead");
  private static final Category CATEGORY = new Category("ransomware");

  private Work() {}

  static ResponsePlan plan() {
    var levels = SeverityMatrix.levels("low", "high");
    var anything =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(1));
    var steps = ImmutableList.<Step>builder();
    Tasks.BY_PHASE.forEach((phase, names) -> names.forEach(name -> steps.add(step(name, phase))));
    return ResponsePlan.builder("benchmark", "1")
        .roles(
            new RoleDefinition(
                ROLE,
                RoleKind.INCIDENT_LEAD,
                LEAD,
                ImmutableList.of(),
                ImmutableSet.copyOf(Authority.values())))
        .severity(new SeverityMatrix(levels, ImmutableList.of(anything)), levels.get(1))
        .playbooks(
            new Playbook(
                new PlaybookId("ransomware"),
                "Ransomware",
                ImmutableSet.of(CATEGORY),
                steps.build()))
        .build();
  }

  /** Returns the requests in order, from the opening to the closing. */
  static ImmutableList<Request<?>> requests() {
    var answers = ImmutableMap.<ReviewQuestion, String>builder();
    for (ReviewQuestion question : ReviewQuestion.values()) {
      answers.put(question, "well");
    }
    var requests = ImmutableList.<Request<?>>builder();
    requests.add(new IncidentRequest.Open("Files are encrypted"));
    requests.add(new TriageRequest.Acknowledge());
    requests.add(new TriageRequest.Classify(CATEGORY, "a note was left"));
    requests.add(new TriageRequest.Judge(Verdict.TRUE_POSITIVE, "seen on three hosts"));
    requests.add(
        new SeverityRequest.Assess(
            new Impact(
                FunctionalImpact.HIGH, InformationImpact.NONE, Recoverability.SUPPLEMENTED)));
    requests.add(new TriageRequest.Declare("a critical service is down"));
    complete(Phase.IDENTIFICATION, requests);
    requests.add(PhaseRequest.Enter.next(Phase.CONTAINMENT));
    complete(Phase.CONTAINMENT, requests);
    requests.add(new ScopeRequest.Confirm("all hosts were looked at"));
    requests.add(PhaseRequest.Enter.next(Phase.ERADICATION));
    complete(Phase.ERADICATION, requests);
    requests.add(PhaseRequest.Enter.next(Phase.RECOVERY));
    complete(Phase.RECOVERY, requests);
    requests.add(PhaseRequest.Enter.next(Phase.POST_INCIDENT));
    requests.add(
        new ReviewRequest.Hold(ImmutableSet.of(LEAD), answers.buildOrThrow(), "an open port"));
    requests.add(new PhaseRequest.Close(Disposition.RESOLVED, "all is back"));
    return requests.build();
  }

  private static Step step(String name, Phase phase) {
    return new Step(new StepId(name), phase, name, ROLE, true, null, null, 0);
  }

  private static void complete(Phase phase, ImmutableList.Builder<Request<?>> requests) {
    for (String task : Tasks.of(phase)) {
      requests.add(new PlaybookRequest.CompleteStep(new StepId(task), "done"));
    }
  }

  /** Returns a name for each command. */
  static ImmutableList<CommandId> ids() {
    return Tasks.causes().stream().map(CommandId::new).collect(toImmutableList());
  }
}
