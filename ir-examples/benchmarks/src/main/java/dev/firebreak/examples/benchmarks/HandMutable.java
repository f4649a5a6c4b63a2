package dev.firebreak.examples.benchmarks;

import static com.google.common.base.Preconditions.checkState;

import dev.firebreak.phase.Phase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The least that does the work: fields that are overwritten, a set and a list of lines. */
final class HandMutable {
  private Phase phase = Phase.IDENTIFICATION;
  private boolean open = true;
  private boolean acknowledged;
  private boolean declared;
  private boolean reviewed;
  private String category = "";
  private String verdict = "";
  private String severity = "";
  private boolean scopeConfirmed;
  private final Set<String> done = new HashSet<>();
  private final List<String> log = new ArrayList<>();

  HandMutable(String title) {
    log.add(title);
  }

  void acknowledge() {
    checkState(open && !acknowledged, "open, not acknowledged");
    acknowledged = true;
    log.add("acknowledged");
  }

  void classify(String as) {
    checkState(open, "open");
    category = as;
    log.add("classified");
  }

  void judge(String as) {
    checkState(open, "open");
    verdict = as;
    log.add("judged");
  }

  void assess(String as) {
    checkState(open, "open");
    severity = as;
    log.add("assessed");
  }

  void declare() {
    checkState(open && !declared, "open, not declared");
    declared = true;
    log.add("declared");
  }

  void complete(String step) {
    checkState(open && done.add(step), "open, step not done");
    log.add("step-done");
  }

  void confirmScope() {
    checkState(open, "open");
    scopeConfirmed = true;
    log.add("scope-confirmed");
  }

  void enter(Phase to, Collection<String> mandatory) {
    checkState(
        open && declared && phase.isBefore(to) && done.containsAll(mandatory),
        "open, declared, steps done");
    phase = to;
    log.add("entered");
  }

  void review() {
    checkState(open && phase == Phase.POST_INCIDENT, "in review");
    reviewed = true;
    log.add("reviewed");
  }

  void close(Collection<String> mandatory) {
    checkState(open && reviewed && done.containsAll(mandatory), "reviewed, steps done");
    open = false;
    log.add("closed");
  }

  List<String> log() {
    return log;
  }

  @Override
  public String toString() {
    return category + " " + verdict + " " + severity + " " + scopeConfirmed + " " + log;
  }
}
