package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.plan.ResponsePlan;

/** Answers whether a request may pass. */
@FunctionalInterface
public interface CommandPolicy extends Policy {
  /** Returns everything that speaks against it; empty if it may pass. */
  ImmutableList<Rejection> review(Context context);

  /**
   * What it may look at.
   *
   * @param incident the incident before the request
   * @param request what is asked
   * @param by who asks, in which roles and when
   * @param plan the plan that the incident runs under
   */
  record Context(Incident incident, Request<?> request, Asking by, ResponsePlan plan) {}

  /**
   * Returns the policy that what an action destroys on its target, by what is known of its type, is
   * secured before, as far as the plan's {@linkplain dev.firebreak.plan.EvidencePolicy evidence
   * policy} wants it kept; memory and disks, where it does not say.
   *
   * <p>That takes an item of each kind of evidence, taken from that target in this incident, whose
   * {@linkplain dev.firebreak.evidence.Volatility volatility} is told; or that somebody who may
   * waive steps {@linkplain dev.firebreak.action.ActionRequest.WaiveCapture waives} it for the
   * action, with a reason.
   */
  static CommandPolicy captureFirst() {
    return new CaptureFirst();
  }

  /**
   * Returns the policy that who asked for an action does not approve it, and that neither they nor
   * who started it without its approvals review that.
   *
   * <p>An engine always runs under it. NIST SP 800-53 Rev. 5, AC-5, is the control that asks for
   * it.
   */
  static CommandPolicy separationOfDuties() {
    return new SeparationOfDuties();
  }

  /**
   * Returns the policy that a command is for those whose role the table names; what the table does
   * not name is refused to everybody, a vendor's commands too.
   */
  static CommandPolicy byRole(RoleTable table) {
    return new ByRole(table);
  }

  /**
   * Returns the policy that all of these must let it pass: one objection is enough, and all are
   * told.
   *
   * @throws IllegalArgumentException if there are none, or their names do not fit into one
   */
  static CommandPolicy all(CommandPolicy... parts) {
    return new ComposedCommands(Composition.ALL, ImmutableList.copyOf(parts));
  }

  /**
   * Returns the policy that one of these must let it pass: where all object, one rejection tells
   * what each says, and a remedy is what satisfies one of them.
   *
   * @throws IllegalArgumentException if there are none, or their names do not fit into one
   */
  static CommandPolicy any(CommandPolicy... parts) {
    return new ComposedCommands(Composition.ANY, ImmutableList.copyOf(parts));
  }

  /**
   * Returns the policy that these are asked in order until one objects; those after it are not
   * asked.
   *
   * @throws IllegalArgumentException if there are none, or their names do not fit into one
   */
  static CommandPolicy firstObjection(CommandPolicy... parts) {
    return new ComposedCommands(Composition.FIRST_OBJECTION, ImmutableList.copyOf(parts));
  }
}
