package dev.firebreak.fact;

import static dev.firebreak.fact.Askings.ADA;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firebreak.triage.TriageFact;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void refuses_a_sequence_number_below_one(long sequence) {
    assertThatThrownBy(() -> new Stamp(sequence, ADA, time(1), ZoneOffset.UTC, time(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sequence must be positive but was " + sequence);
  }

  @Test
  void tells_when_it_happened_as_the_source_did() {
    assertThat(stamp(1).occurredAtSource())
        .isEqualTo(OffsetDateTime.parse("2026-11-02T02:00:01+01:00"));
  }

  @Test
  void refuses_a_verdict_that_no_policy_was_asked_for() {
    assertThatThrownBy(() -> asking().verdict(String.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no policy was asked for a String");
  }

  @Test
  void hands_out_a_verdict_and_who_asks() {
    assertThat(asking(String.class, "yes").verdict(String.class)).isEqualTo("yes");
    assertThat(asking(ADA).actor()).isEqualTo(ADA);
  }

  @Test
  void an_event_tells_what_its_stamp_and_its_fact_say() {
    var event = event(new TriageFact.Acknowledged());

    assertThat(event.sequence()).isEqualTo(3);
    assertThat(event.actor()).isEqualTo(ADA);
    assertThat(event.occurred()).isEqualTo(time(3));
    assertThat(event.type()).isEqualTo("triage.acknowledged");
  }

  @Test
  void an_event_that_is_not_understood_keeps_the_name_of_its_kind() {
    assertThat(event(new UnknownFact("vendor.blinked", "{}")).type()).isEqualTo("vendor.blinked");
  }

  @Test
  void remembers_the_first_fact_that_is_not_understood() {
    assertThat(UnknownFact.CONCEPT.start()).isEqualTo(new UnknownFact.Seen(0, ""));
    assertThat(UnknownFact.CONCEPT.facts()).isEmpty();
    assertThat(UnknownFact.CONCEPT.requests()).isEmpty();
    assertThat(
            Askings.after(
                UnknownFact.CONCEPT, new UnknownFact("a.one", "1"), new UnknownFact("a.two", "2")))
        .isEqualTo(new UnknownFact.Seen(1, "a.one"));
  }

  @Test
  void knows_the_ids_that_nobody_may_choose() {
    assertThat(CommandId.ofEvent(7)).isEqualTo(new CommandId("event:7"));
    assertThat(CommandId.ofEvent(7).isOfEvent()).isTrue();
    assertThat(new CommandId("event:x").isOfEvent()).isTrue();
    assertThat(new CommandId("event-7").isOfEvent()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"c-1", "event:7", "event:07", "event:-7", "event:0", "event:", "event:x"})
  void a_command_id_keeps_its_name(String name) {
    assertThat(new CommandId(name).value()).isEqualTo(name);
    assertThat(new CommandId(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void refuses_a_command_id_of_no_event(long sequence) {
    assertThatThrownBy(() -> CommandId.ofEvent(sequence))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sequence must be positive but was " + sequence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a/incident", "a/incident/b/c"})
  void refuses_a_stream_that_does_not_have_three_parts(String text) {
    assertThatThrownBy(() -> StreamId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a stream must be TENANT/KIND/NAME but was " + text);
  }

  @ParameterizedTest
  @CsvSource({
    "a/other/b, a stream must be TENANT/KIND/NAME but was a/other/b",
    "a/INCIDENT/b, a stream must be TENANT/KIND/NAME but was a/INCIDENT/b",
    "/incident/b, tenant must be 1..128 letters",
    "a/intake/, stream must be 1..128 letters",
  })
  void refuses_a_stream_with_a_part_that_is_wrong(String text, String message) {
    assertThatThrownBy(() -> StreamId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"single/incident/inc-1", "acme/intake/intake"})
  void reads_the_name_of_a_stream_that_it_wrote(String text) {
    assertThat(StreamId.parse(text)).hasToString(text);
  }

  @Test
  void every_tenant_has_one_intake() {
    assertThat(StreamId.intakeOf(new Tenant("acme"))).hasToString("acme/intake/intake");
    assertThat(Tenant.SINGLE).hasToString("single");
    assertThat(Actor.ENGINE).hasToString("firebreak");
  }

  private static Event event(Fact<?> fact) {
    var stream = StreamId.intakeOf(Tenant.SINGLE);
    return new Event(stream, CommandId.ofEvent(3), stamp(3), fact);
  }
}
