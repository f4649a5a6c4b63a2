package dev.firebreak.journal;

import static dev.firebreak.fact.Askings.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.StreamId.Kind;
import dev.firebreak.fact.Tenant;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.journal.Journal.Appended;
import org.junit.jupiter.api.Test;

class JournalTest {
  private static final StreamId ONE = stream("one");
  private static final StreamId TWO = stream("two");

  private final Journal journal = new InMemoryJournal();

  @Test
  void refuses_to_append_no_event() {
    assertThatThrownBy(() -> journal.append(ImmutableList.of(Append.unchanged(ONE, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing to append");
    assertThatThrownBy(() -> Append.unchanged(ONE, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("version must not be negative but was -1");
  }

  @Test
  void refuses_events_that_are_not_numbered_on() {
    assertThatThrownBy(() -> new Append(ONE, 0, ImmutableList.of(event(ONE, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("event 2 of single/incident/one is not event 1 of single/incident/one");
    assertThatThrownBy(() -> new Append(ONE, 4, ImmutableList.of(event(ONE, 5), event(ONE, 5))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("event 5 of single/incident/one is not event 6 of single/incident/one");
  }

  @Test
  void refuses_events_of_another_history() {
    assertThatThrownBy(() -> new Append(ONE, 0, ImmutableList.of(event(TWO, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("event 1 of single/incident/two is not event 1 of single/incident/one");
  }

  @Test
  void refuses_nothing_and_the_same_history_twice() {
    assertThatThrownBy(() -> journal.append(ImmutableList.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing to append");
    assertThatThrownBy(() -> journal.append(ImmutableList.of(append(ONE, 0, 1), append(ONE, 1, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a history is appended to twice");
  }

  @Test
  void refuses_to_read_from_before_the_beginning() {
    assertThatThrownBy(() -> journal.read(ONE, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("after must not be negative but was -1");
  }

  @Test
  void refuses_everything_once_closed() {
    journal.close();
    journal.close();

    assertThatThrownBy(() -> journal.append(ImmutableList.of(append(ONE, 0, 1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the journal is closed");
    assertThatThrownBy(() -> journal.read(ONE, 0)).hasMessage("the journal is closed");
    assertThatThrownBy(() -> journal.streams(Tenant.SINGLE, Kind.INCIDENT))
        .hasMessage("the journal is closed");
    assertThatThrownBy(
            () -> journal.changedSince(Tenant.SINGLE, Kind.INCIDENT, 0, (stream, version) -> {}))
        .hasMessage("the journal is closed");
  }

  @Test
  void keeps_nothing_if_one_of_the_histories_has_gone_on() {
    journal.append(ImmutableList.of(append(TWO, 0, 1)));

    assertThat(journal.append(ImmutableList.of(append(ONE, 0, 1), append(TWO, 0, 1))))
        .isEqualTo(Appended.NOTHING);
    assertThat(journal.append(ImmutableList.of(append(ONE, 0, 1), append(TWO, 2, 1))))
        .isEqualTo(Appended.NOTHING);
    assertThat(journal.read(ONE, 0)).isEmpty();
    assertThat(journal.read(TWO, 0)).containsExactly(event(TWO, 1));
  }

  @Test
  void keeps_all_of_several_histories() {
    assertThat(journal.append(ImmutableList.of(append(TWO, 0, 2), append(ONE, 0, 1))))
        .isEqualTo(Appended.ALL);
    assertThat(journal.append(ImmutableList.of(append(TWO, 2, 1)))).isEqualTo(Appended.ALL);

    assertThat(journal.read(ONE, 0)).containsExactly(event(ONE, 1));
    assertThat(journal.read(TWO, 0)).containsExactly(event(TWO, 1), event(TWO, 2), event(TWO, 3));
  }

  @Test
  void reads_what_comes_after_an_event() {
    journal.append(ImmutableList.of(append(ONE, 0, 3)));

    assertThat(journal.read(ONE, 2)).containsExactly(event(ONE, 3));
    assertThat(journal.read(ONE, 3)).isEmpty();
    assertThat(journal.read(ONE, Long.MAX_VALUE)).isEmpty();
    assertThat(journal.read(TWO, 0)).isEmpty();
  }

  @Test
  void lists_histories_of_one_tenant_and_kind_in_the_order_of_their_beginning() {
    var acme = new Tenant("acme");
    var foreign = new StreamId(acme, Kind.INCIDENT, "one");
    var intake = StreamId.intakeOf(Tenant.SINGLE);
    journal.append(ImmutableList.of(append(TWO, 0, 1), append(foreign, 0, 1)));
    journal.append(ImmutableList.of(append(ONE, 0, 1), append(intake, 0, 1)));
    journal.append(ImmutableList.of(append(TWO, 1, 1)));

    assertThat(journal.streams(Tenant.SINGLE, Kind.INCIDENT)).containsExactly(TWO, ONE);
    assertThat(journal.streams(Tenant.SINGLE, Kind.INTAKE)).containsExactly(intake);
    assertThat(journal.streams(acme, Kind.INCIDENT)).containsExactly(foreign);
    assertThat(journal.streams(acme, Kind.INTAKE)).isEmpty();
  }

  @Test
  void says_whether_it_is_sure_that_nothing_was_kept() {
    var cause = new IllegalStateException("the disk");

    assertThat(JournalException.failed("full", cause))
        .hasMessage("full")
        .hasCause(cause)
        .returns(true, JournalException::outcomeKnown);
    assertThat(JournalException.outcomeUnknown("lost", null))
        .hasMessage("lost")
        .hasNoCause()
        .returns(false, JournalException::outcomeKnown);
  }

  private static Append append(StreamId stream, long version, int count) {
    var events = ImmutableList.<Event>builder();
    for (int i = 1; i <= count; i++) {
      events.add(event(stream, version + i));
    }
    return new Append(stream, version, events.build());
  }

  private static Event event(StreamId stream, long sequence) {
    return new Event(
        stream, CommandId.ofEvent(sequence), stamp(sequence), new UnknownFact("a.b", "{}"));
  }

  private static StreamId stream(String name) {
    return new StreamId(Tenant.SINGLE, Kind.INCIDENT, name);
  }
}
