/** Incident response as a library: plans, incidents, policies, and the engine that runs them. */
module dev.firebreak.core {
  requires transitive com.google.common;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports dev.firebreak.action;
  exports dev.firebreak.alert;
  exports dev.firebreak.analysis;
  exports dev.firebreak.communication;
  exports dev.firebreak.compliance;
  exports dev.firebreak.decision;
  exports dev.firebreak.evidence;
  exports dev.firebreak.execution;
  exports dev.firebreak.fact;
  exports dev.firebreak.incident;
  exports dev.firebreak.journal;
  exports dev.firebreak.lifecycle;
  exports dev.firebreak.lint;
  exports dev.firebreak.obligation;
  exports dev.firebreak.people;
  exports dev.firebreak.phase;
  exports dev.firebreak.plan;
  exports dev.firebreak.playbook;
  exports dev.firebreak.policy;
  exports dev.firebreak.relation;
  exports dev.firebreak.report;
  exports dev.firebreak.review;
  exports dev.firebreak.scope;
  exports dev.firebreak.severity;
  exports dev.firebreak.sharing;
  exports dev.firebreak.testkit;
  exports dev.firebreak.triage;
}
