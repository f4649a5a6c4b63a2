package dev.firebreak.alert;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to the alerts of an incident. */
public sealed interface AlertFact extends Fact<AttachedAlerts> {
  @Override
  default Concept<AttachedAlerts> concept() {
    return AttachedAlerts.CONCEPT;
  }

  /**
   * An alert was attached; the raw one is in the history of the intake.
   *
   * @param observed when the sensor saw it
   * @param because why it belongs here
   */
  record Attached(
      AlertKey alert, String title, AlertSeverity severity, Instant observed, String because)
      implements AlertFact {
    @Override
    public AttachedAlerts applyTo(AttachedAlerts before, Stamp stamp) {
      return before.with(new AttachedAlert(alert, title, observed, stamp.sequence()));
    }
  }

  /**
   * An alert was linked, which needs no work; the raw one is in the history of the intake.
   *
   * @param observed when the sensor saw it
   * @param because why it is known here
   */
  record Linked(
      AlertKey alert, String title, AlertSeverity severity, Instant observed, String because)
      implements AlertFact {
    @Override
    public AttachedAlerts applyTo(AttachedAlerts before, Stamp stamp) {
      return before.withLinked(new AttachedAlert(alert, title, observed, stamp.sequence()));
    }
  }

  /**
   * An alert that was attached had been reported by people.
   *
   * @param reporter who reported it, null if that is not to be known
   * @param noticed when they noticed it; the time of recording is when it was received
   */
  record Reported(AlertKey alert, @Nullable Actor reporter, Instant noticed) implements AlertFact {
    @Override
    public AttachedAlerts applyTo(AttachedAlerts before, Stamp stamp) {
      return before;
    }
  }
}
