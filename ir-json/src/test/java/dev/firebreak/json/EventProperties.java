package dev.firebreak.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.incident.Concepts;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventProperties {
  private static final JsonMapper MAPPER = FirebreakJson.mapper(Concepts.STANDARD);
  private static final ImmutableMap<String, JsonMapper> HOSTILE =
      HostileMappers.all(new FirebreakModule());

  @Provide
  Arbitrary<Event> events() {
    return RandomEvents.all();
  }

  @Provide
  Arbitrary<Fact<?>> facts() {
    return RandomEvents.facts();
  }

  @Property(tries = 300)
  void what_was_written_reads_as_it_was(@ForAll("events") Event event) {
    checkRoundTrip(event);
  }

  @Property(tries = 200)
  void a_fact_without_its_envelope_reads_as_it_was(@ForAll("facts") Fact<?> fact) {
    assertThat(MAPPER.readValue(MAPPER.writeValueAsBytes(fact), Fact.class)).isEqualTo(fact);
  }

  @Property(tries = 60)
  void every_mapper_writes_the_same_and_reads_it_back(@ForAll("events") Event event) {
    var expected = MAPPER.writeValueAsString(event);

    HOSTILE.forEach(
        (name, mapper) -> {
          assertThat(mapper.writeValueAsString(event)).as(name).isEqualTo(expected);
          assertThat(mapper.readValue(expected, Event.class)).as(name).isEqualTo(event);
        });
  }

  @Property(tries = 60)
  void every_mapper_writes_facts_the_same_where_only_the_interface_is_declared(
      @ForAll("facts") Fact<?> fact) {
    var expected = "{\"value\":" + MAPPER.writeValueAsString(fact) + "}";

    for (String name : new String[] {"plain", "default typing", "typing of interfaces"}) {
      var mapper = HOSTILE.get(name);
      var written = mapper.writerFor(Holder.class).writeValueAsString(new Holder(fact));
      assertThat(written).as(name).isEqualTo(expected);
      assertThat(mapper.readValue(written, Holder.class).value()).as(name).isEqualTo(fact);
    }
  }

  /** What an embedder may have of its own. */
  public record Holder(Fact<?> value) {}

  @Property(tries = 200)
  void the_order_of_the_members_does_not_matter(@ForAll("events") Event event) {
    var tree = (ObjectNode) MAPPER.readTree(MAPPER.writeValueAsString(event));
    var reversed = MAPPER.createObjectNode();
    ImmutableList.copyOf(tree.propertyNames())
        .reverse()
        .forEach(name -> reversed.set(name, tree.get(name)));

    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(reversed), Event.class)).isEqualTo(event);
    assertThat(MAPPER.treeToValue(reversed, Event.class)).isEqualTo(event);
  }

  @Property(tries = 60)
  void an_event_becomes_a_tree_and_comes_back(@ForAll("events") Event event) {
    assertThat(MAPPER.treeToValue(MAPPER.<ObjectNode>valueToTree(event), Event.class))
        .isEqualTo(event);
  }

  static void checkRoundTrip(Event event) {
    var bytes = MAPPER.writeValueAsBytes(event);
    var read = MAPPER.readValue(bytes, Event.class);

    assertThat(read).isEqualTo(event);
    assertThat(MAPPER.writeValueAsBytes(read)).isEqualTo(bytes);
  }
}
