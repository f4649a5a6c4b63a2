package dev.firebreak.json.journal;

import com.google.common.collect.ImmutableList;
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
import dev.firebreak.journal.Append;
import dev.firebreak.triage.TriageFact;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.LongFunction;

/** Small histories for tests. */
final class Notes {
  static final String SECRET = "the password was hunter2";
  static final StreamId A = new StreamId(Tenant.SINGLE, StreamId.Kind.INCIDENT, "a");
  static final StreamId B = new StreamId(Tenant.SINGLE, StreamId.Kind.INCIDENT, "b");
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private Notes() {}

  /** Returns evidence that was acquired, whose description is secret. */
  static Append append(StreamId stream, long version, int count) {
    return append(
        stream,
        version,
        count,
        sequence ->
            new EvidenceFact.Acquired(
                new EvidenceId("e" + sequence),
                SECRET,
                "disk",
                new Sha256("0".repeat(64)),
                "safe"));
  }

  /** Returns acknowledgements, which are short. */
  static Append brief(StreamId stream, long version, int count) {
    return append(stream, version, count, sequence -> new TriageFact.Acknowledged());
  }

  static Append append(StreamId stream, long version, int count, LongFunction<Fact<?>> fact) {
    var events = ImmutableList.<Event>builder();
    for (long sequence = version + 1; sequence <= version + count; sequence++) {
      var stamp = new Stamp(sequence, new Actor("kim"), NOON, ZoneOffset.UTC, NOON);
      events.add(new Event(stream, CommandId.ofEvent(sequence), stamp, fact.apply(sequence)));
    }
    return new Append(stream, version, events.build());
  }
}
