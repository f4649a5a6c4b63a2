package dev.firebreak.alert;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.scope.Observable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to alerts on their way in. */
public sealed interface IntakeFact extends Fact<Intake>
    permits IntakeFact.Received, IntakeFact.Returned, IntakeFact.Forgotten {
  @Override
  default Concept<Intake> concept() {
    return Intake.CONCEPT;
  }

  /**
   * An alert was received that had not been before.
   *
   * @param outcome what became of it
   * @param incident the name of the incident that it belongs to, null if it belongs to none
   * @param because what decided
   * @param binds the observables that lead to that incident from now on
   * @param until when it is looked at again, null unless it is snoozed
   * @param under the policy that decided, with its version
   */
  record Received(
      Alert alert,
      Placement.Outcome outcome,
      @Nullable String incident,
      String because,
      ImmutableSet<Observable> binds,
      @Nullable Instant until,
      String under)
      implements IntakeFact {
    @Override
    public Intake applyTo(Intake before, Stamp stamp) {
      return before.with(this, stamp.recorded());
    }
  }

  /**
   * An alert that was snoozed was looked at again.
   *
   * @param alert which alert
   * @param outcome what became of it
   * @param incident the name of the incident that it belongs to, null if it belongs to none
   * @param because what decided
   * @param binds the observables that lead to that incident from now on
   * @param until when it is looked at again, null unless it is snoozed once more
   * @param under the policy that decided, with its version
   */
  record Returned(
      AlertKey alert,
      Placement.Outcome outcome,
      @Nullable String incident,
      String because,
      ImmutableSet<Observable> binds,
      @Nullable Instant until,
      String under)
      implements IntakeFact {
    @Override
    public Intake applyTo(Intake before, Stamp stamp) {
      return before.with(this);
    }
  }

  /**
   * What was observed before that moment was dropped from memory; the history keeps it.
   *
   * @param before the moment
   */
  record Forgotten(Instant before) implements IntakeFact {
    @Override
    public Intake applyTo(Intake intake, Stamp stamp) {
      return intake.withoutBefore(before);
    }
  }
}
