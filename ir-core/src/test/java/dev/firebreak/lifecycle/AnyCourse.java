package dev.firebreak.lifecycle;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertSeverity;
import dev.firebreak.alert.Placement;
import dev.firebreak.alert.Report;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.CorrelationPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.policy.RoleTable;
import dev.firebreak.relation.LinkKind;
import dev.firebreak.relation.RelationRequest;
import dev.firebreak.scope.Observable;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.testkit.SeededIncidents;
import dev.firebreak.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * One engine on one journal, to which moves are made that numbers decide; every move checks the
 * laws that it could break.
 */
final class AnyCourse {
  private static final Actor READER = new Actor("reader");
  private static final Viewer VIEWER = Viewer.of(Actor.ENGINE);
  private static final int INCIDENTS = 2;
  private static final int TRIES = 6;
  private static final int FOLDED_EVERY = 5;

  /** Policies that decide as the standard ones do, under another version. */
  private static final Policies OTHERS =
      Policies.STANDARD.withRoles(RoleTable.STANDARD.with("acme.*", RoleTable.Allowed.ENGINE));

  private final ResponsePlan plan;
  private final ResponsePlan newer;
  private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-03T22:00:00Z"));
  private final InMemoryJournal journal = new InMemoryJournal();
  private final Map<Command, Decision.Accepted> accepted = new HashMap<>();
  private final Consumer<Decision> listener;
  private IncidentResponse engine;
  private List<Rejection> lastRefusal = List.of();
  private int commands;
  private int starts;

  /**
   * Begins.
   *
   * @param seed decides the plan
   * @param listener is told of each decision
   */
  AnyCourse(long seed, Consumer<Decision> listener) {
    var plans = SeededIncidents.of(seed);
    this.plan = plans.nextPlan();
    this.newer = plans.nextPlan();
    this.listener = listener;
    this.engine = started();
  }

  private IncidentResponse started() {
    starts++;
    return IncidentResponse.under(plan, clock)
        .earlier(newer)
        .journal(journal)
        .policies((starts % 2 == 0 ? OTHERS : Policies.STANDARD).withCorrelation(AnyCourse::place))
        .listener((command, decision) -> listener.accept(decision))
        .build();
  }

  /** Lets some alerts wait, and places the others as planned. */
  private static Placement place(CorrelationPolicy.Context context) {
    return context.alert().key().reference().endsWith("7") && !context.returning()
        ? Placement.snooze(context.now().plusSeconds(900), "sevens wait")
        : CorrelationPolicy.asPlanned().place(context);
  }

  /** Makes the move that the number says. */
  void move(long number) {
    var random = new Random(number);
    var id = IncidentId.of("inc-" + random.nextInt(INCIDENTS));
    switch (random.nextInt(19)) {
      case 0 -> engine = started();
      case 1 -> wake(random);
      case 2 -> repeat(random);
      case 3 -> receive(random);
      case 4 -> relate(id, random);
      case 5 -> report(random);
      case 11 -> submit(id, someone(random), overrule(random));
      case 12 -> submit(id, someone(random), migrate(id));
      case 6, 7, 8 -> follow(id, random);
      case 9, 10 -> submit(id, someone(random), onward(incident(id)));
      default -> submitUntilAccepted(id, SeededIncidents.of(number));
    }
  }

  private void submitUntilAccepted(IncidentId id, SeededIncidents seeds) {
    boolean refused = true;
    for (int i = 0; refused && i < TRIES; i++) {
      var now = planOf(id);
      refused = !submit(id, seeds.nextActor(now), seeds.nextRequest(incident(id), now));
    }
  }

  private Actor someone(Random random) {
    return SeededIncidents.of(random.nextLong()).nextActor(plan);
  }

  /** Moves an incident to the other version of its plan, and maybe back. */
  private Request<?> migrate(IncidentId id) {
    var to = planOf(id).equals(plan) ? newer : plan;
    return new IncidentRequest.MigratePlan(to.version(), "it is better");
  }

