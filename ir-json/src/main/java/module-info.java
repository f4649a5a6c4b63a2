/** JSON and YAML for the core types. */
module dev.firebreak.json {
  requires transitive dev.firebreak.core;
  requires transitive tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;
  requires static org.jspecify;

  exports dev.firebreak.json.alert;
}
