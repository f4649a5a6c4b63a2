package dev.firebreak.examples.cli;

import static dev.firebreak.examples.cli.Act.isRefused;
import static dev.firebreak.examples.cli.Act.passes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.communication.CommunicationRequest.Notify;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.evidence.EvidenceRequest;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.evidence.Volatility;
import dev.firebreak.fact.Actor;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.playbook.PlaybookRequest.CompleteStep;
import dev.firebreak.review.ImprovementId;
import dev.firebreak.review.ReviewQuestion;
import dev.firebreak.review.ReviewRequest;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageRequest;
import java.time.LocalDate;

/** The story that the demonstration tells: a ransomware incident, from its alerts to its review. */
final class Story {
  private static final AssetId FILES = new AssetId("files-1");
  private static final AssetId DESK = new AssetId("desk-17");
  private static final AssetId LATE = new AssetId("print-2");
  private static final ActionId ISOLATE = new ActionId("isolate-1");
  private static final ActionId REBUILD = new ActionId("rebuild-1");
  private static final ActionId REBUILD_OTHERS = new ActionId("rebuild-2");
  private static final ActionId RESTORE = new ActionId("restore-1");
  private static final EvidenceId MEMORY = new EvidenceId("memory-desk-17");

  private Story() {}

  static ImmutableList<Act> acts() {
    return ImmutableList.<Act>builder()
        .addAll(identification())
        .addAll(containment())
        .addAll(eradication())
        .addAll(recovery())
        .addAll(postIncident())
        .build();
  }

  private static ImmutableList<Act> identification() {
    return ImmutableList.of(
        passes("PT6M", "linus", "takes it on", new TriageRequest.Acknowledge()),
        passes(
            "PT9M",
            "edsger",
            "classifies it as ransomware",
            new TriageRequest.Classify(new Category("ransomware"), "a note and new endings")),
        passes(
            "PT4M",
            "edsger",
            "assesses the impact",
            new SeverityRequest.Assess(
                new Impact(
                    FunctionalImpact.HIGH,
                    InformationImpact.INTEGRITY_LOSS,
                    Recoverability.SUPPLEMENTED))),
        passes("PT1M", "edsger", "adds desk-17", new ScopeRequest.AddAsset(DESK, "host")),
        passes("PT1M", "edsger", "adds files-1", new ScopeRequest.AddAsset(FILES, "host")),
        isRefused(
            "PT1M",
            "linus",
            "wants to contain at once",
            PhaseRequest.Enter.next(Phase.CONTAINMENT)),
        passes(
            "PT5M",
            "edsger",
            "confirms the encryption",
            new CompleteStep(new StepId("confirm"), "first host is desk-17, by a macro")),
        passes(
            "PT8M",
            "jean",
            "secures the memory of desk-17",
            new EvidenceRequest.Acquire(
                MEMORY,
                "Memory image",
                "desk-17",
                new Sha256("4be2".repeat(16)),
                "safe 3",
                Volatility.MEMORY)),
        passes(
            "PT2M",
            "ada",
            "declares the incident",
            new TriageRequest.Declare("encryption on more than one host")),
        passes("PT1M", "ada", "starts containment", PhaseRequest.Enter.next(Phase.CONTAINMENT)));
  }

