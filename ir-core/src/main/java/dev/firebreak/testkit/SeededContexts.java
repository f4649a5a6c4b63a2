package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.Placement;
import dev.firebreak.fact.Request;
import dev.firebreak.policy.ApprovalPolicy;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.CorrelationPolicy;
import dev.firebreak.policy.DisclosurePolicy;
import dev.firebreak.policy.DuePolicy;
import dev.firebreak.policy.EscalationPolicy;
import dev.firebreak.policy.ExitPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.policy.SeverityPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The contexts about which an engine asks its policies, as a seed decides.
 *
 * <p>They are taken from an engine at work, so that each is one that may come about. The same seed
 * gives equal contexts that share nothing.
 */
final class SeededContexts {
  private static final int COMMANDS = 400;
  private static final int OTHERS = 150;

  private SeededContexts() {}

  static ImmutableList<CommandPolicy.Context> ofCommands(long seed) {
    return collect(
        seed,
        COMMANDS,
        SeededRequests::next,
        (List<CommandPolicy.Context> seen) ->
            Policies.STANDARD.withCommand(
                context -> {
                  seen.add(context);
                  return ImmutableList.of();
                }));
  }

  static ImmutableList<ExitPolicy.Context> ofExits(long seed) {
    return collect(
        seed,
        OTHERS,
        SeededRequests::next,
        (List<ExitPolicy.Context> seen) ->
            Policies.STANDARD.withExit(
                context -> {
                  seen.add(context);
                  return ImmutableList.of();
                }));
  }

  static ImmutableList<SeverityPolicy.Context> ofSeverities(long seed) {
    return collect(
        seed,
        OTHERS,
        SeededRequests::nextOrAssess,
        (List<SeverityPolicy.Context> seen) ->
            Policies.STANDARD.withSeverity(
                context -> {
                  seen.add(context);
                  return Policies.STANDARD.severity().rate(context);
                }));
  }

  static ImmutableList<ApprovalPolicy.Context> ofApprovals(long seed) {
    return collect(
        seed,
        OTHERS,
        SeededRequests::nextOrPlan,
        (List<ApprovalPolicy.Context> seen) ->
            Policies.STANDARD.withApproval(
                context -> {
                  seen.add(context);
                  return Policies.STANDARD.approval().required(context);
                }));
  }

  static ImmutableList<DuePolicy.Context> ofDues(long seed) {
    return collect(
        seed,
        OTHERS,
        SeededRequests::next,
        (List<DuePolicy.Context> seen) ->
            Policies.STANDARD.withDue(
                context -> {
                  seen.add(context);
                  return Policies.STANDARD.due().due(context);
                }));
  }

  static ImmutableList<EscalationPolicy.Context> ofEscalations(long seed) {
    return collect(
        seed,
        OTHERS,
        SeededRequests::next,
        (List<EscalationPolicy.Context> seen) ->
            Policies.STANDARD.withEscalation(
                context -> {
                  seen.add(context);
                  return Policies.STANDARD.escalation().next(context);
                }));
  }

  static ImmutableList<DisclosurePolicy.Context> ofDisclosures(long seed) {
    return collect(
        seed,
        OTHERS,
        SeededRequests::nextOrTell,
        (List<DisclosurePolicy.Context> seen) ->
            Policies.STANDARD.withDisclosure(
                context -> {
                  seen.add(context);
                  return Policies.STANDARD.disclosure().review(context);
                }));
  }

  static ImmutableList<CorrelationPolicy.Context> ofCorrelations(long seed) {
    var seen = new ArrayList<CorrelationPolicy.Context>();
    var policies =
        Policies.STANDARD.withCorrelation(
            context -> {
              seen.add(context);
              return seen.size() % 5 == 0 && !context.returning()
                  ? Placement.snooze(context.now().plusSeconds(1), "for later")
                  : Policies.STANDARD.correlation().place(context);
            });
    var incidents = SeededIncidents.of(seed);
    while (seen.size() < OTHERS) {
      incidents.receive(incidents.nextPlan(), policies, 20);
    }
    return ImmutableList.copyOf(seen.subList(0, OTHERS));
  }

  private static <C> ImmutableList<C> collect(
      long seed,
      int wanted,
      Function<SeededRequests, Request<?>> usual,
      Function<List<C>, Policies> recording) {
    var seen = new ArrayList<C>();
    var policies = recording.apply(seen);
    var incidents = SeededIncidents.of(seed);
    while (seen.size() < wanted) {
      incidents.drive(incidents.nextPlan(), policies, usual);
    }
    return ImmutableList.copyOf(seen.subList(0, wanted));
  }
}
