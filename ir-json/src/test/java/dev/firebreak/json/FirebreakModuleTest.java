package dev.firebreak.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionFact;
import dev.firebreak.action.ActionId;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertSeverity;
import dev.firebreak.alert.IntakeFact;
import dev.firebreak.alert.Placement;
import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.review.ReviewFact;
import dev.firebreak.review.ReviewQuestion;
import dev.firebreak.scope.Confidence;
import dev.firebreak.scope.Observable;
import dev.firebreak.scope.ScopeFact;
import dev.firebreak.severity.Severity;
import dev.firebreak.sharing.Audience;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class FirebreakModuleTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().addModule(new FirebreakModule()).build();

  /** What an embedder may have of its own. */
  public record Board(
      IncidentId incident, Map<ActionId, Actor> owners, List<Fact<?>> facts, Severity severity) {}

  @Test
  void a_type_of_the_embedders_own_may_hold_ours() {
    var board =
        new Board(
            IncidentId.of("inc-1"),
            ImmutableMap.of(new ActionId("a-1"), new Actor("alice")),
            List.of(new ActionFact.Approved(new ActionId("a-1"))),
            new Severity("high", 3));

    var json = MAPPER.writeValueAsString(board);

    assertThat(json)
        .isEqualTo(
            StrictReadingTest.json(
                "{'incident':'inc-1','owners':{'a-1':'alice'},"
                    + "'facts':[{'type':'action.approved','action':'a-1'}],"
                    + "'severity':{'name':'high','rank':3}}"));
    assertThat(MAPPER.readValue(json, Board.class)).isEqualTo(board);
  }

  @Test
  void refuses_a_key_that_is_no_identifier() {
    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(
            () ->
                MAPPER.readValue(
                    "{\"a b\":\"alice\"}", new TypeReference<Map<ActionId, Actor>>() {}))
        .withMessageContaining("must be 1..128 letters");
  }

  @Test
  void refuses_a_fact_of_another_kind_than_was_asked_for() {
    var json = MAPPER.writeValueAsString(new ActionFact.Approved(new ActionId("a-1")));

    assertThat(MAPPER.readValue(json, ActionFact.class))
        .isEqualTo(new ActionFact.Approved(new ActionId("a-1")));
    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> MAPPER.readValue(json, ScopeFact.class))
        .withMessageContaining("expected a ScopeFact but found another kind of fact");
  }

  @Test
  void a_record_of_one_whole_number_is_that_number_and_is_checked() {
    assertThat(MAPPER.writeValueAsString(Confidence.ofPercent(70))).isEqualTo("70");
    assertThat(MAPPER.readValue("70", Confidence.class)).isEqualTo(Confidence.ofPercent(70));
    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> MAPPER.readValue("101", Confidence.class))
        .withMessageContaining("confidence must be within 0..100 but was 101");
    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> MAPPER.readValue("\"70\"", Confidence.class))
        .withMessageContaining("expected a whole number but found a string");
  }

  @Test
  void an_alert_reads_as_it_was_written() {
    var alert =
        new Alert(
            new AlertKey("suricata", "7"),
            "Beacon",
            "rule-1",
            Instant.parse("2026-11-24T09:00:00.000000001Z"),
            ZoneOffset.ofHoursMinutes(5, 30),
            AlertSeverity.HIGH,
            ImmutableSet.of(
                new Observable(Observable.Type.URL, "http://b/"),
                new Observable(Observable.Type.IP_ADDRESS, "192.0.2.1")),
            "x".repeat(Alert.MAX_RAW - 1) + "\"");

    var json = MAPPER.writeValueAsString(alert);

    assertThat(MAPPER.readValue(json, Alert.class)).isEqualTo(alert);
    assertThat(FirebreakJson.mapper(Concepts.STANDARD).writeValueAsString(alert)).isEqualTo(json);
  }

  @Test
  void every_identifier_is_a_plain_string() throws IOException, URISyntaxException {
    assertThat(identifiersOfCore())
        .hasSizeGreaterThan(8)
        .contains(StreamId.class, IncidentId.class)
        .allSatisfy(FirebreakModuleTest::checkPlain);
    checkPlain(Actor.class);
    checkPlain(Role.class);
    checkPlain(Tenant.class);
  }

  private static List<Class<?>> identifiersOfCore() throws IOException, URISyntaxException {
    var core = Path.of(Event.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var module = ModuleFinder.of(core).findAll().iterator().next();
    try (var reader = module.open()) {
      return reader
          .list()
          .filter(file -> file.endsWith("Id.class"))
          .<Class<?>>map(FirebreakModuleTest::classIn)
          .filter(Class::isRecord)
          .toList();
    }
  }

  private static Class<?> classIn(String file) {
    try {
      return Class.forName(file.replace(".class", "").replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static void checkPlain(Class<?> type) {
    var value =
        type == StreamId.class
            ? IncidentId.of("inc-1").stream()
            : type == IncidentId.class
                ? new IncidentId(new Tenant("acme"), "inc-1")
                : Examples.make(type, new Object[] {"x-1"});

    var json = MAPPER.writeValueAsString(value);

    assertThat(json).isEqualTo("\"" + value + "\"");
    assertThat((Object) MAPPER.readValue(json, type)).isEqualTo(value);
  }

  @Test
  void what_is_null_is_left_out() {
    var told = new CommunicationFact.Notified(Audience.STAFF, "all", "m", null);

    assertThat(MAPPER.writeValueAsString(told)).doesNotContain("reference");
    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(told), Fact.class)).isEqualTo(told);
  }

  /** A vendor's concept: how warm the server room was. */
  public sealed interface ClimateFact extends Fact<Long> {
    Concept<Long> CONCEPT = new Concept<>("climate", 0L, ClimateFact.class);

    @Override
    default Concept<Long> concept() {
      return CONCEPT;
    }

    /** Somebody measured it. */
    record Measured(
        int celsius,
        boolean alarming,
        Duration over,
        ImmutableList<Probe> probes,
        @Nullable Room room)
        implements ClimateFact {
      public Measured {
        if (celsius < -273) {
          throw new IllegalArgumentException();
        }
      }

      @Override
      public Long applyTo(Long before, Stamp stamp) {
        return before + celsius;
      }
    }

    /** A value of the vendor's own, of which one may hold others. */
    record Probe(String name, long serial, ImmutableList<Probe> behind) {}

    /** One of the vendor's identifiers. */
    record Room(String number) {}
  }

  @Test
  void a_vendors_concept_needs_no_change_here() {
    var mapper =
        JsonMapper.builder()
            .addModule(new FirebreakModule(Concepts.STANDARD.and(ClimateFact.CONCEPT)))
            .build();
    var probe = new ClimateFact.Probe("p", Long.MIN_VALUE, ImmutableList.of());
    var event =
        Examples.event(
            new ClimateFact.Measured(
                -3,
                true,
                Duration.ofMinutes(90),
                ImmutableList.of(new ClimateFact.Probe("q", 1, ImmutableList.of(probe))),
                new ClimateFact.Room("4.12")));

    var json = mapper.writeValueAsString(event);

    assertThat(json)
        .endsWith(
            StrictReadingTest.json(
                "'cause':'event:2','celsius':-3,'alarming':true,'over':'PT1H30M','probes':[{'name':"
                    + "'q','serial':1,'behind':[{'name':'p','serial':-9223372036854775808,"
                    + "'behind':[]}]}],'room':'4.12'}"));
    assertThat(mapper.readValue(json, Event.class)).isEqualTo(event);
    assertThat(MAPPER.readValue(json, Event.class).type()).isEqualTo("climate.measured");
    assertThat(mapper.readValue(json.replace("true", "false"), Event.class)).isNotEqualTo(event);
    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> mapper.readValue(json.replace("true", "1"), Event.class))
        .withMessageContaining("expected true or false but found a number");
    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> mapper.readValue(json.replace("-3", "-300"), Event.class))
        .withMessageContaining("not a valid value");
  }

  @Test
  void refuses_to_write_a_fact_of_a_concept_that_it_was_not_given() {
    var event =
        Examples.event(new ClimateFact.Measured(1, false, Duration.ZERO, ImmutableList.of(), null));

    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> MAPPER.writeValueAsString(event))
        .withMessageContaining("climate.measured is not a kind of fact of the concepts");
  }

  @Test
  void refuses_to_write_what_could_not_be_read() {
    assertUnwritable(Examples.event(new ScopeFact.Confirmed("\ud800")), "half of a surrogate pair");
    assertUnwritable(Examples.event(new ScopeFact.Confirmed("x".repeat((1 << 20) + 1))), "at most");
    assertUnwritable(
        Examples.event(
            new ReviewFact.Held(
                ImmutableSet.of(), ImmutableMap.of(ReviewQuestion.SHARING, "\ud800"), "r")),
        "half of a surrogate pair");
    assertUnwritable(
        Examples.event(
            new IntakeFact.Received(
                new Alert(
                    new AlertKey("s", "r"),
                    "t",
                    "f",
                    Instant.EPOCH,
                    ZoneOffset.UTC,
                    AlertSeverity.LOW,
                    ImmutableSet.of(),
                    "raw"),
                Placement.Outcome.OPENED,
                "inc-1",
                "b",
                ImmutableSet.of(new Observable(Observable.Type.URL, "a\udc00")),
                null,
                "p@1")),
        "half of a surrogate pair");
    assertUnwritable(
        Examples.event(new ScopeFact.Observed(new Observable(Observable.Type.URL, "a\udc00"))),
        "half of a surrogate pair");
    assertUnwritable(
        Examples.event(
            (Fact<?>) Examples.make(ScopeFact.Confirmed.class, new @Nullable Object[] {null})),
        "is null and may not be");
    var told = Examples.event(new ScopeFact.Confirmed("x"));
    assertUnwritable(
        new Event(
            told.stream(),
            told.cause(),
            new Stamp(1, told.actor(), Instant.MAX, ZoneOffset.UTC, Instant.EPOCH),
            told.fact()),
        "out of range");
  }

  private static void assertUnwritable(Event event, String message) {
    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> MAPPER.writeValueAsString(event))
        .withMessageContaining(message);
  }

  /** A concept with a component that has no form. */
  public sealed interface Formless extends Fact<Long> {
    /** Its fact. */
    record Happened(Thread thread) implements Formless {
      @Override
      public Concept<Long> concept() {
        return new Concept<>("formless", 0L, Formless.class);
      }

      @Override
      public Long applyTo(Long before, Stamp stamp) {
        return before;
      }
    }
  }

  /** A concept with a component that the envelope has. */
  public sealed interface Colliding extends Fact<Long> {
    /** Its fact. */
    record Happened(String cause) implements Colliding {
      @Override
      public Concept<Long> concept() {
        return new Concept<>("colliding", 0L, Colliding.class);
      }

      @Override
      public Long applyTo(Long before, Stamp stamp) {
        return before;
      }
    }
  }

  /** A concept whose fact nobody may see. */
  sealed interface Hidden extends Fact<Long> permits HiddenFact {}

  private record HiddenFact(String text) implements Hidden {
    @Override
    public Concept<Long> concept() {
      return new Concept<>("hidden", 0L, Hidden.class);
    }

    @Override
    public Long applyTo(Long before, Stamp stamp) {
      return before;
    }
  }

  /** A concept with maps whose keys have no text. */
  public sealed interface Keyless extends Fact<Long> {
    /** Its fact. */
    record Happened(ImmutableMap<Severity, String> by) implements Keyless {
      @Override
      public Concept<Long> concept() {
        return new Concept<>("keyless", 0L, Keyless.class);
      }

      @Override
      public Long applyTo(Long before, Stamp stamp) {
        return before;
      }
    }
  }

  @Test
  void refuses_a_concept_that_has_no_form() {
    assertRefused(
        new Concept<>("formless", 0L, Formless.class), "no JSON form of java.lang.Thread");
    assertRefused(new Concept<>("keyless", 0L, Keyless.class), "no JSON form of");
    assertRefused(new Concept<>("hidden", 0L, Hidden.class), "must be public");
    assertRefused(
        new Concept<>("colliding", 0L, Colliding.class),
        "colliding.happened has a component cause, which every event has already");
  }

  private static void assertRefused(Concept<?> concept, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FirebreakModule(Concepts.STANDARD.and(concept)))
        .withMessageContaining(message);
  }
}
