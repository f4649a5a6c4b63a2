package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Rejection;
import dev.firebreak.incident.Incident;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.ResponsePlan;
import org.jspecify.annotations.Nullable;

/** Answers whether a phase may be left for a later one, or for good. */
@FunctionalInterface
public interface ExitPolicy extends Policy {
  /** Returns everything that is still missing; empty if the phase may be left. */
  ImmutableList<Rejection> review(Context context);

  /**
   * What it may look at.
   *
   * @param incident the incident before the move
   * @param members the incidents that are merged into it; what was done in them is done
   * @param from the phase that it is in
   * @param to the later phase that it is to enter, null if it is to be closed as resolved
   * @param plan the plan that the incident runs under
   */
  record Context(
      Incident incident,
      ImmutableList<Incident> members,
      Phase from,
      @Nullable Phase to,
      ResponsePlan plan) {
    /** Takes an incident into which no other is merged. */
    public Context(Incident incident, Phase from, @Nullable Phase to, ResponsePlan plan) {
      this(incident, ImmutableList.of(), from, to, plan);
    }
  }

  /**
   * Returns the policy that every mandatory step of the playbook up to the entered phase is done or
   * waived; an incident without a category has no playbook, and does not pass.
   */
  static ExitPolicy mandatorySteps() {
    return new MandatorySteps();
  }

  /**
   * Returns the policy that recovery ends when each criterion of the plan was confirmed, or waived,
   * since recovery was last entered.
   */
  static ExitPolicy recoveryCriteria() {
    return new RecoveryCriteria();
  }

  /**
   * Returns the policy that all of these must let it pass: one objection is enough, and all are
   * told.
   *
   * @throws IllegalArgumentException if there are none, or their names do not fit into one
   */
  static ExitPolicy all(ExitPolicy... parts) {
    return new ComposedExits(Composition.ALL, ImmutableList.copyOf(parts));
  }

  /**
   * Returns the policy that one of these must let it pass: where all object, one rejection tells
   * what each says, and a remedy is what satisfies one of them.
   *
   * @throws IllegalArgumentException if there are none, or their names do not fit into one
   */
  static ExitPolicy any(ExitPolicy... parts) {
    return new ComposedExits(Composition.ANY, ImmutableList.copyOf(parts));
  }

  /**
   * Returns the policy that these are asked in order until one objects; those after it are not
   * asked.
   *
   * @throws IllegalArgumentException if there are none, or their names do not fit into one
   */
  static ExitPolicy firstObjection(ExitPolicy... parts) {
    return new ComposedExits(Composition.FIRST_OBJECTION, ImmutableList.copyOf(parts));
  }
}
