package dev.firebreak.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.fact.Event;
import dev.firebreak.fact.Fact;
import dev.firebreak.incident.Concepts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventFormTest {
  private static final JsonMapper MAPPER = FirebreakJson.mapper(Concepts.STANDARD);

  @Test
  void every_kind_of_fact_looks_as_in_the_golden_file() throws IOException, URISyntaxException {
    var written =
        Examples.standardKinds().values().stream()
            .map(kind -> MAPPER.writeValueAsString(Examples.event(Examples.fact(kind))) + "\n")
            .collect(Collectors.joining());

    assertThat(written).isEqualTo(golden());
  }

  @Test
  void every_line_of_the_golden_file_reads_as_its_example() throws IOException, URISyntaxException {
    var read =
        golden().lines().map(line -> (Fact<?>) MAPPER.readValue(line, Event.class).fact()).toList();

    assertThat(read)
        .isEqualTo(Examples.standardKinds().values().stream().map(Examples::fact).toList());
  }

  private static String golden() throws IOException, URISyntaxException {
    return Files.readString(Path.of(EventFormTest.class.getResource("events.jsonl").toURI()));
  }
}
