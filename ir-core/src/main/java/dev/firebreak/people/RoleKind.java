package dev.firebreak.people;

/** What a role is in the words of the standards, so that rules can ask whether a plan has one. */
public enum RoleKind {
  INCIDENT_MANAGER,
  INCIDENT_LEAD,
  TECH_LEAD,
  HANDLER,
  ANALYST,
  SCRIBE,
  EVIDENCE_CUSTODIAN,
  LEADERSHIP,
  MANAGEMENT_BODY,
  INFOSEC,
  IT_SUPPORT,
  LEGAL,
  PRIVACY_OFFICER,
  PUBLIC_AFFAIRS,
  MEDIA_CONTACT,
  HR,
  PHYSICAL_SECURITY,
  BCP,
  ASSET_OWNER,
  THIRD_PARTY
}
