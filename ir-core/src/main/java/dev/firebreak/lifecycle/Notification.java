package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.IncidentId;

/**
 * Something that somebody has to know.
 *
 * @param event what happened
 * @param reason why they have to know
 * @param roles the roles that it is for; empty if it is for a person only, or if not all who hold
 *     them may see the incident
 * @param people the person, or who holds one of the roles, by the plan or in the incident; empty if
 *     nobody does
 */
public record Notification(
    IncidentId incident,
    Event event,
    Reason reason,
    ImmutableSet<Role> roles,
    ImmutableSet<Actor> people) {

  /** Why somebody has to know. */
  public enum Reason {
    /** An incident was opened or reopened, and waits for who manages it. */
    CALLED,
    /** Somebody was given a role. */
    ROLE_GIVEN,
    /** A role was taken back from somebody, or taken over. */
    ROLE_TAKEN,
    /** Somebody is offered a role, to take it over. */
    ROLE_OFFERED,
    /** A role is asked to take the incident on. */
    ANSWER_AWAITED,
    /** Nobody answered in time, so that the next role is asked to take the incident on. */
    ESCALATED,
    /** Nobody took the incident on, and there is nobody left to ask. */
    UNANSWERED,
    /** The severity calls a role to work on the incident. */
    ROLE_CALLED,
    /** The severity does not call a role any more. */
    ROLE_STOOD_DOWN,
    /** The severity demands that an audience is told. */
    NOTICE_OWED,
    /** An audience that was not told does not have to be told any more. */
    NOTICE_NO_LONGER_OWED,
    /** An action waits for an approval. */
    APPROVAL_AWAITED,
    /** An action failed, or undoing it did: whoever manages the incident decides what to do. */
    ACTION_FAILED,
    /** An action gave no answer in time: whoever manages the incident finds out what it did. */
    ACTION_TIMED_OUT,
    /** Somebody was given an action. */
    ACTION_GIVEN,
    /** An action was started without its approvals, and waits for a review by somebody else. */
    GLASS_BROKEN,
    /** An action is called to mind: it is due, or will be soon. */
    ACTION_DUE,
    /** It is the turn of a step. */
    STEP_READY,
    /** Somebody has to decide which way a playbook goes on. */
    DECISION_AWAITED,
    /** What somebody reported was received, and belongs to an incident. */
    REPORT_RECEIVED,
    /** A deadline is called to mind. */
    DEADLINE_NEAR,
    /** A deadline was missed. */
    DEADLINE_MISSED
  }
}
