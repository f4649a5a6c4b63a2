/** Incidents, plans and alerts in JSON and YAML, and the journal in a file. */
module dev.firebreak.json {
  requires transitive dev.firebreak.core;
  requires transitive tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;
  requires org.jspecify; // read at run time: it tells which components may be left out

  exports dev.firebreak.json;
  exports dev.firebreak.json.alert;
  exports dev.firebreak.json.journal;
  exports dev.firebreak.json.navigator;
  exports dev.firebreak.json.plan;
}