  private ResponsePlan planOf(IncidentId id) {
    return newer.version().equals(incident(id).origin().plan()) ? newer : plan;
  }

  private Incident incident(IncidentId id) {
    return engine.incident(id, VIEWER).orElseGet(() -> Incident.blank(id, Concepts.STANDARD));
  }

  private List<Event> history(IncidentId id) {
    return journal.read(id.stream(), 0);
  }

  private static Request<?> onward(Incident incident) {
    if (incident.version() == 0) {
      return new IncidentRequest.Open("something happened");
    }
    if (!incident.progress().open()) {
      return new PhaseRequest.Reopen(Phase.IDENTIFICATION, "it is back");
    }
    return switch (incident.progress().phase()) {
      case PREPARATION, IDENTIFICATION -> PhaseRequest.Enter.next(Phase.CONTAINMENT);
      case CONTAINMENT -> PhaseRequest.Enter.next(Phase.ERADICATION);
      case ERADICATION -> PhaseRequest.Enter.next(Phase.RECOVERY);
      case RECOVERY -> PhaseRequest.Enter.next(Phase.POST_INCIDENT);
      case POST_INCIDENT -> new PhaseRequest.Close(Disposition.RESOLVED, "all is well");
    };
  }

  /** Laws 1, 2 and 5: what is accepted is what the history grows by; what is refused is nothing. */
  private boolean submit(IncidentId id, Actor actor, Request<?> request) {
    clock.advance(Duration.ofSeconds(40 + commands % 977 * 11L));
    var command = new Command(new CommandId("c-" + ++commands), id, actor, null, request);
    var before = history(id);
    var decision = engine.submit(command);
    var after = history(id);
    if (decision instanceof Decision.Accepted recorded) {
      assertThat(after.subList(0, before.size())).isEqualTo(before);
      assertThat(after.subList(before.size(), after.size())).isEqualTo(recorded.events());
      recorded.events().forEach(event -> tellsWhoWhenAndWhy(event, command));
      if (!recorded.events().isEmpty()) {
        accepted.put(command, recorded);
      }
    } else {
      lastRefusal = ((Decision.Refused) decision).rejections();
      assertThat(lastRefusal).isNotEmpty();
      assertThat(after).isEqualTo(before);
    }
    if (commands % FOLDED_EVERY == 0) {
      foldsAlike(id);
    }
    return decision.accepted();
  }

  private void tellsWhoWhenAndWhy(Event event, Command command) {
    assertThat(event.cause()).isEqualTo(command.id());
    assertThat(event.actor()).isEqualTo(command.actor());
    assertThat(event.stamp().recorded()).isEqualTo(clock.instant());
  }

  private void foldsAlike(IncidentId id) {
    var history = history(id);
    var blank = Incident.blank(id, Concepts.STANDARD);
    int half = history.size() / 2;
    var inHalves =
        blank.after(history.subList(0, half)).after(history.subList(half, history.size()));
    assertThat(inHalves).isEqualTo(blank.after(history)).isEqualTo(incident(id));
  }

  /** Law 3: what was accepted is answered with what it did, by any engine. */
  private void repeat(Random random) {
    if (accepted.isEmpty()) {
      return;
    }
    var command = List.copyOf(accepted.keySet()).get(random.nextInt(accepted.size()));
    var before = history(command.incident());
    var events = requireNonNull(accepted.get(command)).events();
    assertThat(engine.submit(command)).isEqualTo(new Decision.Accepted(events, true));
    assertThat(history(command.incident())).isEqualTo(before);
  }

  /** Law 7: after a call to wake nothing is due any more, unless it was refused. */
  private void wake(Random random) {
    clock.advance(Duration.ofHours(random.nextInt(100)));
    var refused = new ArrayList<Decision>();
    for (Decision decision : engine.wake(Tenant.SINGLE)) {
      if (!decision.accepted()) {
        refused.add(decision);
      }
      listener.accept(decision);
    }
    if (refused.isEmpty()) {
      assertThat(engine.nextDue(Tenant.SINGLE))
          .satisfies(next -> assertThat(next.orElse(Instant.MAX)).isAfter(clock.instant()));
    }
    assertThat(engine.wake(Tenant.SINGLE)).noneMatch(AnyCourse::recordedSomething);
  }

