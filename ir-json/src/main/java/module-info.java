/** Incidents, plans and alerts in JSON and YAML, and the journal in a file. */
module dev.firebreak.json {
  requires transitive dev.firebreak.core;
  requires transitive tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;
  requires static org.jspecify;

  exports dev.firebreak.json;
  exports dev.firebreak.json.alert;
  exports dev.firebreak.json.journal;
  exports dev.firebreak.json.plan;
}
