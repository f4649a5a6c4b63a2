package dev.firebreak.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import com.google.common.io.Resources;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Stamp;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Handover;
import dev.firebreak.phase.Move;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.policy.Policies;
import dev.firebreak.relation.RelationFact;
import dev.firebreak.testkit.SeededIncidents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every command by every kind of role in every phase and disposition, against a table that people
 * have read.
 */
class WhoMayTest {
  private static final IncidentId ID = IncidentId.of("a");
  private static final int SAMPLES = 4;

  /** What a role, a phase or a disposition stands in the way of; other refusals do not count. */
  private static final ImmutableSet<String> IN_THE_WAY =
      ImmutableSet.of(
          "policy.role-table",
          "incident.open",
          "incident.new",
          "incident.not-merged",
          "phase.reachable",
          "phase.ends-so",
          "phase.reopens");

  private static final ImmutableSet<Phase> PHASES =
      ImmutableSet.copyOf(EnumSet.complementOf(EnumSet.of(Phase.PREPARATION)));
  private static final ResponsePlan PLAN = plan();
  private static final Decider DECIDER = new Decider(Policies.STANDARD);
  private static final PlanIndex INDEX = new PlanIndex(PLAN);

  private static final String NEW = "new";

  private final ImmutableTable<String, Phase, Incident> incidents = incidents();

  /** The table is copied from what the test has found, once somebody has read it. */
  @Test
  void is_as_in_the_table_that_was_read() throws IOException {
    var found = found();
    var copy = Path.of("target", "who-may.txt");
    Files.writeString(copy, found, UTF_8);
    assertThat(found)
        .as("read %s, and copy it to src/test/resources/dev/firebreak/lifecycle", copy)
        .isEqualTo(
            Resources.toString(Resources.getResource(WhoMayTest.class, "who-may.txt"), UTF_8));
  }

  private String found() {
    var lines = new StringBuilder();
    samples().forEach((name, requests) -> lines.append(name).append("\n").append(of(requests)));
    return lines.toString();
  }

  /** Returns the lines of one command: who may, and in which states. */
  private String of(List<Request<?>> requests) {
    SetMultimap<SetMultimap<Set<Phase>, String>, String> who = LinkedHashMultimap.create();
    for (Actor actor : actors()) {
      var states = states(requests, actor);
      if (!states.isEmpty()) {
        who.put(states, actor.id());
      }
    }
    if (who.isEmpty()) {
      return "  nobody\n";
    }
    return Multimaps.asMap(who).entrySet().stream()
        .map(entry -> "  " + people(entry.getValue()) + ": " + words(entry.getKey()) + "\n")
        .collect(joining());
  }

  private static boolean passes(Request<?> request, Actor actor, Incident incident) {
    var command = new Command(new CommandId("c"), ID, actor, null, request);
    var decision =
        DECIDER
            .decide(incident, command, ImmutableList.of(), INDEX, null, Ransomware.START)
            .decision();
    return !(decision instanceof Decision.Refused refused)
        || refused.rejections().stream().noneMatch(each -> IN_THE_WAY.contains(each.code()));
  }

  private static String people(Set<String> who) {
    var kinds = Arrays.stream(RoleKind.values()).map(WhoMayTest::word).toList();
    if (!who.containsAll(kinds)) {
      return String.join(", ", who);
    }
    var others = who.stream().filter(each -> !kinds.contains(each));
    return Stream.concat(Stream.of("any role"), others).collect(joining(", "));
  }

  /** Returns the phases in which that is not in the way, and the dispositions by them. */
  private SetMultimap<Set<Phase>, String> states(List<Request<?>> requests, Actor actor) {
    SetMultimap<Set<Phase>, String> states = LinkedHashMultimap.create();
    incidents
        .rowMap()
        .forEach(
            (disposition, byPhase) -> {
              var phases = EnumSet.noneOf(Phase.class);
              byPhase.forEach(
                  (phase, incident) -> {
                    if (requests.stream().anyMatch(each -> passes(each, actor, incident))) {
                      phases.add(phase);
                    }
                  });
              if (!phases.isEmpty()) {
                states.put(phases, disposition);
              }
            });
    return states;
  }

  private static String words(SetMultimap<Set<Phase>, String> states) {
    return Multimaps.asMap(states).entrySet().stream()
        .map(
            each -> {
              var all = each.getValue().size() == Disposition.values().length;
              var dispositions = all ? "open or closed" : String.join(", ", each.getValue());
              return each.getKey().size() == PHASES.size() || each.getValue().contains(NEW)
                  ? dispositions
                  : dispositions
                      + " in "
                      + each.getKey().stream().map(WhoMayTest::word).collect(joining(", "));
            })
        .collect(joining("; "));
  }

