package dev.firebreak.lifecycle;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Rejection;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.lifecycle.Decider.Decided;
import dev.firebreak.relation.RelationRequest;
import java.time.Instant;
import java.util.function.Function;

/**
 * Incidents as they would be after some acts of which nothing is recorded. Immutable.
 *
 * @param stored returns an incident as it is; blank if there is none, or if it is to be kept secret
 * @param changed those that would be different
 */
record Prospect(Function<IncidentId, Incident> stored, ImmutableMap<IncidentId, Incident> changed) {
  /** What would come of a command: what speaks against it, and the incidents then. */
  record Outcome(ImmutableList<Rejection> rejections, Prospect after) {}

  Incident get(IncidentId id) {
    var incident = changed.get(id);
    return incident == null ? stored.apply(id) : incident;
  }

  /** Returns what would come of a command. */
  Outcome decide(Command command, CommandHandler commands, Instant now) {
    var own = get(command.incident());
    if (JointHandler.isJoint(command.request())) {
      var joint = JointDecision.of(command, own, others(command), commands, now);
      var all = ImmutableList.<Decided>builder().add(joint.own().decided());
      joint.others().forEach(each -> all.add(each.decided()));
      return new Outcome(joint.rejections(), with(all.build()));
    }
    var members =
        commands.members(own, command.request()).stream()
            .map(member -> changed.getOrDefault(member.id(), member))
            .collect(toImmutableList());
    var decided = commands.decide(own, command, members, now);
    return new Outcome(decided.rejections(), with(ImmutableList.of(decided)));
  }

  private ImmutableList<Incident> others(Command command) {
    var own = command.incident();
    return ((RelationRequest) command.request())
        .others().stream()
            .filter(name -> !name.equals(own.name()))
            .map(name -> get(new IncidentId(own.tenant(), name)))
            .collect(toImmutableList());
  }

  private Prospect with(ImmutableList<Decided> all) {
    var now = ImmutableMap.<IncidentId, Incident>builder().putAll(changed);
    all.forEach(each -> now.put(each.after().id(), each.after()));
    return new Prospect(stored, now.buildKeepingLast());
  }
}
