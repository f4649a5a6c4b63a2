package dev.firebreak.alert;

/** How severe the source holds an alert to be; the levels are those of OCSF, severity_id 1 to 5. */
public enum AlertSeverity {
  INFORMATIONAL,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
