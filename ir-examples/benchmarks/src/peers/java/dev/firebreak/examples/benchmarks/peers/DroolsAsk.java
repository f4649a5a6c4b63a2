package dev.firebreak.examples.benchmarks.peers;

/** What the rules know of a request; objections are counted here. */
public final class DroolsAsk {
  private final String what;
  private int objections;

  DroolsAsk(String what) {
    this.what = what;
  }

  /** Returns what is asked. */
  public String getWhat() {
    return what;
  }

  /** Returns the phase of the incident. */
  public String getPhase() {
    return "IDENTIFICATION";
  }

  /** Returns the role of who asks. */
  public String getRole() {
    return "incident-lead";
  }

  /** Takes note of an objection. */
  public void object() {
    objections++;
  }

  int objections() {
    return objections;
  }
}
