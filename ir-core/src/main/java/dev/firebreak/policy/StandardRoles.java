package dev.firebreak.policy;

import static dev.firebreak.people.RoleKind.ANALYST;
import static dev.firebreak.people.RoleKind.EVIDENCE_CUSTODIAN;
import static dev.firebreak.people.RoleKind.HANDLER;
import static dev.firebreak.people.RoleKind.HR;
import static dev.firebreak.people.RoleKind.INCIDENT_LEAD;
import static dev.firebreak.people.RoleKind.INCIDENT_MANAGER;
import static dev.firebreak.people.RoleKind.INFOSEC;
import static dev.firebreak.people.RoleKind.IT_SUPPORT;
import static dev.firebreak.people.RoleKind.LEADERSHIP;
import static dev.firebreak.people.RoleKind.LEGAL;
import static dev.firebreak.people.RoleKind.MANAGEMENT_BODY;
import static dev.firebreak.people.RoleKind.PRIVACY_OFFICER;
import static dev.firebreak.people.RoleKind.SCRIBE;
import static dev.firebreak.people.RoleKind.TECH_LEAD;
import static dev.firebreak.people.RoleKind.THIRD_PARTY;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.policy.RoleTable.Allowed;

/**
 * The rows of the standard table, concept by concept.
 *
 * <p>They say who works on what. What takes more than that, such as closing an incident, waiving a
 * step or approving an action, is decided by the authorities and approvals of the plan as well, so
 * the rows for it are wide.
 */
final class StandardRoles {
  private static final Allowed LEADS = Allowed.to(INCIDENT_MANAGER, INCIDENT_LEAD);
  private static final Allowed RESPONDERS = LEADS.and(TECH_LEAD, HANDLER, ANALYST, INFOSEC);
  private static final Allowed DIRECTORS = LEADS.and(LEADERSHIP, MANAGEMENT_BODY);
  private static final Allowed COUNSEL = DIRECTORS.and(LEGAL, PRIVACY_OFFICER);
  private static final Allowed ANY_ROLE = Allowed.toAnyRole();

  private StandardRoles() {}

  static ImmutableMap<String, Allowed> rows() {
    return ImmutableMap.<String, Allowed>builder()
        .put("incident.open", Allowed.ANYBODY.andEngine())
        .put("incident.migrate-plan", LEADS)
        .put("alert.attach", RESPONDERS.andEngine())
        .put("alert.link", RESPONDERS.andEngine())
        .put("relation.*", RESPONDERS.andEngine())
        .put("sharing.mark", RESPONDERS.and(LEGAL))
        .put("sharing.restrict", DIRECTORS.and(LEGAL, HR))
        .put("sharing.unrestrict", DIRECTORS.and(LEGAL, HR))
        .put("sharing.claim-privilege", COUNSEL)
        .put("sharing.waive-privilege", Allowed.to(LEGAL))
        .put("triage.*", RESPONDERS)
        .put("severity.assess", RESPONDERS)
        .put("severity.overrule", DIRECTORS.and(TECH_LEAD))
        .put("severity.lift", DIRECTORS.and(TECH_LEAD))
        .put("severity.expire", Allowed.ENGINE)
        .put("phase.enter", RESPONDERS)
        .put("phase.close", ANY_ROLE)
        .put("phase.reopen", ANY_ROLE)
        .put("phase.confirm-criterion", ANY_ROLE)
        .put("phase.waive-criterion", ANY_ROLE)
        .put("playbook.complete-step", ANY_ROLE)
        .put("playbook.waive-step", ANY_ROLE)
        .put("playbook.fail-step", ANY_ROLE)
        .put("playbook.time-out-step", Allowed.ENGINE)
        .put("playbook.decide", ANY_ROLE)
        .put("playbook.add-step", LEADS)
        .put("playbook.set-variable", RESPONDERS)
        .put("scope.*", RESPONDERS.and(IT_SUPPORT))
        .put("action.*", RESPONDERS.and(IT_SUPPORT))
        .put("action.approve", ANY_ROLE)
        .put("action.revoke-approval", ANY_ROLE)
        .put("action.succeed", RESPONDERS.and(IT_SUPPORT).andEngine())
        .put("action.fail", RESPONDERS.and(IT_SUPPORT).andEngine())
        .put("action.roll-back", RESPONDERS.and(IT_SUPPORT).andEngine())
        .put("action.fail-undo", RESPONDERS.and(IT_SUPPORT).andEngine())
        .put("action.skip", ANY_ROLE)
        .put("action.waive-capture", ANY_ROLE)
        .put("action.break-glass", ANY_ROLE)
        .put("action.review-glass", ANY_ROLE)
        .put("action.expire-approval", Allowed.ENGINE)
        .put("action.remind", Allowed.ENGINE)
        .put("action.time-out", Allowed.ENGINE)
        .put("action.try-again", Allowed.ENGINE)
        .put("evidence.*", RESPONDERS.and(EVIDENCE_CUSTODIAN, THIRD_PARTY))
        .put("evidence.receive", ANY_ROLE)
        .put("evidence.hold", COUNSEL)
        .put("evidence.release-hold", COUNSEL)
        .put("analysis.*", RESPONDERS.and(EVIDENCE_CUSTODIAN, SCRIBE, THIRD_PARTY))
        .put("analysis.receive-information", ANY_ROLE)
        .put("decision.*", COUNSEL.and(TECH_LEAD, SCRIBE))
        .put("people.*", DIRECTORS)
        .put("people.escalate", Allowed.ENGINE)
        .put("people.hand-over", ANY_ROLE)
        .put("people.take-over", ANY_ROLE)
        .put("people.report-effort", ANY_ROLE)
        .put("communication.notify", ANY_ROLE)
        .put("obligation.*", COUNSEL)
        .put("obligation.pause", COUNSEL.and(TECH_LEAD, HANDLER))
        .put("obligation.resume", COUNSEL.and(TECH_LEAD, HANDLER))
        .put("obligation.remind", Allowed.ENGINE)
        .put("obligation.miss", Allowed.ENGINE)
        .put("review.*", RESPONDERS.and(SCRIBE, LEADERSHIP, MANAGEMENT_BODY))
        .buildOrThrow();
  }
}
