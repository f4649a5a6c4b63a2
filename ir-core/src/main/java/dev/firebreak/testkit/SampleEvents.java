package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertSeverity;
import dev.firebreak.alert.IntakeFact;
import dev.firebreak.alert.Placement;
import dev.firebreak.evidence.EvidenceFact;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.IncidentFact;
import dev.firebreak.journal.Append;
import dev.firebreak.phase.Move;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseFact;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.review.ReviewFact;
import dev.firebreak.review.ReviewQuestion;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.Observable;
import dev.firebreak.scope.ScopeFact;
import java.time.Instant;
import java.time.ZoneOffset;

/** Events for checks of journals: the same each time, and not easy to keep. */
final class SampleEvents {
  private static final Instant BEGIN = Instant.parse("2026-03-29T00:59:59.123456789Z");
  private static final String HARD_TEXT =
      "\"quoted\" \\ back\nline\r\n\ttab \u0000 \u2028 {\"type\":\"x\"} Ünïcödé \uD83D\uDD25 \u202E,]";

  private static final int KINDS = 7;

  private SampleEvents() {}

  /** Returns the history of an incident. */
  static StreamId incident(String tenant, String name) {
    return new StreamId(new Tenant(tenant), StreamId.Kind.INCIDENT, name);
  }

  /** Returns events that follow a version, the next kind each. */
  static Append append(StreamId stream, long version, int count) {
    var events = ImmutableList.<Event>builder();
    for (long sequence = version + 1; sequence <= version + count; sequence++) {
      events.add(event(stream, sequence, "kim"));
    }
    return new Append(stream, version, events.build());
  }

  /** Returns one event that somebody appends. */
  static Append append(StreamId stream, long version, String actor) {
    return new Append(stream, version, ImmutableList.of(event(stream, version + 1, actor)));
  }

  private static Event event(StreamId stream, long sequence, String actor) {
    var cause = new CommandId("cmd-" + sequence / 2);
    var occurred = BEGIN.plusSeconds(sequence);
    var stamp =
        new Stamp(
            sequence,
            new Actor(actor),
            occurred,
            ZoneOffset.ofHoursMinutes(5, 30),
            occurred.plusNanos(1));
    return new Event(stream, cause, stamp, fact(stream, cause, stamp));
  }

  private static Fact<?> fact(StreamId stream, CommandId cause, Stamp stamp) {
    long sequence = stamp.sequence();
    if (stream.kind() == StreamId.Kind.INTAKE) {
      return received(sequence);
    }
    return switch ((int) (sequence % KINDS)) {
      case 1 ->
          new IncidentFact.Opened(
              HARD_TEXT, new PlanVersion("plan", "2026.1"), ImmutableList.of("a@1", "b@2"));
      case 2 -> new PhaseFact.EpisodeStarted(Phase.IDENTIFICATION, "opened");
      case 3 -> new ScopeFact.AssetAffected(new AssetId("host-" + sequence), "host");
      case 4 ->
          new EvidenceFact.Acquired(
              new EvidenceId("item-" + sequence),
              HARD_TEXT,
              "memory",
              new Sha256("0123456789abcdef".repeat(4)),
              "safe");
      case 5 -> new PhaseFact.Entered(Phase.IDENTIFICATION, Phase.CONTAINMENT, Move.NEXT, null);
      case 6 ->
          new ReviewFact.Held(
              ImmutableSet.of(stamp.actor()),
              ImmutableMap.of(ReviewQuestion.TOOLS, HARD_TEXT),
              "cause");
      default -> unknown(stream, cause, stamp);
    };
  }

  private static Fact<?> received(long sequence) {
    var seen = new Observable(Observable.Type.URL, "http://example.org/?a=b&c=" + sequence);
    var alert =
        new Alert(
            new AlertKey("sensor", "alert " + sequence),
            HARD_TEXT,
            "fingerprint",
            BEGIN,
            ZoneOffset.ofHours(-3),
            AlertSeverity.HIGH,
            ImmutableSet.of(seen),
            "{\"raw\": 1.0}\n");
    return new IntakeFact.Received(
        alert,
        Placement.Outcome.OPENED,
        "inc-" + sequence,
        "nothing fits",
        ImmutableSet.of(seen),
        null,
        "planned-correlation@1");
  }

  /** Returns a fact of a kind that is not known, as the JSON of {@code ir-json} has it. */
  private static UnknownFact unknown(StreamId stream, CommandId cause, Stamp stamp) {
    var type = "vendor.sealed";
    var raw =
        ("{\"type\":\"%s\",\"stream\":\"%s\",\"sequence\":%s,\"actor\":\"%s\","
                + "\"occurred\":\"%s\",\"recorded\":\"%s\",\"cause\":\"%s\",\"seal\":[1.50]}")
            .formatted(
                type,
                stream,
                stamp.sequence(),
                stamp.actor(),
                stamp.occurredAtSource(),
                stamp.recorded(),
                cause);
    return new UnknownFact(type, raw);
  }
}