  private static ImmutableList<Act> containment() {
    return ImmutableList.of(
        passes(
            "PT2M",
            "ada",
            "asks to isolate both hosts",
            new ActionRequest.Plan(
                ISOLATE, ActionType.ISOLATE_HOST, "desk-17 files-1", new StepId("isolate"))),
        isRefused("PT1M", "ada", "approves it herself", new ActionRequest.Approve(ISOLATE)),
        passes("PT3M", "grace", "approves it", new ActionRequest.Approve(ISOLATE)),
        passes("PT2M", "linus", "starts to isolate", new ActionRequest.Start(ISOLATE)),
        passes(
            "PT9M",
            "linus",
            "has isolated both hosts",
            new ActionRequest.Succeed(ISOLATE, "switch ports are down")),
        advance("PT1M", "linus", DESK, AssetState.CONTAINED),
        passes(
            "PT5M",
            "radia",
            "tells the executives",
            new Notify(Audience.EXECUTIVES, "board", "Two hosts, contained, no payment", null)),
        passes("PT20M", "edsger", "finds print-2 late", new ScopeRequest.AddAsset(LATE, "host")),
        isRefused(
            "PT5M", "linus", "wants to clean already", PhaseRequest.Enter.next(Phase.ERADICATION)),
        advance("PT3H20M", "linus", FILES, AssetState.CONTAINED),
        advance("PT15M", "linus", LATE, AssetState.CONTAINED),
        passes(
            "PT10M",
            "ken",
            "takes the backups offline",
            new CompleteStep(new StepId("protect-backups"), "last written before the first alert")),
        passes(
            "PT30M",
            "edsger",
            "confirms the scope",
            new ScopeRequest.Confirm("no other host talked to the addresses seen")),
        passes("PT5M", "ada", "starts eradication", PhaseRequest.Enter.next(Phase.ERADICATION)));
  }

  private static ImmutableList<Act> eradication() {
    return ImmutableList.of(
        passes(
            "PT10M",
            "ken",
            "plans to rebuild desk-17",
            new ActionRequest.Plan(REBUILD, ActionType.REBUILD, "desk-17", new StepId("rebuild"))),
        isRefused("PT5M", "ken", "starts to rebuild", new ActionRequest.Start(REBUILD)),
        passes(
            "PT50M",
            "jean",
            "secures the disk of desk-17",
            new EvidenceRequest.Acquire(
                new EvidenceId("disk-desk-17"),
                "Disk image",
                "desk-17",
                new Sha256("9c07".repeat(16)),
                "safe 3",
                Volatility.DISK)),
        passes("PT5M", "ken", "starts to rebuild", new ActionRequest.Start(REBUILD)),
        passes(
            "PT5M",
            "ken",
            "plans to rebuild the other two",
            new ActionRequest.Plan(
                REBUILD_OTHERS, ActionType.REBUILD, "files-1 print-2", new StepId("rebuild"))),
        passes(
            "PT5M",
            "ada",
            "waives their capture",
            new ActionRequest.WaiveCapture(
                REBUILD_OTHERS, "both were hit from desk-17, whose images are kept")),
        passes("PT1M", "ken", "starts to rebuild", new ActionRequest.Start(REBUILD_OTHERS)),
        passes(
            "PT8H", "ken", "has rebuilt it", new ActionRequest.Succeed(REBUILD, "from image 41")),
        passes(
            "PT1M",
            "ken",
            "has rebuilt both",
            new ActionRequest.Succeed(REBUILD_OTHERS, "from image 41")),
        advance("PT1M", "ken", DESK, AssetState.ERADICATED),
        advance("PT1M", "ken", FILES, AssetState.ERADICATED),
        advance("PT1M", "ken", LATE, AssetState.ERADICATED),
        passes(
            "PT2H",
            "ken",
            "resets the accounts",
            new CompleteStep(new StepId("reset-accounts"), "31 accounts")),
        passes("PT10M", "ada", "starts recovery", PhaseRequest.Enter.next(Phase.RECOVERY)));
  }

  private static ImmutableList<Act> recovery() {
    return ImmutableList.of(
        passes(
            "PT3H",
            "barbara",
            "verifies the backups",
            new CompleteStep(new StepId("verify-backups"), "restored apart, nothing found")),
        passes(
            "PT5M",
            "ken",
            "plans to restore",
            new ActionRequest.Plan(RESTORE, ActionType.RESTORE, "files-1", new StepId("restore"))),
        passes(
            "PT1M",
            "ada",
            "waives the capture",
            new ActionRequest.WaiveCapture(RESTORE, "it was rebuilt, and nothing is left on it")),
        passes("PT5M", "ken", "starts to restore", new ActionRequest.Start(RESTORE)),
        passes(
            "P1D", "ken", "has restored", new ActionRequest.Succeed(RESTORE, "as of 1 November")),
        advance("PT1H", "ken", DESK, AssetState.RESTORED),
        advance("PT1M", "ken", FILES, AssetState.RESTORED),
        advance("PT1M", "ken", LATE, AssetState.RESTORED),
        passes(
            "PT6H",
            "ruth",
            "tells the authority",
            new Notify(
                Audience.REGULATOR, "data protection authority", "First notice", "DPA-2026-4711")),
        advance("PT12H", "barbara", DESK, AssetState.VERIFIED),
        advance("PT1M", "barbara", FILES, AssetState.VERIFIED),
        advance("PT1M", "barbara", LATE, AssetState.VERIFIED),
        watch(DESK),
        watch(FILES),
        watch(LATE),
        passes("PT10M", "ada", "ends recovery", PhaseRequest.Enter.next(Phase.POST_INCIDENT)));
  }

