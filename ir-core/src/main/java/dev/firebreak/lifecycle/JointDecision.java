package dev.firebreak.lifecycle;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.Decider.Decided;
import dev.firebreak.relation.RelationRequest;
import java.time.Instant;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * What is decided when several incidents are asked at once; nothing is recorded.
 *
 * @param rejections everything that speaks against it, in any of them; empty if it passes
 * @param own what was decided about the one that was asked
 * @param others what was decided about the others
 */
record JointDecision(ImmutableList<Rejection> rejections, Asked own, ImmutableList<Asked> others) {
  /** What one incident was asked for, and what was decided. */
  record Asked(Command command, Decided decided) {
    /** Returns what speaks against it, as it is told about another incident. */
    private ImmutableList<Rejection> elsewhere(@Nullable Remedy instead) {
      return decided.rejections().stream()
          .map(rejection -> elsewhere(rejection, instead))
          .collect(toImmutableList());
    }

    /** It is not opened in order to be merged or linked; and what is merged is named anew. */
    private Rejection elsewhere(Rejection rejection, @Nullable Remedy instead) {
      var fitting =
          rejection.remedies().stream()
              .filter(
                  each ->
                      !(each instanceof Remedy.Act act
                          && act.request() instanceof IncidentRequest.Open))
              .collect(toImmutableList());
      var told =
          new Rejection(rejection.condition(), rejection.message(), rejection.facts(), fitting)
              .elsewhere(command.incident().name());
      return instead == null ? told : told.or(instead);
    }
  }

  /**
   * Asks all of them.
   *
   * @param others the incidents that the request names, but not its own
   */
  static JointDecision of(
      Command command,
      Incident own,
      ImmutableList<Incident> others,
      CommandHandler commands,
      Instant now) {
    var request = (RelationRequest) command.request();
    var rejections = ImmutableList.<Rejection>builder();
    var decided = commands.decide(own, command, others, now);
    rejections.addAll(decided.rejections());
    var asked = ImmutableList.<Asked>builder();
    for (Incident other : others) {
      var counterpart = counterpart(command, request, other);
      var answer =
          new Asked(counterpart, commands.decide(other, counterpart, ImmutableList.of(own), now));
      rejections.addAll(answer.elsewhere(instead(request, own, other)));
      asked.add(answer);
    }
    if (request instanceof RelationRequest.Merge) {
      others.forEach(other -> rejections.addAll(Merging.uncovered(decided.after(), other)));
    }
    return new JointDecision(rejections.build(), new Asked(command, decided), asked.build());
  }

  private static Command counterpart(Command command, RelationRequest request, Incident other) {
    var id = CommandId.ofEvent(other.version() + 1);
    var asks = request.counterpart(command.incident().name());
    return new Command(id, other.id(), command.actor(), command.occurred(), asks);
  }

  /** Returns what to ask for where one of those to be merged is merged already. */
  private static Remedy.@Nullable AskFor instead(
      RelationRequest request, Incident own, Incident other) {
    var into = other.relations().into();
    if (into == null || !(request instanceof RelationRequest.Merge merge)) {
      return null;
    }
    var names = new LinkedHashSet<>(merge.from());
    names.remove(other.id().name());
    if (!into.equals(own.id().name())) {
      names.add(into);
    }
    return names.isEmpty()
        ? null
        : new Remedy.AskFor(new RelationRequest.Merge(ImmutableSet.copyOf(names), merge.reason()));
  }
}
