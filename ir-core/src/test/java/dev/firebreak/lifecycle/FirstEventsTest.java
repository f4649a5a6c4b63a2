package dev.firebreak.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Stamp;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.triage.TriageFact;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FirstEventsTest {
  private static final int MANY = 1_000;

  private final FirstEvents first = new FirstEvents();

  @Test
  void knows_no_command_that_led_to_nothing() {
    assertThat(first.of(new CommandId("c-1"))).isZero();
    first.add(event("c-1", 1));
    assertThat(first.of(new CommandId("c-2"))).isZero();
  }

  @Test
  void keeps_the_first_event_of_a_command_that_led_to_several() {
    first.add(event("c-1", 1));
    first.add(event("c-2", 2));
    first.add(event("c-2", 3));
    assertThat(first.of(new CommandId("c-2"))).isEqualTo(2);
  }

  @Test
  void finds_every_one_of_many_also_where_hashes_collide() {
    for (int i = 0; i < MANY; i++) {
      first.add(event(name(i), i + 1));
    }
    for (int i = 0; i < MANY; i++) {
      assertThat(first.of(new CommandId(name(i)))).isEqualTo(i + 1);
    }
    assertThat(first.of(new CommandId("other"))).isZero();
  }

  /** Every third and the one after it have equal hash codes. */
  private static String name(int i) {
    var block = "c-" + i / 3;
    return switch (i % 3) {
      case 0 -> block + "-Aa";
      case 1 -> block + "-BB";
      default -> block;
    };
  }

  private static Event event(String command, long sequence) {
    var stamp = new Stamp(sequence, new Actor("a"), Instant.EPOCH, ZoneOffset.UTC, Instant.EPOCH);
    return new Event(
        IncidentId.of("i").stream(), new CommandId(command), stamp, new TriageFact.Acknowledged());
  }
}
