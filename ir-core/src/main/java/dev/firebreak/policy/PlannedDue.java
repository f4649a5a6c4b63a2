package dev.firebreak.policy;

import dev.firebreak.incident.Incident;
import dev.firebreak.obligation.Due;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.Occurrence;
import dev.firebreak.obligation.Trigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The term of the obligation says when it is due. */
record PlannedDue() implements DuePolicy {
  @Override
  public String name() {
    return "planned-due";
  }

  @Override
  public String explain() {
    return "The obligation's term in the plan says when it is due.";
  }

  @Override
  public Due due(Context context) {
    var term = context.obligation().term();
    var limit = term.latest();
    var end =
        term.end(
            context.started(),
            asked(context.obligation(), context.incident()),
            context.level(),
            limit == null ? null : first(limit.from(), context.incident()),
            context.pauses());
    return new Due(end, label());
  }

  private static @Nullable Instant first(Trigger trigger, Incident incident) {
    return incident.clocks().occurrence(trigger).map(Occurrence::first).orElse(null);
  }

  private static @Nullable Instant asked(Obligation obligation, Incident incident) {
    Instant asked = null;
    for (Trigger trigger : obligation.starts()) {
      var occurrence = incident.clocks().occurrence(trigger).orElse(null);
      asked = occurrence == null || occurrence.answerBy() == null ? asked : occurrence.answerBy();
    }
    return asked;
  }
}
