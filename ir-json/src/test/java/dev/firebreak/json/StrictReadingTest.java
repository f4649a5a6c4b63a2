package dev.firebreak.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.incident.Concepts;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** In these tests, an apostrophe in a document stands for a quotation mark. */
class StrictReadingTest {
  private static final JsonMapper MAPPER = FirebreakJson.mapper(Concepts.STANDARD);
  private static final ImmutableMap<String, JsonMapper> ALL =
      ImmutableMap.<String, JsonMapper>builder()
          .put("ours", MAPPER)
          .putAll(HostileMappers.all(new FirebreakModule()))
          .buildOrThrow();
  static final String ENVELOPE =
      "'stream':'single/incident/inc-1','sequence':2,'actor':'alice',"
          + "'occurred':'2026-11-24T10:00:00+01:00','recorded':'2026-11-24T09:00:05Z',"
          + "'cause':'event:2'";

  static String json(String text) {
    return text.replace('\'', '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "action.approved | 'action':17 | expected a string but found a number",
        "action.approved | 'action':null | expected a string but found null",
        "action.approved | 'action':true | expected a string but found a truth value",
        "action.approved | 'action':['a-1'] | expected a string but found an array",
        "action.approved | 'action':{} | expected a string but found an object",
        "action.approved | 'action':'' | must be 1..128 letters",
        "action.failed | 'reason':'r' | 'action' is missing",
        "review.loss-estimated | 'cents':1.0,'basis':'b' | whole number but found a number",
        "review.loss-estimated | 'cents':'1','basis':'b' | whole number but found a string",
        "review.loss-estimated | 'cents':9223372036854775808,'basis':'b' | a whole number from",
        "severity.overruled | 'to':{'name':'h','rank':2147483648},'reason':'r' | whole number from",
        "severity.overruled | 'to':{'name':'h','rank':0},'reason':'r' | rank must be at least 1",
        "severity.overruled | 'to':'high','reason':'r' | expected an object but found a string",
        "severity.overruled | 'to':{'name':'high'},'reason':'r' | 'rank' is missing",
        "review.held | 'attendees':'bob','answers':{},'rootCause':'r' | expected an array but",
        "review.held | 'attendees':['b','b'],'answers':{},'rootCause':'r' | is there twice",
        "review.held | 'attendees':['b',1],'answers':{},'rootCause':'r' | a string but found a number",
        "review.held | 'attendees':[],'answers':{'SHARING':1},'rootCause':'r' | a string but found",
        "review.held | 'attendees':[],'answers':{'\\ud800':''},'rootCause':'r' | half of a surrogate",
        "evidence.handed-over | 'item':1,'to':2,'reason':'r' | a string but found a number",
        "review.held | 'attendees':[],'answers':[],'rootCause':'r' | expected an object but found",
        "obligation.reached | 'milestone':1,'at':'2026-11-24T09:00:05Z' | expected a string but",
        "obligation.reached | 'milestone':'OPENED','at':'2026-11-24T09:00:05+00:00' | ends in Z",
        "obligation.reached | 'milestone':'OPENED','at':'todayZ' | expected an instant such as",
        "review.improvement-opened | 'improvement':'i','title':'t','owner':'o','due':'x' | a date",
        "scope.confirmed | 'how':'\\ud800' | half of a surrogate pair at character 0",
        "scope.confirmed | 'how':'a\\udc00b' | half of a surrogate pair at character 1",
      })
  void refuses_a_wrong_member_whatever_the_mapper_accepts(
      String type, String members, String message) {
    var event = json("{'type':'" + type + "'," + ENVELOPE + "," + members + "}");

    ALL.forEach(
        (name, mapper) ->
            assertThatExceptionOfType(DatabindException.class)
                .as(name)
                .isThrownBy(() -> mapper.readValue(event, Event.class))
                .satisfies(e -> assertThat(e.getOriginalMessage()).contains(json(message)))
                .satisfies(e -> assertThat(e.getLocation().getColumnNr()).isGreaterThan(1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'sequence':2 | 'sequence':0 | sequence must be positive",
        "'sequence':2, | `` | 'sequence' is missing",
        "'cause':'event:2' | 'cause':'' | command id must be",
        "alice | al ice | actor must be",
        "single/incident/inc-1 | inc-1 | a stream must be TENANT/KIND/NAME",
        "10:00:00+01:00 | 10:00:00 | expected a moment with its offset",
        "'type':'x.y', | `` | 'type' is missing",
        "'type':'x.y' | 'type':null | expected a string but found null",
      })
  void refuses_an_event_without_a_readable_envelope_even_of_an_unknown_kind(
      String part, String instead, String message) {
    var event = json(("{'type':'x.y'," + ENVELOPE + ",'z':1}").replace(part, instead));

    ALL.forEach(
        (name, mapper) ->
            assertThatExceptionOfType(DatabindException.class)
                .as(name)
                .isThrownBy(() -> mapper.readValue(event, Event.class))
                .satisfies(e -> assertThat(e.getOriginalMessage()).contains(json(message))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'type':'action.approved','action':'a','action':'b'",
        "'type':'action.approved','type':'action.approved','action':'a'",
        "'action':'a','type':'action.approved','action':'b'",
        "'type':'action.approved','action':'a','actor':'bob'",
        "'type':'review.held','attendees':[],'answers':{'SHARING':'','SHARING':''},'rootCause':''",
        "'type':'x.y','z':{'a':1,'a':2}",
      })
  void refuses_a_name_that_is_there_twice(String members) {
    var event = json("{" + members + "," + ENVELOPE + "}");

    ALL.forEach(
        (name, mapper) ->
            assertThatExceptionOfType(JacksonException.class)
                .as(name)
                .isThrownBy(() -> mapper.readValue(event, Event.class)));
  }

  @Test
  void refuses_a_type_that_is_there_twice_in_a_fact_without_envelope() {
    var fact = json("{'type':'action.approved','type':'action.approved','action':'a'}");

    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> ALL.get("plain").readValue(fact, Fact.class))
        .withMessageContaining("is there twice");
  }

  @Test
  void tells_line_column_and_path_of_what_is_wrong() {
    var event =
        json(
            """
            {'type': 'severity.overruled', %s,
             'to': {'name': 'high',
                    'rank': '2'},
             'reason': 'worse'}
            """
                .formatted(ENVELOPE));

    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> MAPPER.readValue(event, Event.class))
        .satisfies(
            e ->
                assertThat(e.getPath())
                    .extracting(JacksonException.Reference::getPropertyName)
                    .containsExactly("to", "rank"))
        .withMessageContaining("expected a whole number but found a string")
        .withMessageContaining("line: 3, column: 17");
  }

  @Test
  void tells_the_place_within_a_list_of_the_embedders_own() {
    var events = json("[{'type':'action.approved'," + ENVELOPE + ",'action':1}]");

    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> ALL.get("plain").readValue(events, Event[].class))
        .satisfies(e -> assertThat(e.getPath()).hasSize(2));
  }

