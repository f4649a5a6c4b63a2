package dev.firebreak.alert;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;

/** What may be asked about the alerts of an incident. */
public sealed interface AlertRequest extends Request<AttachedAlerts> {
  @Override
  default Concept<AttachedAlerts> concept() {
    return AttachedAlerts.CONCEPT;
  }

  /**
   * Attach an alert, and see what it saw.
   *
   * @param because why it belongs here
   */
  record Attach(Alert alert, String because) implements AlertRequest {
    public Attach {
      Check.text(because, "because");
    }

    @Override
    public ImmutableList<Rejection> unmet(AttachedAlerts alerts, Asking by) {
      return alerts
          .find(alert.key())
          .map(
              known ->
                  ImmutableList.of(
                      AlertCondition.NOT_ATTACHED.unmet(
                          alert.key() + " is attached", known.since())))
          .orElse(ImmutableList.of());
    }

    @Override
    public ImmutableList<Fact<AttachedAlerts>> yields(AttachedAlerts alerts, Asking by) {
      return ImmutableList.of(
          new AlertFact.Attached(
              alert.key(), alert.title(), alert.severity(), alert.observed(), because));
    }
  }
}
