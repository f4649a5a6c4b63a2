package dev.firebreak.json;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.UnknownFact;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;

/**
 * The form of an event: one flat object, first the envelope, then the components of the fact.
 *
 * <p>What is of a newer format is kept as its text, and written as that text.
 */
final class EventForm implements Form<Event> {
  private final RecordForm<Envelope> envelope;
  private final FactKinds kinds;

  /**
   * What stands before the fact, in this order.
   *
   * @param type the name of the kind of fact
   * @param occurred with the offset that the source told
   */
  public record Envelope(
      String type,
      StreamId stream,
      long sequence,
      Actor actor,
      OffsetDateTime occurred,
      Instant recorded,
      CommandId cause) {

    static Envelope of(Event event) {
      var stamp = event.stamp();
      return new Envelope(
          event.type(),
          event.stream(),
          stamp.sequence(),
          stamp.actor(),
          stamp.occurredAtSource(),
          stamp.recorded(),
          event.cause());
    }

    Event around(Fact<?> fact) {
      var stamp = new Stamp(sequence, actor, occurred.toInstant(), occurred.getOffset(), recorded);
      return new Event(stream, cause, stamp, fact);
    }
  }

  /**
   * Returns the form.
   *
   * @throws IllegalArgumentException if a kind has a component named as one of the envelope
   */
  EventForm(RecordForm<Envelope> envelope, FactKinds kinds) {
    this.envelope = envelope;
    this.kinds = kinds;
    kinds
        .byName()
        .forEach(
            (name, kind) -> {
              for (String component : kind.names()) {
                if (envelope.has(component)) {
                  throw new IllegalArgumentException(
                      name + " has a component " + component + ", which every event has already");
                }
              }
            });
  }

  @Override
  public void write(Event event, JsonGenerator to) {
    if (event.fact() instanceof UnknownFact unknown) {
      check(event, unknown, to);
      Source.copy(unknown.raw(), to);
      return;
    }
    to.writeStartObject();
    envelope.writeMembers(envelopeOf(event, to), to);
    kinds.writeMembers(event.type(), event.fact(), to);
    to.writeEndObject();
  }

  private static Envelope envelopeOf(Event event, JsonGenerator to) {
    try {
      return Envelope.of(event);
    } catch (DateTimeException e) {
      throw DatabindException.from(to, "the moment of occurrence is out of range", e);
    }
  }

  /** Refuses a text that says something else than the event that holds it. */
  private void check(Event event, UnknownFact unknown, JsonGenerator to) {
    try (var parser = Source.parser(unknown.raw())) {
      parser.nextToken();
      var opaque = new EventForm(envelope, FactKinds.none()).read(Reading.strict(parser));
      if (parser.nextToken() == null && envelopeOf(opaque, to).equals(envelopeOf(event, to))) {
        return;
      }
    } catch (JacksonException e) {
      throw DatabindException.from(
          to, "the text of an unknown event cannot be read: " + e.getOriginalMessage(), e);
    }
    throw DatabindException.from(to, "the text of an unknown event is that of another event");
  }

  @Override
  public Event read(Reading from) {
    from.startObject();
    var source = Source.at(from.parser());
    var in = Reading.tolerant(source.parser());
    var slots = envelope.slots();
    var fields = new FactFields(kinds, in);
    for (var name = in.nextMember(); name != null; name = in.nextMember()) {
      if (!envelope.readMember(name, slots, in)) {
        fields.member(name);
      } else if (slots[0] instanceof String type && !fields.typed()) {
        fields.type(type);
      }
    }
    var read = envelope.create(slots, in);
    var fact = fields.fact(source::text);
    try {
      return read.around(fact);
    } catch (IllegalArgumentException e) {
      throw in.refused(e);
    }
  }
}
