package dev.firebreak.obligation;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Enums;
import dev.firebreak.check.Check;

/**
 * Something whose occurrence can start a clock, or decide whether it runs.
 *
 * <p>Its text is {@code DECLARED} for a milestone, {@code gdpr/AWARE} for a determination, and
 * {@code after/nis2-warning} for what follows another obligation.
 */
public sealed interface Trigger {
  /** What stands before the obligation that another one follows. */
  String AFTER = "after";

  /** A milestone of the incident was reached. */
  record Reached(Milestone milestone) implements Trigger {
    @Override
    public String toString() {
      return milestone.name();
    }
  }

  /**
   * Somebody determined something.
   *
   * @param regime the law or contract that it is about, such as {@code gdpr}; any but {@code after}
   */
  record Determined(String regime, Determination what) implements Trigger {
    public Determined {
      checkRegime(regime);
    }

    @Override
    public String toString() {
      return regime + "/" + what;
    }
  }

  /** Another obligation was fulfilled. */
  record Fulfilled(ObligationId obligation) implements Trigger {
    @Override
    public String toString() {
      return AFTER + "/" + obligation;
    }
  }

  /** Returns the trigger that a milestone is reached. */
  static Trigger at(Milestone milestone) {
    return new Reached(milestone);
  }

  /** Returns the trigger that somebody determines something. */
  static Trigger when(String regime, Determination what) {
    return new Determined(regime, what);
  }

  /** Returns the trigger that another obligation is fulfilled. */
  static Trigger after(ObligationId obligation) {
    return new Fulfilled(obligation);
  }

  /**
   * Returns the trigger of which this is the text.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Trigger parse(String text) {
    int border = text.indexOf('/');
    var before = border < 0 ? "" : text.substring(0, border);
    var name = text.substring(border + 1);
    if (before.equals(AFTER)) {
      return after(new ObligationId(name));
    }
    if (border < 0) {
      var milestone = Enums.getIfPresent(Milestone.class, name);
      checkArgument(milestone.isPresent(), "there is no milestone %s", name);
      return at(milestone.get());
    }
    var what = Enums.getIfPresent(Determination.class, name);
    checkArgument(what.isPresent(), "there is no determination %s", name);
    return when(before, what.get());
  }

  private static void checkRegime(String regime) {
    Check.identifier(regime, "regime");
    checkArgument(!regime.equals(AFTER), "a regime cannot be called %s", AFTER);
  }
}
