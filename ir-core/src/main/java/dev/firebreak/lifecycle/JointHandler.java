package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.journal.Append;
import dev.firebreak.relation.RelationRequest;
import dev.firebreak.relation.Relations;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Decides on what relates incidents: every one of them is asked, and what follows is appended to
 * all of their histories at once, or to none.
 *
 * <p>Incidents are locked in the order of their names, so that nobody waits in a circle.
 */
final class JointHandler {
  private final Histories histories;
  private final CommandHandler commands;
  private final Announcer announcer;
  private final InstantSource clock;

  JointHandler(
      Histories histories, CommandHandler commands, Announcer announcer, InstantSource clock) {
    this.histories = histories;
    this.commands = commands;
    this.announcer = announcer;
    this.clock = clock;
  }

  /** Returns whether the request is for several incidents, and was made by somebody. */
  static boolean isJoint(Request<?> request) {
    return request.concept() == Relations.CONCEPT
        && request instanceof RelationRequest relation
        && !relation.follows();
  }

  /** Handles a command that acts at most once. */
  Decision handle(Command command) {
    return handle(command, false);
  }

  /** Handles a request that acts each time that it is made; its command is named by its event. */
  Decision handle(IncidentId incident, Actor actor, Request<?> request) {
    return handle(new Command(CommandId.ofEvent(1), incident, actor, null, request), true);
  }

  private Decision handle(Command command, boolean again) {
    var all = all(command);
    all.values().forEach(each -> each.lock().lock());
    try {
      for (int i = 0; i < Histories.ATTEMPTS; i++) {
        all.values().forEach(histories::refresh);
        var decision = new Attempt(command, again, all).decide();
        if (decision != null) {
          return decision;
        }
      }
    } finally {
      Lists.reverse(all.values().asList()).forEach(each -> each.lock().unlock());
      all.values().forEach(each -> announcer.send(each.incident().id()));
    }
    throw Histories.stillInConflict(command.incident().stream());
  }

  /** Returns the incidents by their names, which is the order in which they are locked. */
  private ImmutableSortedMap<String, TrackedIncident> all(Command command) {
    var all = ImmutableSortedMap.<String, TrackedIncident>naturalOrder();
    all.put(command.incident().name(), histories.tracked(command.incident()));
    for (String name : ((RelationRequest) command.request()).others()) {
      if (!name.equals(command.incident().name())) {
        all.put(name, histories.tracked(new IncidentId(command.incident().tenant(), name)));
      }
    }
    return all.buildOrThrow();
  }

  /** One attempt; all incidents are locked. */
  private final class Attempt {
    private final Command command;
    private final boolean again;
    private final ImmutableSortedMap<String, TrackedIncident> all;
    private final Instant now = clock.instant();

    Attempt(Command command, boolean again, ImmutableSortedMap<String, TrackedIncident> all) {
      this.command = command;
      this.again = again;
      this.all = all;
    }

    /** Returns the decision, null if one of the incidents was changed by somebody else. */
    @Nullable Decision decide() {
      var name = command.incident().name();
      var own = part(name);
      long first = again ? 0 : tracked(name).firstEventOf(command.id());
      if (first != 0) {
        var repeated = commands.repeated(command, first);
        announcer.put(command, repeated, own.before());
        return repeated;
      }
      var asked = again ? named(own.before(), command) : command;
      var others = ImmutableList.<Part>builder();
      for (String other : all.keySet()) {
        if (!other.equals(name)) {
          others.add(part(other));
        }
      }
      return record(asked, own, others.build());
    }

    private @Nullable Decision record(Command asked, Part own, ImmutableList<Part> others) {
      var before = others.stream().map(Part::before).collect(ImmutableList.toImmutableList());
      var joint = JointDecision.of(asked, own.before(), before, commands, now);
      if (!joint.rejections().isEmpty()) {
        var no = new Decision.Refused(joint.rejections());
        announcer.put(asked, no, own.before());
        return no;
      }
      own.take(asked, joint.own().decided());
      for (int i = 0; i < others.size(); i++) {
        var answer = joint.others().get(i);
        others.get(i).take(answer.command(), answer.decided());
      }
      return append(own, others) ? joint.own().decided().decision() : null;
    }

    private boolean append(Part own, ImmutableList<Part> others) {
      var parts = ImmutableList.<Part>builder().add(own).addAll(others).build();
      var appends = ImmutableList.<Append>builder();
      for (Part part : parts) {
        var append = part.append();
        appends.add(append == null ? part.unchanged() : append);
      }
      var all = appends.build();
      if (all.stream().anyMatch(Append::adds) && !histories.append(all)) {
        return false;
      }
      parts.forEach(part -> part.recorded(histories));
      return true;
    }

    private Part part(String name) {
      return new Part(tracked(name), commands, announcer);
    }

    private TrackedIncident tracked(String name) {
      var tracked = all.get(name);
      if (tracked == null) {
        throw new IllegalStateException("incident " + name + " is not locked");
      }
      return tracked;
    }

    private Command named(Incident incident, Command unnamed) {
      var id = CommandId.ofEvent(incident.version() + 1);
      return new Command(
          id, unnamed.incident(), unnamed.actor(), unnamed.occurred(), unnamed.request());
    }
  }
}
