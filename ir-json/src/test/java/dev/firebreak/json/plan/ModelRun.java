package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.people.Authority;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Run;
import dev.firebreak.playbook.Step;
import dev.firebreak.report.OpenSteps;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.DataExtent;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.testkit.VirtualClock;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One run of a playbook by the people of its plan, who answer by chance. */
final class ModelRun {
  /** What somebody was asked, and what they said. */
  record Answered(StepId step, String answer) {}

  private static final IncidentId ID = IncidentId.of("inc-1");
  private static final Actor EDSGER = new Actor("edsger");
  private static final int MOST = 1_000;

  private final ResponsePlan plan;
  private final Random random;
  private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-10-01T08:00:00Z"));
  private final IncidentResponse response;
  private final Set<StepId> reached = new LinkedHashSet<>();
  private final Set<Answered> answers = new LinkedHashSet<>();
  private int assets;
  private int actions;

  private ModelRun(ResponsePlan plan, Random random) {
    this.plan = plan;
    this.random = random;
    this.response = IncidentResponse.under(plan, clock).build();
  }

  /**
   * Runs to the end.
   *
   * @throws AssertionError if it does not come to its end, or anything is refused on the way
   */
  static ModelRun of(ResponsePlan plan, Playbook playbook, long seed) {
    var run = new ModelRun(plan, new Random(seed));
    run.begin(playbook);
    for (int i = 0; run.run().running(); i++) {
      check(i < MOST, "more than " + MOST + " answers");
      run.step();
    }
    return run;
  }

  Run.Outcome outcome() {
    var outcome = run().outcome();
    if (outcome == null) {
      throw new AssertionError("it has not ended");
    }
    return outcome;
  }

  /** Returns the steps whose turn came. */
  Set<StepId> reached() {
    return reached;
  }

  /** Returns what people answered. */
  Set<Answered> answers() {
    return answers;
  }

  private void begin(Playbook playbook) {
    accept(EDSGER, new IncidentRequest.Open("something happened"));
    if (maybe(2)) {
      accept(EDSGER, new TriageRequest.Judge(any(List.of(Verdict.values())), "it looks so"));
    }
    if (!maybe(3)) {
      assess();
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      addAsset();
    }
    var category = any(playbook.categories().asList());
    accept(EDSGER, new TriageRequest.Classify(category, "what speaks for it"));
  }

  private void assess() {
    accept(
        EDSGER,
        new SeverityRequest.Assess(
            new Impact(
                any(List.of(FunctionalImpact.values())),
                any(List.of(InformationImpact.values())),
                any(List.of(Recoverability.values())))));
  }

  private void addAsset() {
    var id = new AssetId("asset-" + ++assets);
    accept(EDSGER, new ScopeRequest.AddAsset(id, any(List.of("host", "host", "cloud-instance"))));
    if (maybe(2)) {
      var extent = new DataExtent("customers", 20_000L * random.nextInt(2), 5_000L * assets);
      accept(EDSGER, new ScopeRequest.EstimateData(id, extent, "counted"));
    }
  }

  private void step() {
    var waiting = run().waiting();
    check(!waiting.isEmpty(), "it waits for nobody");
    check(
        OpenSteps.of(incident(), plan).lines().size() == waiting.size()
            && OpenSteps.of(incident(), plan).lines().stream()
                .noneMatch(line -> holders(line.role()).isEmpty()),
        "each step that waits is told with somebody who can do it");
    waiting.forEach(each -> reached.add(each.step()));
    if (maybe(20)) {
      addAsset();
    }
    var next = any(waiting);
    if (next.waits() instanceof Execution.Waits.Answer asked) {
      var answer = any(asked.answers().asList());
      answers.add(new Answered(next.step(), answer));
      accept(
          any(holders(asked.role())),
          new PlaybookRequest.Decide(next.step(), answer, "so", next.id()));
    } else {
      work(next, plan.step(next.step()).orElseThrow());
    }
    var after = run().find(next.id()).orElse(null);
    check(
        after == null || after.waits() != next.waits(),
        next.step() + " still waits although it was answered");
  }

  private void work(Execution next, Step step) {
    var who = any(holders(step.role()));
    var due = next.due();
    var fails = maybe(due == null ? 40 : 4); // where something is done about it, more often
    if (fails && due != null && maybe(2)) {
      clock.set(due.isBefore(clock.instant()) ? clock.instant() : due);
      check(
          !response.wake(ID.tenant()).isEmpty(),
          "nothing happened when the time of " + step + " was up");
    } else if (step.action() != null && maybe(2)) {
      act(next, step, who, fails);
    } else if (fails) {
      accept(who, new PlaybookRequest.FailStep(step.id(), "it broke", next.id()));
    } else {
      accept(who, new PlaybookRequest.CompleteStep(step.id(), "done", next.id()));
    }
  }

  /** Carries a step out by an action, with the approvals that it needs. */
  private void act(Execution next, Step step, Actor who, boolean fails) {
    var id = new ActionId("action-" + ++actions);
    var asset = run().assetOf(next);
    var target = asset == null ? "target-" + actions : asset.value();
    var type = step.action();
    if (type == null) {
      throw new AssertionError(step + " has no action");
    }
    accept(who, new ActionRequest.Plan(id, type, target, step.id()));
    var approver = step.approvedBy();
    if (approver != null) {
      holders(approver).stream()
          .filter(each -> !each.equals(who))
          .limit(step.approvals())
          .forEach(each -> accept(each, new ActionRequest.Approve(id)));
    }
    if (plan.profile(type).orElseThrow().destructive()) {
      var entitled = plan.entitledTo(Authority.WAIVE).asList().get(0);
      accept(any(holders(entitled)), new ActionRequest.WaiveCapture(id, "nothing left to keep"));
    }
    accept(who, new ActionRequest.Start(id));
    clock.advance(Duration.ofMinutes(1));
    accept(
        who,
        fails ? new ActionRequest.Fail(id, "it broke") : new ActionRequest.Succeed(id, "done"));
  }

  private ImmutableList<Actor> holders(Role role) {
    return plan.definition(role).orElseThrow().holders();
  }

  private Run run() {
    return incident().steps().run();
  }

  private Incident incident() {
    return response.incident(ID, Viewer.of(EDSGER)).orElseThrow();
  }

  private void accept(Actor by, Request<?> request) {
    var decision = response.submit(ID, by, request);
    check(decision.accepted(), by + " asked for " + request + ", but: " + decision);
  }

  private boolean maybe(int onceIn) {
    return random.nextInt(onceIn) == 0;
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
