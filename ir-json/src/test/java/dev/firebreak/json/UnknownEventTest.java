package dev.firebreak.json;

import static dev.firebreak.json.StrictReadingTest.ENVELOPE;
import static dev.firebreak.json.StrictReadingTest.json;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.incident.Concepts;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a newer version wrote is kept, not dropped and not guessed at. */
class UnknownEventTest {
  private static final JsonMapper MAPPER = FirebreakJson.mapper(Concepts.STANDARD);
  private static final JsonMapper THEIRS =
      JsonMapper.builder().addModule(new FirebreakModule()).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'type':'weather.changed','to':{'wind':[1.50,2e3,-0,null,true,false]}",
        "'to':'rain','type':'weather.changed'",
        "'type':'action.approved','action':'a-1','weather':{'wind':[1]}",
        "'weather':1,'type':'action.approved','action':'a-1'",
        "'type':'severity.overruled','to':{'name':'h','rank':1,'since':2},'reason':'r'",
        "'type':'communication.notified','audience':'ALIENS','recipient':'x','message':'m'",
        "'type':'review.held','attendees':[],'answers':{'WHY_NOT':'x'},'rootCause':'r'",
        "'type':'action.approved','step':'s-1'",
        "'type':'action.approved','action':{'id':['a-1']},'since':2",
      })
  void an_event_of_a_newer_format_is_kept_as_it_was_written(String members) {
    var raw = json("{" + members + "," + ENVELOPE + "}");

    var event = MAPPER.readValue(raw, Event.class);
    var theirs = THEIRS.readValue(raw, Event.class);

    assertThat(event.fact()).isEqualTo(new UnknownFact(event.type(), raw));
    assertThat(event.sequence()).isEqualTo(2);
    assertThat(theirs).isEqualTo(event);
    assertThat(MAPPER.writeValueAsString(event)).isEqualTo(raw);
    assertThat(THEIRS.writeValueAsString(event)).isEqualTo(raw);
  }

  @Test
  void the_text_is_exact_with_white_space_and_escapes() {
    var raw =
        json(
            "{ 'type' : 'weather\\u002echanged',\n 'é😀\\/': '\\u00e9 é 😀\\/' , "
                + ENVELOPE
                + "\t}");

    assertThat(rawOf(MAPPER.readValue(raw, Event.class))).isEqualTo(raw);
    assertThat(rawOf(MAPPER.readValue(" " + raw + " ", Event.class))).isEqualTo(raw);
    assertThat(rawOf(MAPPER.readValue(raw.getBytes(UTF_8), Event.class))).isEqualTo(raw);
    assertThat(MAPPER.writeValueAsBytes(MAPPER.readValue(raw.getBytes(UTF_8), Event.class)))
        .isEqualTo(raw.getBytes(UTF_8));
  }

  @Test
  void the_text_is_exact_within_a_part_of_an_array_of_bytes() {
    var raw = json("{'type':'é.x'," + ENVELOPE + "}");
    var bytes = ("éé" + raw + "é").getBytes(UTF_8);

    var event = MAPPER.readValue(bytes, 4, bytes.length - 6, Event.class);

    assertThat(rawOf(event)).isEqualTo(raw);
  }

  @Test
  void the_text_is_exact_for_each_event_of_an_array() {
    var one = json("{'type':'é.x',  " + ENVELOPE + "}");
    var other = json("{'type':'x.é','z': [ ], " + ENVELOPE + "}");

    var events = MAPPER.readValue(("[" + one + " , " + other + "]").getBytes(UTF_8), Event[].class);

    assertThat(events).extracting(UnknownEventTest::rawOf).containsExactly(one, other);
  }

  @Test
  void the_tokens_are_kept_where_the_text_is_not_to_be_had() {
    var raw = json("{ 'type':'x.y','z':'\\u00e9',  " + ENVELOPE + "}");
    var compact = json("{'type':'x.y','z':'é'," + ENVELOPE + "}");

    var ofStream = MAPPER.readValue(new ByteArrayInputStream(raw.getBytes(UTF_8)), Event.class);
    var ofTree = MAPPER.treeToValue(MAPPER.readTree(raw), Event.class);
    var ofUtf16 = MAPPER.readValue(raw.getBytes(UTF_16BE), Event.class);

    assertThat(rawOf(ofStream)).isEqualTo(compact);
    assertThat(rawOf(ofTree)).isEqualTo(compact);
    assertThat(rawOf(ofUtf16)).isEqualTo(compact);
  }

  @Test
  void it_becomes_the_same_tree() {
    var raw = json("{'type':'x.y','z':[1,{'a':null}]," + ENVELOPE + "}");

    assertThat(MAPPER.<JsonNode>valueToTree(MAPPER.readValue(raw, Event.class)))
        .isEqualTo(MAPPER.readTree(raw));
  }

  @Test
  void refuses_half_a_surrogate_pair_in_what_it_keeps() {
    var event = json("{'type':'x.y','z':['\\ud83d']," + ENVELOPE + "}");

    for (JsonMapper mapper : new JsonMapper[] {MAPPER, THEIRS}) {
      assertThatExceptionOfType(DatabindException.class)
          .isThrownBy(() -> mapper.readValue(event, Event.class))
          .withMessageContaining("half of a surrogate pair");
    }
  }

  @Test
  void refuses_to_write_a_text_that_is_that_of_another_event() {
    var event = MAPPER.readValue(json("{'type':'x.y'," + ENVELOPE + "}"), Event.class);

    for (String raw :
        new String[] {
          "",
          "7",
          "{}",
          rawOf(event) + "{}",
          rawOf(event).replace("alice", "bob"),
          rawOf(event).replace("x.y", "x.z"),
          rawOf(event).replace("}", ""),
        }) {
      var forged =
          new Event(
              event.stream(), event.cause(), event.stamp(), new UnknownFact(event.type(), raw));
      assertThatExceptionOfType(DatabindException.class)
          .as(raw)
          .isThrownBy(() -> MAPPER.writeValueAsString(forged))
          .withMessageContaining("the text of an unknown event");
    }
  }

  @Test
  void a_fact_of_an_unknown_kind_is_kept_as_it_was_written() {
    var raw = json("{'wind':3 ,'type':'weather.changed'}");

    var fact = MAPPER.readValue(raw, Fact.class);

    assertThat(fact).isEqualTo(new UnknownFact("weather.changed", raw));
    assertThat(MAPPER.writeValueAsString(fact)).isEqualTo(raw);
  }

  @Test
  void a_wrong_document_is_an_error_even_after_something_newer() {
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(
            () -> MAPPER.readValue(json("{'type':'x.y'," + ENVELOPE + ",'z':[1}"), Event.class));
  }

  private static String rawOf(Event event) {
    return ((UnknownFact) event.fact()).raw();
  }
}
