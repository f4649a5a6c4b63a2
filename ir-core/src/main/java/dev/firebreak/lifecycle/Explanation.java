package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.IncidentId;
import org.jspecify.annotations.Nullable;

/**
 * Why a request would be refused now, and what would lift that.
 *
 * @param incident of which incident it is asked
 * @param actor who asks
 * @param request what is asked
 * @param reasons every reason against it; empty if it would pass
 * @param wayOut what would let it pass; null if it passes anyway, or none was found
 * @param deadEnds the reasons that nothing was found against, after all else that could be done was
 *     done; empty if it passes, if there is a way out, or if the search was given up because more
 *     is missing than it looks for
 */
public record Explanation(
    IncidentId incident,
    Actor actor,
    Request<?> request,
    ImmutableList<Reason> reasons,
    @Nullable WayOut wayOut,
    ImmutableList<Rejection> deadEnds) {

  /**
   * One reason.
   *
   * @param rejection the rule that is not met, and how
   * @param proof the events that prove it, of those that the viewer may see
   */
  public record Reason(Rejection rejection, ImmutableList<Event> proof) {}

  /** Returns whether it would be refused. */
  public boolean refused() {
    return !reasons.isEmpty();
  }

  /** Returns the explanation as text, in several lines. */
  public String toText() {
    var text = new StringBuilder();
    text.append(actor).append(" asks for ").append(request).append(" in ").append(incident);
    if (!refused()) {
      return text.append("\n  it would pass\n").toString();
    }
    for (Reason reason : reasons) {
      var rejection = reason.rejection();
      text.append("\n  refused by ").append(rejection);
      text.append("\n    rule: ").append(rejection.condition().statement());
      for (Event event : reason.proof()) {
        text.append("\n    proof: event ").append(event.sequence()).append(", ");
        text.append(event.type()).append(" by ").append(event.actor());
        text.append(" at ").append(event.occurred());
      }
    }
    var out = wayOut;
    return text.append(out == null ? outlook() : toText(out)).append("\n").toString();
  }

  private String toText(WayOut out) {
    var text = new StringBuilder("\n  it would pass if");
    if (out.until() != null) {
      text.append("\n    - one waits until ").append(out.until());
    }
    out.acts().forEach(act -> text.append("\n    - ").append(act));
    if (!out.asker().equals(actor)) {
      text.append("\n    - ").append(out.asker()).append(" asks in the place of ").append(actor);
    }
    if (!out.request().equals(request)) {
      text.append("\n    - ").append(out.request()).append(" is asked for instead");
    }
    if (out.elsewhere() != null) {
      text.append("\n    - it is asked of ").append(out.elsewhere()).append(" instead");
    }
    return text.toString();
  }

  private String outlook() {
    if (deadEnds.isEmpty()) {
      return "\n  more is missing than is looked for here";
    }
    var text = new StringBuilder("\n  nothing lifts it:");
    deadEnds.forEach(each -> text.append("\n    - ").append(each));
    return text.toString();
  }
}