  private static boolean recordedSomething(Decision decision) {
    return decision instanceof Decision.Accepted accepted && !accepted.events().isEmpty();
  }

  private void receive(Random random) {
    var alert =
        new Alert(
            new AlertKey("probe", "alert " + random.nextInt(30)),
            "a host calls home",
            "rule-" + random.nextInt(4),
            clock.instant(),
            ZoneOffset.UTC,
            AlertSeverity.HIGH,
            ImmutableSet.of(
                new Observable(Observable.Type.IP_ADDRESS, "192.0.2." + random.nextInt(9))),
            "{}");
    var first = engine.receive(alert);
    assertThat(engine.receive(alert)).isNotInstanceOf(Receipt.Refused.class);
    if (first instanceof Receipt.Placed placed) {
      foldsAlike(placed.incident());
    }
  }

  /** Links or merges the incidents, or takes that back: all is recorded in both, or nothing is. */
  private void relate(IncidentId id, Random random) {
    var other = "inc-" + random.nextInt(INCIDENTS);
    var before = history(IncidentId.of(other)).size();
    Request<?> request =
        switch (random.nextInt(4)) {
          case 0 -> new RelationRequest.Link(other, LinkKind.RELATED_TO, "alike");
          case 1 -> new RelationRequest.Unlink(other, LinkKind.RELATED_TO, "not alike");
          case 2 -> new RelationRequest.Merge(ImmutableSet.of(other), "the same");
          default -> new RelationRequest.Unmerge(ImmutableSet.of(other), "not the same");
        };
    var decision = engine.submit(id, someone(random), request);
    assertThat(history(IncidentId.of(other)).size() > before)
        .isEqualTo(recordedSomething(decision));
    foldsAlike(id);
    foldsAlike(IncidentId.of(other));
  }

  private Request<?> overrule(Random random) {
    var worst = Iterables.getLast(plan.severity().levels());
    return new SeverityRequest.Overrule(
        worst, "for a while", clock.instant().plusSeconds(3_600 - 900 * random.nextInt(6)));
  }

  private void report(Random random) {
    var reporter = random.nextBoolean() ? new Actor("staff") : null;
    engine.receive(
        Tenant.SINGLE,
        new Report(
            "r-" + random.nextInt(20),
            reporter,
            "an odd mail",
            clock.instant(),
            ZoneOffset.UTC,
            ImmutableSet.of()));
  }

  /** Does what the last refusal says would lift it. */
  private void follow(IncidentId id, Random random) {
    var remedies = lastRefusal.stream().flatMap(each -> each.remedies().stream()).toList();
    if (remedies.isEmpty()) {
      return;
    }
    var remedy = remedies.get(random.nextInt(remedies.size()));
    if (remedy instanceof Remedy.Act act) {
      submit(id, entitled(act.by(), random), act.request());
    } else if (remedy instanceof Remedy.AskFor other) {
      submit(id, entitled(Remedy.Asker.ANYBODY, random), other.request());
    }
  }

  private Actor entitled(Remedy.Asker by, Random random) {
    var holders =
        plan.roles().stream()
            .filter(role -> by.holding().isEmpty() || by.holding().contains(role.role()))
            .flatMap(role -> role.holders().stream())
            .filter(holder -> !by.except().contains(holder))
            .collect(ImmutableList.toImmutableList());
    return holders.isEmpty() ? READER : holders.get(random.nextInt(holders.size()));
  }

  /** Returns what the journal holds. */
  List<Event> events() {
    var all = new ArrayList<Event>();
    for (Incident incident : engine.incidents(VIEWER)) {
      all.addAll(history(incident.id()));
    }
    all.addAll(journal.read(StreamId.intakeOf(Tenant.SINGLE), 0));
    return all;
  }
}
