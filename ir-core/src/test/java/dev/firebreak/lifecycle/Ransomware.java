package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertSeverity;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.scope.Observable;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A small ransomware plan, its people, and alerts, for tests of the engine. */
final class Ransomware {
  static final Instant START = Instant.parse("2026-11-02T01:00:00Z");

  static final Actor MANAGER = new Actor("ada");
  static final Actor DEPUTY = new Actor("grace");
  static final Actor HANDLER = new Actor("linus");
  static final Actor STRANGER = new Actor("mallory");

  static final Role MANAGING = new Role("incident-manager");
  static final Role HANDLING = new Role("handler");

  static final Category CATEGORY = new Category("ransomware");
  static final StepId CONFIRM = new StepId("confirm");
  static final StepId ISOLATE = new StepId("isolate");

  static final ObligationId ACKNOWLEDGE = new ObligationId("acknowledge");
  static final ObligationId TELL = new ObligationId("tell-authority");

  private Ransomware() {}

  static ResponsePlan plan() {
    return plan("1").build();
  }

  static ResponsePlan.Builder plan(String version) {
    var levels = SeverityMatrix.levels("low", "high");
    return ResponsePlan.builder("ransomware", version)
        .roles(
            new RoleDefinition(
                MANAGING,
                RoleKind.INCIDENT_MANAGER,
                MANAGER,
                ImmutableList.of(DEPUTY),
                ImmutableSet.of(Authority.WAIVE, Authority.CLOSE, Authority.MERGE)),
            new RoleDefinition(
                HANDLING, RoleKind.HANDLER, HANDLER, ImmutableList.of(), ImmutableSet.of()))
        .severity(
            new SeverityMatrix(
                levels,
                ImmutableList.of(
                    new SeverityMatrix.Row(
                        ImmutableSet.of(FunctionalImpact.HIGH),
                        ImmutableSet.of(),
                        ImmutableSet.of(),
                        levels.get(1)),
                    new SeverityMatrix.Row(
                        ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0)))),
            levels.get(1))
        .playbooks(
            new Playbook(
                new PlaybookId("ransomware"),
                "Ransomware",
                ImmutableSet.of(CATEGORY),
                ImmutableList.of(
                    new Step(
                        CONFIRM,
                        Phase.IDENTIFICATION,
                        "Confirm the encryption",
                        HANDLING,
                        true,
                        null,
                        null,
                        0),
                    new Step(
                        ISOLATE,
                        Phase.CONTAINMENT,
                        "Isolate the hosts",
                        HANDLING,
                        true,
                        ActionType.ISOLATE_HOST,
                        MANAGING,
                        1))))
        .obligations(
            obligation(ACKNOWLEDGE, Milestone.OPENED, "PT15M", Milestone.ACKNOWLEDGED, null),
            obligation(TELL, Milestone.DECLARED, "PT72H", Milestone.NOTIFIED, Audience.REGULATOR));
  }

  static Obligation obligation(
      ObligationId id,
      Milestone starts,
      String within,
      Milestone ends,
      @Nullable Audience recipient,
      Category... categories) {
    return new Obligation(
        id,
        "Do " + id,
        "own rule",
        starts,
        Duration.parse(within),
        ends,
        recipient,
        ImmutableSet.copyOf(categories));
  }

  /** Returns an alert that saw these addresses, a second after the one before. */
  static Alert alert(int number, String... addresses) {
    var observables = ImmutableSet.<Observable>builder();
    for (String address : addresses) {
      observables.add(new Observable(Observable.Type.IP_ADDRESS, address));
    }
    return new Alert(
        new AlertKey("suricata", "alert " + number),
        "C2 beacon",
        "rule 1 from " + String.join(" ", addresses) + " no " + number,
        START.plusSeconds(number),
        ZoneOffset.ofHours(1),
        AlertSeverity.HIGH,
        observables.build(),
        "{\"n\":" + number + "}");
  }
}
