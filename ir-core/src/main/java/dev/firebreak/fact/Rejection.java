package dev.firebreak.fact;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;

/**
 * One reason why a request was refused, as a value.
 *
 * @param condition the rule that is not met
 * @param message what is not met, with the values, for people
 * @param facts the events that prove it, by sequence number
 * @param remedies what would lift it, each on its own; empty if nothing does
 */
public record Rejection(
    Condition condition,
    String message,
    ImmutableList<Long> facts,
    ImmutableList<Remedy> remedies) {

  public Rejection {
    Check.text(message, "message of a rejection");
  }

  /** Returns the stable code of the condition that is not met. */
  public String code() {
    return condition.code();
  }

  /** Returns this rejection with one more thing that would lift it. */
  public Rejection or(Remedy remedy) {
    var more = ImmutableList.<Remedy>builder().addAll(remedies).add(remedy).build();
    return new Rejection(condition, message, facts, more);
  }

  /**
   * Returns this rejection as one that is told about another incident: it names that incident, and
   * what has to be done is to be done there. What would be asked for instead is left out, since
   * nobody asked that incident.
   */
  public Rejection elsewhere(String incident) {
    var there =
        remedies.stream()
            .filter(
                remedy -> !(remedy instanceof Remedy.AskFor) && !(remedy instanceof Remedy.AskIn))
            .map(
                remedy ->
                    remedy instanceof Remedy.Act act
                        ? new Remedy.Elsewhere(incident, act.request(), act.by())
                        : remedy)
            .collect(ImmutableList.toImmutableList());
    return new Rejection(condition, incident + ": " + message, ImmutableList.of(), there);
  }

  @Override
  public String toString() {
    return code() + ": " + message;
  }
}
