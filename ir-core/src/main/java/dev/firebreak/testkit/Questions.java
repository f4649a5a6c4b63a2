package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Rejection;
import dev.firebreak.policy.ApprovalPolicy;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.CorrelationPolicy;
import dev.firebreak.policy.DisclosurePolicy;
import dev.firebreak.policy.DuePolicy;
import dev.firebreak.policy.EscalationPolicy;
import dev.firebreak.policy.ExitPolicy;
import dev.firebreak.policy.Policy;
import dev.firebreak.policy.SeverityPolicy;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * How one kind of policy is asked, and what its answers must be.
 *
 * @param contexts returns what it is asked about, by seed
 * @param ask asks once
 * @param essence returns what of an answer has to be alike
 * @param rules checks one answer
 * @param describe returns a context in a few words
 */
record Questions<C, A>(
    Policy policy,
    LongFunction<ImmutableList<C>> contexts,
    Function<C, A> ask,
    Function<A, Object> essence,
    Rules<C, A> rules,
    Function<C, String> describe) {

  /** Checks one answer. */
  @FunctionalInterface
  interface Rules<C, A> {
    void check(C context, A answer, Findings.At found);
  }

  static Questions<?, ?> forCommands(CommandPolicy policy) {
    return new Questions<CommandPolicy.Context, ImmutableList<Rejection>>(
        policy,
        SeededContexts::ofCommands,
        policy::review,
        Questions::essence,
        AnswerRules::check,
        context ->
            context.request().concept().nameOf(context.request().getClass())
                + " by "
                + context.by().actor()
                + " in the roles "
                + context.by().roles()
                + " on "
                + context.incident());
  }

  static Questions<?, ?> forExits(ExitPolicy policy) {
    return new Questions<ExitPolicy.Context, ImmutableList<Rejection>>(
        policy,
        SeededContexts::ofExits,
        policy::review,
        Questions::essence,
        AnswerRules::check,
        context -> "from " + context.from() + " to " + context.to() + " on " + context.incident());
  }

  static Questions<?, ?> forSeverity(SeverityPolicy policy) {
    return new Questions<>(
        policy,
        SeededContexts::ofSeverities,
        policy::rate,
        rating -> rating,
        (context, rating, found) -> AnswerRules.check(policy, context, rating, found),
        context -> context.impact() + " on " + context.incident());
  }

  static Questions<?, ?> forApproval(ApprovalPolicy policy) {
    return new Questions<>(
        policy,
        SeededContexts::ofApprovals,
        policy::required,
        approval -> approval,
        (context, approval, found) -> AnswerRules.check(policy, context, approval, found),
        context -> context.action() + " on " + context.incident());
  }

  static Questions<?, ?> forDue(DuePolicy policy) {
    return new Questions<>(
        policy,
        SeededContexts::ofDues,
        policy::due,
        due -> due,
        (context, due, found) -> AnswerRules.check(policy, due, found),
        context -> context.obligation().id() + " on " + context.incident());
  }

  static Questions<?, ?> forEscalation(EscalationPolicy policy) {
    return new Questions<>(
        policy,
        SeededContexts::ofEscalations,
        policy::next,
        next -> next,
        (context, next, found) -> AnswerRules.check(policy, context, next, found),
        context -> "level " + context.level() + " on " + context.incident());
  }

  static Questions<?, ?> forCorrelation(CorrelationPolicy policy) {
    return new Questions<>(
        policy,
        SeededContexts::ofCorrelations,
        policy::place,
        placement -> placement,
        AnswerRules::check,
        context -> context.alert().key() + " among " + context.candidates());
  }

  static Questions<?, ?> forDisclosure(DisclosurePolicy policy) {
    return new Questions<DisclosurePolicy.Context, ImmutableList<Rejection>>(
        policy,
        SeededContexts::ofDisclosures,
        policy::review,
        Questions::essence,
        AnswerRules::check,
        context -> context.notice().audience() + " about " + context.incident());
  }

  /** Returns the rejections without the identity of their conditions. */
  private static Object essence(List<Rejection> rejections) {
    return rejections.stream()
        .map(
            each ->
                ImmutableList.of(
                    each.code(),
                    each.condition().statement(),
                    each.message(),
                    each.facts(),
                    each.remedies()))
        .collect(toImmutableList());
  }
}
