package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.lifecycle.IncidentQuery.Order;
import dev.firebreak.obligation.Clock;
import dev.firebreak.phase.Phase;
import dev.firebreak.severity.Severity;
import dev.firebreak.testkit.SeededIncidents;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is found, against a walk through all incidents. */
@SuppressWarnings("EnumOrdinal") // any number that differs by word will do as a seed
class FindingIncidentsProperties {
  private static final Viewer VIEWER = Viewer.of(Actor.ENGINE);

  @Property(tries = 60)
  void finds_what_a_walk_through_all_incidents_finds(@ForAll long seed) {
    var seeds = SeededIncidents.of(seed);
    var random = new Random(seed);
    var plan = seeds.nextPlan();
    var clock = new TestClock();
    var journal = new InMemoryJournal();
    var one = IncidentResponse.under(plan, clock).journal(journal).build();
    var two = IncidentResponse.under(plan, clock).journal(journal).build();
    for (int i = 0; i < 60; i++) {
      var engine = random.nextBoolean() ? one : two;
      var id = IncidentId.of("i-" + random.nextInt(5));
      var before =
          engine.incident(id, VIEWER).orElseGet(() -> Incident.blank(id, Concepts.STANDARD));
      var request =
          before.version() == 0
              ? new IncidentRequest.Open(random.nextBoolean() ? "Files" : "A mail")
              : seeds.nextRequest(before, plan);
      engine.submit(id, seeds.nextActor(plan), request);
      clock.pass("PT" + random.nextInt(3) + "M");
      if (random.nextInt(6) == 0) {
        var query = query(random, clock.instant());
        var expected = walk(query, engine.incidents(VIEWER));
        assertThat(one.find(query, VIEWER)).extracting(IncidentSummary::id).isEqualTo(expected);
        assertThat(two.find(query, VIEWER)).isEqualTo(one.find(query, VIEWER));
        assertThat(one.nextDue(Tenant.SINGLE)).isEqualTo(two.nextDue(Tenant.SINGLE));
      }
    }
  }

  private static IncidentQuery query(Random random, Instant now) {
    var query = IncidentQuery.ALL.withOrder(Order.values()[random.nextInt(4)]);
    query = random.nextInt(3) == 0 ? query.withPhases(Phase.IDENTIFICATION) : query;
    query = random.nextInt(3) == 0 ? query.withDueBefore(now.plusSeconds(1800)) : query;
    query = random.nextInt(3) == 0 ? query.withText("FILES") : query;
    query = random.nextInt(3) == 0 ? query.withSeverityAtLeast(new Severity("any", 2)) : query;
    return random.nextBoolean() ? query : query.withLimit(2);
  }

  private static List<IncidentId> walk(IncidentQuery query, List<Incident> incidents) {
    return incidents.stream()
        .filter(incident -> incident.progress().open())
        .filter(incident -> isAskedFor(incident, query))
        .sorted(comparator(query.order()))
        .limit(query.limit())
        .map(Incident::id)
        .toList();
  }

  private static boolean isAskedFor(Incident incident, IncidentQuery query) {
    var severity = incident.assessment().severity();
    return (query.phases().isEmpty() || incident.progress().phase() == Phase.IDENTIFICATION)
        && (query.dueBefore() == null || due(incident).isBefore(query.dueBefore()))
        && (query.words().isEmpty() || incident.origin().title().equals("Files"))
        && (query.atLeast() == null || (severity != null && severity.rank() >= 2));
  }

  private static Comparator<Incident> comparator(Order order) {
    Comparator<Incident> first =
        switch (order) {
          case DUE_FIRST -> Comparator.comparing(FindingIncidentsProperties::due);
          case WORST_FIRST -> Comparator.comparingInt(incident -> -rank(incident));
          case OLDEST_FIRST -> Comparator.comparing(FindingIncidentsProperties::opened);
          case NEWEST_FIRST -> Comparator.comparing(FindingIncidentsProperties::opened).reversed();
        };
    return first
        .thenComparing(FindingIncidentsProperties::opened)
        .thenComparing(incident -> incident.id().name());
  }

  private static int rank(Incident incident) {
    var severity = incident.assessment().severity();
    return severity == null ? 0 : severity.rank();
  }

  private static Instant due(Incident incident) {
    return incident.clocks().byObligation().values().stream()
        .filter(Clock::running)
        .map(Clock::due)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  private static Instant opened(Incident incident) {
    var episodes = incident.progress().episodes();
    return episodes.get(episodes.size() - 1).opened();
  }
}
