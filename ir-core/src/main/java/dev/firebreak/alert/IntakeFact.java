package dev.firebreak.alert;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.scope.Observable;

/** What happened to alerts on their way in. */
public sealed interface IntakeFact extends Fact<Intake> {
  @Override
  default Concept<Intake> concept() {
    return Intake.CONCEPT;
  }

  /**
   * An alert was received that had not been before.
   *
   * @param outcome what became of it
   * @param incident the name of the incident that it belongs to
   * @param because what decided
   * @param binds the observables that lead to that incident from now on
   */
  record Received(
      Alert alert,
      Placement.Outcome outcome,
      String incident,
      String because,
      ImmutableSet<Observable> binds)
      implements IntakeFact {
    @Override
    public Intake applyTo(Intake before, Stamp stamp) {
      return before.with(this);
    }
  }
}