  @Test
  void repeats_but_a_little_of_what_it_refuses() {
    var event =
        json("{'type':'x.y'," + ENVELOPE.replace("inc-1", "x".repeat(9) + "/" + "y".repeat(9999)));

    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> MAPPER.readValue(event, Event.class))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
  }

  @Test
  void refuses_an_object_of_java_in_a_tree() {
    var tree = (ObjectNode) MAPPER.readTree(json("{'type':'x.y'," + ENVELOPE + "}"));
    tree.putPOJO("z", new Object());

    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> MAPPER.treeToValue(tree, Event.class))
        .withMessageContaining("expected JSON but found an object of Java");
  }

  @Test
  void refuses_text_after_the_value() {
    var severity = json("{'name':'high','rank':3}");

    assertThat(MAPPER.readValue(severity, Severity.class)).isEqualTo(new Severity("high", 3));
    assertThatExceptionOfType(MismatchedInputException.class)
        .isThrownBy(() -> MAPPER.readValue(severity + "{}", Severity.class));
  }

  @Test
  void refuses_an_unknown_member_of_what_is_not_an_event() {
    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(
            () -> ALL.get("lenient").readValue(json("{'name':'h','rank':3,'x':1}"), Severity.class))
        .withMessageContaining("is not known");
    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(
            () ->
                MAPPER.readValue(
                    json("{'functional':'WORST','information':'NONE','recoverability':'REGULAR'}"),
                    Impact.class))
        .withMessageContaining("expected one of [NONE, LOW, MEDIUM, HIGH]");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void reads_a_string_of_the_longest_length_and_no_longer(int more) {
    var event =
        json("{'type':'scope.confirmed'," + ENVELOPE + ",'how':'")
            + "x".repeat((1 << 20) + more)
            + json("'}");

    for (String name : new String[] {"ours", "plain", "lenient"}) {
      var mapper = ALL.get(name);
      if (more == 0) {
        assertThat(mapper.readValue(event, Event.class).sequence()).as(name).isEqualTo(2);
      } else {
        assertThatExceptionOfType(JacksonException.class)
            .as(name)
            .isThrownBy(() -> mapper.readValue(event, Event.class));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"31, true", "32, false"})
  void reads_levels_up_to_the_limit(int levels, boolean accepted) {
    var event =
        json("{'type':'x.y'," + ENVELOPE + ",'z':" + "[".repeat(levels) + "]".repeat(levels) + "}");

    ALL.forEach(
        (name, mapper) -> {
          if (accepted) {
            assertThat(mapper.readValue(event, Event.class).type()).as(name).isEqualTo("x.y");
          } else {
            assertThatExceptionOfType(JacksonException.class)
                .as(name)
                .isThrownBy(() -> mapper.readValue(event, Event.class))
                .withMessageContaining("nesting depth");
          }
        });
  }

  @Test
  void refuses_more_than_16_mebibytes() {
    var event = json("{'type':'x.y'," + ENVELOPE + "}") + " ".repeat(1 << 24);

    assertThatExceptionOfType(StreamConstraintsException.class)
        .isThrownBy(() -> MAPPER.readValue(event.getBytes(UTF_8), Event.class))
        .withMessageContaining("16777216");
  }
}