  private static ImmutableList<Act> postIncident() {
    return ImmutableList.of(
        passes(
            "P1D",
            "jean",
            "hands the image over",
            new EvidenceRequest.HandOver(MEMORY, new Actor("ruth"), "for the police")),
        passes("PT1H", "ruth", "receives it", new EvidenceRequest.Receive(MEMORY, "legal archive")),
        isRefused(
            "PT1H",
            "ada",
            "wants to close",
            new PhaseRequest.Close(Disposition.RESOLVED, "services are back")),
        passes("P4D", "ada", "holds the review", review()),
        passes(
            "PT10M",
            "ada",
            "notes the step as done",
            new CompleteStep(new StepId("review"), "nine answers, one improvement")),
        passes(
            "PT10M",
            "ada",
            "estimates the damage",
            new ReviewRequest.EstimateLoss(4_150_000, "lost deliveries and overtime")),
        passes(
            "PT10M",
            "ada",
            "opens an improvement",
            new ReviewRequest.OpenImprovement(
                new ImprovementId("block-macros"),
                "Block macros from outside",
                new Actor("ken"),
                LocalDate.of(2026, 12, 15))),
        passes(
            "PT10M",
            "ada",
            "closes the incident",
            new PhaseRequest.Close(Disposition.RESOLVED, "services are back and reviewed")));
  }

  private static Act advance(String after, String by, AssetId asset, AssetState to) {
    var done =
        switch (to) {
          case CONTAINED -> "its switch port is down";
          case ERADICATED -> "rebuilt from image 41";
          case RESTORED -> "its data is back";
          case VERIFIED -> "works as before";
          case AFFECTED -> throw new IllegalArgumentException("an asset does not advance to " + to);
        };
    return passes(
        after, by, "notes " + asset + " as " + to, new ScopeRequest.Advance(asset, to, done));
  }

  private static Act watch(AssetId asset) {
    return passes(
        "PT10M",
        "barbara",
        "has " + asset + " watched",
        new ScopeRequest.IncreaseMonitoring(asset, "an alert on every new ending, for a month"));
  }

  private static ReviewRequest review() {
    var answers = ImmutableMap.<ReviewQuestion, String>builder();
    answers.put(ReviewQuestion.COURSE_OF_EVENTS, "As in the timeline");
    answers.put(ReviewQuestion.PERFORMANCE, "The plan was followed; isolating files-1 took long");
    answers.put(ReviewQuestion.INFORMATION_NEEDED_SOONER, "Which hosts print-2 serves");
    answers.put(
        ReviewQuestion.HINDERING_ACTIONS, "A restart of desk-17 before its memory was kept");
    answers.put(ReviewQuestion.DO_DIFFERENTLY, "Ask the network team for the ports at once");
    answers.put(ReviewQuestion.SHARING, "The addresses went to the sector's ISAC after a day");
    answers.put(ReviewQuestion.CORRECTIVE_ACTIONS, "Block macros from outside");
    answers.put(ReviewQuestion.SIGNS_TO_WATCH, "Many files with one new ending");
    answers.put(ReviewQuestion.TOOLS, "A switch interface that the handlers may use");
    return new ReviewRequest.Hold(
        ImmutableSet.of(
            new Actor("ada"), new Actor("linus"), new Actor("edsger"), new Actor("ken")),
        answers.buildOrThrow(),
        "A macro in a mail from outside ran on desk-17");
  }
}