  private static String word(Enum<?> constant) {
    return Ascii.toLowerCase(constant.name()).replace('_', '-');
  }

  /** Returns some requests of every command; those that name a phase or an ending by it. */
  private Map<String, List<Request<?>>> samples() {
    var samples = new TreeMap<String, List<Request<?>>>();
    var all = Concepts.STANDARD.all().stream().flatMap(each -> each.requests().keySet().stream());
    all.forEach(command -> samples.put(command, new ArrayList<>()));
    var seeded = SeededIncidents.of(7);
    while (samples.values().stream().anyMatch(each -> each.size() < SAMPLES)) {
      var incident = seeded.nextIncident(PLAN);
      for (int i = 0; i < 40; i++) {
        var request = seeded.nextRequest(incident, PLAN);
        var some = samples.get(request.concept().nameOf(request.getClass()));
        if (some != null && some.size() < SAMPLES) {
          some.add(request);
        }
      }
    }
    samples.keySet().removeAll(Set.of("phase.enter", "phase.close", "phase.reopen"));
    for (Phase phase : PHASES) {
      samples.put("phase.enter " + word(phase), List.of(new PhaseRequest.Enter(phase, "so")));
      samples.put("phase.reopen in " + word(phase), List.of(new PhaseRequest.Reopen(phase, "so")));
    }
    for (Disposition as : Disposition.values()) {
      samples.put(
          "phase.close as " + word(as),
          List.of(
              new PhaseRequest.Close(
                  as, "so", as == Disposition.HANDED_OVER ? Handover.to("others") : null)));
    }
    return samples;
  }

  private static ImmutableList<Actor> actors() {
    var actors = ImmutableList.<Actor>builder();
    for (RoleKind kind : RoleKind.values()) {
      actors.add(new Actor(word(kind)));
    }
    return actors.add(new Actor("without-role"), Actor.ENGINE).build();
  }

  private static ResponsePlan plan() {
    var roles = ImmutableList.<RoleDefinition>builder();
    for (RoleKind kind : RoleKind.values()) {
      var name = word(kind);
      roles.add(
          new RoleDefinition(
              new Role(name), kind, new Actor(name), ImmutableList.of(), ImmutableSet.of()));
    }
    return Ransomware.plan("1").roles(withThoseOfThePlan(roles)).build();
  }

  /** The playbook names roles, which nobody here holds. */
  private static ImmutableList<RoleDefinition> withThoseOfThePlan(
      ImmutableList.Builder<RoleDefinition> roles) {
    var known = roles.build();
    return ImmutableList.<RoleDefinition>builder()
        .addAll(known)
        .addAll(
            Stream.of(Ransomware.MANAGING, Ransomware.HANDLING)
                .filter(role -> known.stream().noneMatch(each -> each.role().equals(role)))
                .map(
                    role ->
                        new RoleDefinition(
                            role, RoleKind.HANDLER, null, ImmutableList.of(), ImmutableSet.of()))
                .toList())
        .build();
  }

  /** Returns an incident for every phase and disposition, and one that is not opened. */
  private static ImmutableTable<String, Phase, Incident> incidents() {
    var table = ImmutableTable.<String, Phase, Incident>builder();
    table.put(NEW, Phase.IDENTIFICATION, Incident.blank(ID, Concepts.STANDARD));
    for (Phase phase : PHASES) {
      var opened =
          after(
              Incident.blank(ID, Concepts.STANDARD),
              new IncidentFact.Opened("files", PLAN.version(), Policies.STANDARD.labels()),
              new PhaseFact.EpisodeStarted(Phase.IDENTIFICATION, "opened"),
              new PhaseFact.Entered(Phase.IDENTIFICATION, phase, Move.NEXT, null));
      for (Disposition disposition : Disposition.values()) {
        table.put(
            word(disposition),
            phase,
            switch (disposition) {
              case OPEN -> opened;
              case MERGED ->
                  after(
                      opened,
                      new RelationFact.Merged("b", "the same"),
                      new PhaseFact.Closed(disposition, "over"));
              case RESOLVED, FALSE_POSITIVE, AUTHORIZED_TEST, HANDED_OVER ->
                  after(opened, new PhaseFact.Closed(disposition, "over"));
            });
      }
    }
    return table.build();
  }

  private static Incident after(Incident before, Fact<?>... facts) {
    var incident = before;
    for (Fact<?> fact : facts) {
      var stamp =
          new Stamp(
              incident.version() + 1,
              Actor.ENGINE,
              Ransomware.START,
              ZoneOffset.UTC,
              Ransomware.START);
      incident = incident.after(new Event(ID.stream(), new CommandId("given"), stamp, fact));
    }
    return incident;
  }
}
