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
      return notYet(alert, alerts);
    }

    @Override
    public ImmutableList<Fact<AttachedAlerts>> yields(AttachedAlerts alerts, Asking by) {
      var attached =
          new AlertFact.Attached(
              alert.key(), alert.title(), alert.severity(), alert.observed(), because);
      return alert.isReport()
          ? ImmutableList.of(
              attached, new AlertFact.Reported(alert.key(), alert.reporter(), alert.observed()))
          : ImmutableList.of(attached);
    }
  }

  /**
   * Take note of an alert about which nothing has to be done; what it saw stays out of the scope.
   *
   * @param because why it is known here
   */
  record Link(Alert alert, String because) implements AlertRequest {
    public Link {
      Check.text(because, "because");
    }

    @Override
    public ImmutableList<Rejection> unmet(AttachedAlerts alerts, Asking by) {
      return notYet(alert, alerts);
    }

    @Override
    public ImmutableList<Fact<AttachedAlerts>> yields(AttachedAlerts alerts, Asking by) {
      return ImmutableList.of(
          new AlertFact.Linked(
              alert.key(), alert.title(), alert.severity(), alert.observed(), because));
    }
  }

  private static ImmutableList<Rejection> notYet(Alert alert, AttachedAlerts alerts) {
    var known = alerts.find(alert.key()).or(() -> alerts.findLinked(alert.key()));
    return known.isEmpty()
        ? ImmutableList.of()
        : ImmutableList.of(
            AlertCondition.NOT_ATTACHED.unmet(alert.key() + " is known here", known.get().since()));
  }
}
