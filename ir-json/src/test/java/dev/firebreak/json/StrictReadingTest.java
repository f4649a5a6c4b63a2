package dev.firebreak.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firebreak.action.ActionFact;
import dev.firebreak.action.ActionId;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertSeverity;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.Stamp;
import dev.firebreak.incident.Concepts;
import dev.firebreak.scope.Observable;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class StrictReadingTest {
  private static final JsonMapper MAPPER = FirebreakJson.mapper(Concepts.STANDARD);
  private static final Map<String, JsonMapper> HOSTILE = HostileMappers.all(new FirebreakModule());
  private static final String ENVELOPE =
      "\"stream\":\"single/incident/inc-1\",\"sequence\":2,\"actor\":\"alice\","
          + "\"occurred\":\"2026-11-24T10:00:00+01:00\",\"recorded\":\"2026-11-24T09:00:05Z\","
          + "\"cause\":\"event:2\"";

  /** An apostrophe stands for a quotation mark. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'action':17 | expected a string but found a number",
        "'action':null | expected a string but found null",
        "'action':true | expected a string but found a truth value",
        "'action':['a-1'] | expected a string but found an array",
        "'action':{} | expected a string but found an object",
        "'action':'' | action must be 1..128 letters",
        "'action':'a','action':'a' | is there twice",
        "'action':'a','actor':'bob' | is there twice",
        "'reason':'r' | \"action\" is missing",
      })
  void refuses_a_wrong_member_with_its_place(String members, String message) {
    assertRefused("action.failed", members, message, "action", "actor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "review.loss-estimated | 'cents':1.0,'basis':'b' | expected a whole number but found a number",
        "review.loss-estimated | 'cents':'1','basis':'b' | expected a whole number but found a string",
        "review.loss-estimated | 'cents':9223372036854775808,'basis':'b' | expected a whole number from",
        "severity.overruled | 'to':{'name':'high','rank':2147483648},'reason':'r' | expected a whole",
        "severity.overruled | 'to':{'name':'high','rank':0},'reason':'r' | rank must be at least 1",
        "severity.overruled | 'to':'high','reason':'r' | expected an object but found a string",
        "severity.overruled | 'to':{'name':'high'},'reason':'r' | \"rank\" is missing",
        "review.held | 'attendees':'bob','answers':{},'rootCause':'r' | expected an array but found",
        "review.held | 'attendees':['b','b'],'answers':{},'rootCause':'r' | an element is there twice",
        "review.held | 'attendees':[],'answers':[],'rootCause':'r' | expected an object but found an",
        "obligation.reached | 'milestone':1,'at':'2026-11-24T09:00:05Z' | expected a string but",
        "obligation.reached | 'milestone':'OPENED','at':'2026-11-24T09:00:05+00:00' | ends in Z",
        "obligation.reached | 'milestone':'OPENED','at':'todayZ' | expected an instant such as",
        "review.improvement-opened | 'improvement':'i','title':'t','owner':'o','due':'x' | a date such as",
      })
  void refuses_a_wrong_value_whatever_the_mapper_accepts(
      String type, String members, String message) {
    assertRefused(type, members, message);
  }

  private static void assertRefused(String type, String members, String message, String... at) {
    var json = ("{'type':'" + type + "'," + members + "}").replace('\'', '"');
    var event = json.replaceFirst(",", "," + ENVELOPE.replace("$", "\\$") + ",");

    for (JsonMapper mapper : HOSTILE.values()) {
      assertThatExceptionOfType(DatabindException.class)
          .isThrownBy(() -> mapper.readValue(event, Event.class))
          .satisfies(e -> assertThat(e.getOriginalMessage()).contains(message))
          .satisfies(e -> assertThat(e.getLocation().getLineNr()).isEqualTo(1))
          .satisfies(e -> assertThat(e.getLocation().getColumnNr()).isGreaterThan(1))
          .satisfies(e -> assertThat(e.getPath()).isNotEmpty());
    }
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(() -> MAPPER.readValue(event, Event.class));
    if (at.length > 0) {
      assertThat(at).isNotEmpty();
    }
  }

  @Test
  void tells_line_and_path_of_what_is_wrong() {
    var json =
        """
        {"type": "severity.overruled", %s,
         "to": {"name": "high",
                "rank": "2"},
         "reason": "worse"}
        """
            .formatted(ENVELOPE);

    assertThatExceptionOfType(DatabindException.class)
        .isThrownBy(() -> MAPPER.readValue(json, Event.class))
        .satisfies(e -> assertThat(e.getLocation().getLineNr()).isEqualTo(3))
        .satisfies(e -> assertThat(e.getLocation().getColumnNr()).isEqualTo(25))
        .satisfies(
            e ->
                assertThat(e.getPath())
                    .extracting(JacksonException.Reference::getPropertyName)
                    .containsExactly("to", "rank"))
        .withMessageContaining("expected a whole number but found a string")
        .withMessageContaining("line: 3, column: 25");
  }
}
