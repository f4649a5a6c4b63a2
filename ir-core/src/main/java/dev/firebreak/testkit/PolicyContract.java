package dev.firebreak.testkit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import dev.firebreak.policy.ApprovalPolicy;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.CorrelationPolicy;
import dev.firebreak.policy.DisclosurePolicy;
import dev.firebreak.policy.DuePolicy;
import dev.firebreak.policy.EscalationPolicy;
import dev.firebreak.policy.ExitPolicy;
import dev.firebreak.policy.SeverityPolicy;
import java.time.Duration;

/**
 * What every policy must do: answer about every context, alike for equal ones, without a trace, and
 * say why.
 *
 * <p>In a test: {@code PolicyContract.forCommands(new MyPolicy()).verify(7)}, with a few seeds. The
 * policy is asked some thousand times about contexts that an engine came to, on two threads, in
 * several orders, and under several default locales and time zones; what it prints, which threads
 * it leaves and which properties it sets is watched. For that time the check replaces {@link
 * System#out}, {@link System#err}, the default locale and the default time zone of the process, so
 * two checks wait for each other and other tests should not run beside it.
 *
 * <p>It cannot see everything: not I/O, nor a clock that is read by the day, nor a policy that
 * remembers its first answer and sticks to it.
 */
public final class PolicyContract {
  /** How long a policy may take for all answers, unless {@link #within} says otherwise. */
  public static final Duration BUDGET = Duration.ofSeconds(10);

  private final Questions<?, ?> questions;
  private final Duration budget;

  private PolicyContract(Questions<?, ?> questions, Duration budget) {
    this.questions = questions;
    this.budget = budget;
  }

  /**
   * One rule that a policy breaks.
   *
   * @param rule the name of the rule, such as {@code alike-for-equal-contexts}
   * @param what the rule, and where the policy first broke it
   */
  public record Violation(String rule, String what) {
    @Override
    public String toString() {
      return rule + ": " + what;
    }
  }

  /** Returns the contract of a policy that is asked about every request. */
  public static PolicyContract forCommands(CommandPolicy policy) {
    return new PolicyContract(Questions.forCommands(policy), BUDGET);
  }

  /** Returns the contract of a policy that is asked when a phase is left. */
  public static PolicyContract forExits(ExitPolicy policy) {
    return new PolicyContract(Questions.forExits(policy), BUDGET);
  }

  /** Returns the contract of a policy that derives the severity. */
  public static PolicyContract forSeverity(SeverityPolicy policy) {
    return new PolicyContract(Questions.forSeverity(policy), BUDGET);
  }

  /** Returns the contract of a policy that says who must approve an action. */
  public static PolicyContract forApproval(ApprovalPolicy policy) {
    return new PolicyContract(Questions.forApproval(policy), BUDGET);
  }

  /** Returns the contract of a policy that says when an obligation is due. */
  public static PolicyContract forDue(DuePolicy policy) {
    return new PolicyContract(Questions.forDue(policy), BUDGET);
  }

  /** Returns the contract of a policy that says who is asked to take an incident on. */
  public static PolicyContract forEscalation(EscalationPolicy policy) {
    return new PolicyContract(Questions.forEscalation(policy), BUDGET);
  }

  /** Returns the contract of a policy that says where an alert belongs. */
  public static PolicyContract forCorrelation(CorrelationPolicy policy) {
    return new PolicyContract(Questions.forCorrelation(policy), BUDGET);
  }

  /** Returns the contract of a policy that says whether an audience may be told. */
  public static PolicyContract forDisclosure(DisclosurePolicy policy) {
    return new PolicyContract(Questions.forDisclosure(policy), BUDGET);
  }

  /**
   * Returns the same contract with another limit on the time of all answers together.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public PolicyContract within(Duration budget) {
    checkArgument(
        budget.compareTo(Duration.ZERO) > 0, "budget must be positive but was %s", budget);
    return new PolicyContract(questions, budget);
  }

  /**
   * Returns what the policy breaks, at most one violation for each rule; empty if nothing was
   * found.
   *
   * @param seed decides the contexts; the same seed gives equal ones
   */
  public ImmutableList<Violation> check(long seed) {
    return Interrogation.hold(questions, seed, budget);
  }

  /**
   * Checks the policy.
   *
   * @param seed decides the contexts; the same seed gives equal ones
   * @throws AssertionError if the policy breaks a rule, with every one that was found
   */
  public void verify(long seed) {
    var violations = check(seed);
    if (!violations.isEmpty()) {
      throw new AssertionError(
          questions.policy().getClass().getName()
              + " breaks the contract of policies (seed "
              + seed
              + ")\n"
              + Joiner.on('\n').join(violations));
    }
  }
}
