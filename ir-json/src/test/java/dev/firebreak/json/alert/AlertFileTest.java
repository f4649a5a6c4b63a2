package dev.firebreak.json.alert;

import static dev.firebreak.json.alert.Reading.EVE;
import static dev.firebreak.json.alert.Reading.FINDING;
import static dev.firebreak.json.alert.Reading.alert;
import static dev.firebreak.json.alert.Reading.one;
import static dev.firebreak.json.alert.Reading.read;
import static dev.firebreak.json.alert.Reading.reason;
import static dev.firebreak.json.alert.Reading.refusal;
import static dev.firebreak.json.alert.Reading.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertSeverity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AlertFileTest {
  private static final String FLOW =
      with(EVE, "\"event_type\":\"alert\"", "\"event_type\":\"flow\"");
  private static final int MIB = 1 << 20;

  @Test
  void says_that_there_is_no_file(@TempDir Path dir) {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> AlertFile.read(dir.resolve("eve.json")))
        .withMessageContaining("eve.json: there is no such file");
  }

  @Test
  void says_that_a_directory_is_none(@TempDir Path dir) {
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> AlertFile.read(dir))
        .withMessageContaining("is a directory, not a file of alerts");
  }

  @Test
  void says_that_the_start_cannot_be_read() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> AlertFile.read("file", new Broken()))
        .withMessage("the cable is out");
  }

  @Test
  void says_in_the_middle_that_the_rest_cannot_be_read() throws IOException {
    var lines = (EVE + "\n").repeat(8000).getBytes(StandardCharsets.UTF_8);
    assertThat(lines.length).isGreaterThan(Layout.HEAD);
    var in = new SequenceInputStream(new ByteArrayInputStream(lines), new Broken());
    try (var records = AlertFile.read("file", in)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(records::toList)
          .withMessageContaining("the cable is out");
    }
  }

  @Test
  void says_that_closing_failed() throws IOException {
    var in =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() throws IOException {
            throw new IOException("the door is stuck");
          }
        };
    var records = AlertFile.read("file", in);
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(records::close)
        .withMessageContaining("the door is stuck");
  }

  @Test
  void reads_a_file_and_closes_it(@TempDir Path dir) throws IOException {
    var file = Files.writeString(dir.resolve("eve.json"), EVE);
    try (var records = AlertFile.read(file)) {
      assertThat(records).extracting(AlertRecord::place).containsExactly(place(file, 1));
    }
    var closed = new AtomicInteger();
    var in =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    AlertFile.read("file", in).close();
    assertThat(closed).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\r\n \n", "\ufeff", "[]", "{\"Findings\":[]}", "[ ]\n[\n]"})
  void finds_no_record_where_there_is_none(String file) {
    assertThat(read(file)).isEmpty();
  }

  @Test
  void reads_on_after_a_broken_line() {
    var records = read(EVE + "\n{\"timestamp\":\n\nnonsense\n" + FLOW + "\r\n" + FINDING);
    assertThat(records)
        .extracting(AlertRecord::place)
        .containsExactly(line(1), line(2), line(4), line(5), line(6));
    assertThat(records.get(4).place()).hasToString("file:6");
    assertThat(records.get(0)).isEqualTo(new AlertRecord.Read(line(1), alert(EVE)));
    assertThat(reason(records.get(1))).startsWith("is not a JSON record: Unexpected end-of-input");
    assertThat(reason(records.get(2)))
        .startsWith("is not a JSON record: Unrecognized token 'nonsense'")
        .endsWith(", at column 1");
    assertThat(records.get(3)).isInstanceOf(AlertRecord.NotAnAlert.class);
    assertThat(records.get(4)).isEqualTo(new AlertRecord.Read(line(6), alert(FINDING)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"timestamp\":",
        "{\"timestamp\":\"2026-11",
        "{",
        "[",
        "{\"a\":[",
        "\"event_type\":\"alert\"}",
        "[2026-11-02] started",
        "{\"a\":1}}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1}{\"b\":2}",
        "\u0000\u0000",
        "1",
        "null",
        "\"\""
      })
  void reads_on_after_a_broken_first_line(String first) {
    var records = read(first + "\n" + EVE + "\n" + FLOW);
    assertThat(records).extracting(AlertRecord::place).containsExactly(line(1), line(2), line(3));
    assertThat(records.get(0)).isInstanceOf(AlertRecord.Refused.class);
    assertThat(records.get(1)).isEqualTo(new AlertRecord.Read(line(2), alert(EVE)));
    assertThat(records.get(2)).isInstanceOf(AlertRecord.NotAnAlert.class);
  }

  @Test
  void refuses_a_line_that_is_no_utf_8_and_reads_on() {
    var latin = with(EVE, "EXAMPLE", "\u00c4").getBytes(StandardCharsets.ISO_8859_1);
    var eve = ("\n" + EVE).getBytes(StandardCharsets.UTF_8);
    var both = new byte[latin.length + eve.length];
    System.arraycopy(latin, 0, both, 0, latin.length);
    System.arraycopy(eve, 0, both, latin.length, eve.length);
    assertThat(read(both))
        .containsExactly(
            new AlertRecord.Refused(line(1), "is not UTF-8"),
            new AlertRecord.Read(line(2), alert(EVE)));
    assertThat(read(latin)).containsExactly(new AlertRecord.Refused(line(1), "is not UTF-8"));
  }

  @Test
  void refuses_a_record_that_is_no_object() {
    assertThat(refusal("5")).isEqualTo("a record must be a JSON object but is a single value");
    assertThat(refusal("[[5]]")).isEqualTo("a record must be a JSON object but is a JSON array");
    assertThat(reason(read(EVE + "\n5").get(1)))
        .isEqualTo("a record must be a JSON object but is a JSON number");
    assertThat(reason(read(EVE + "\nnull").get(1)))
        .isEqualTo("a record must be a JSON object but is null");
  }

  @Test
  void refuses_a_record_of_no_known_format() {
    assertThat(refusal("{\"rule\":\"Terminal shell in container\"}"))
        .isEqualTo("is of no known format; known are suricata, guardduty");
  }

  @Test
  void refuses_a_key_that_stands_twice() {
    assertThat(refusal(with(EVE, "\"flow_id\":77", "\"flow_id\":77,\"flow_id\":78")))
        .contains("Duplicate Object property \"flow_id\"");
  }

  @Test
  void refuses_what_nests_too_deep() {
    assertThat(alert(deep(63)).title()).isEqualTo("EXAMPLE beacon");
    assertThat(refusal(deep(64))).contains("nesting depth (65) exceeds the maximum allowed (64");
    assertThat(refusal(deep(20_000))).contains("nesting depth");
  }

  private static String deep(int depth) {
    return with(EVE, "\"flow_id\":77", "\"x\":" + "[".repeat(depth) + "]".repeat(depth));
  }

  @Test
  void refuses_a_number_of_more_than_40_digits() {
    assertThat(
            alert(with(EVE, "\"flow_id\":77", "\"flow_id\":" + "7".repeat(40))).key().reference())
        .contains("flow_id=" + "7".repeat(40));
    assertThat(refusal(with(EVE, "\"flow_id\":77", "\"flow_id\":" + "7".repeat(41))))
        .contains("Number value length (41) exceeds the maximum allowed (40");
  }

  @Test
  void refuses_a_line_that_is_too_long_and_reads_on() {
    var longest = padded(MIB);
    var records = read(EVE + "\n" + longest + "\n" + padded(MIB + 1) + "\n" + FLOW);
    assertThat(records.get(1)).isEqualTo(new AlertRecord.Read(line(2), alert(longest)));
    assertThat(records.get(2))
        .isEqualTo(
            new AlertRecord.Refused(
                line(3), "a line must have at most 1048576 bytes but has 1048577"));
    assertThat(records.get(3).place()).isEqualTo(line(4));
  }

  @Test
  void refuses_a_first_line_that_is_too_long_and_reads_on() {
    var records = read(padded(3 * MIB) + "\n" + EVE);
    assertThat(records).hasSize(2);
    assertThat(reason(records.get(0)))
        .isEqualTo("a record must have at most 1048576 characters but has 3145728");
    assertThat(records.get(1)).isEqualTo(new AlertRecord.Read(new Place("file", 2, 2), alert(EVE)));
  }

  @Test
  void refuses_a_record_of_a_document_that_is_too_long_and_reads_on() {
    var records = read("[" + padded(MIB + 1) + "," + EVE + "]");
    assertThat(reason(records.get(0))).startsWith("a record must have at most 1048576 characters");
    assertThat(records.get(1)).isEqualTo(new AlertRecord.Read(new Place("file", 1, 2), alert(EVE)));
  }

  @Test
  void refuses_a_document_that_is_too_large() throws IOException {
    var block = (" ".repeat(MIB - 1) + "\n").getBytes(StandardCharsets.UTF_8);
    List<InputStream> parts =
        ImmutableList.<InputStream>builder()
            .add(new ByteArrayInputStream(("[" + EVE + ",\n").getBytes(StandardCharsets.UTF_8)))
            .addAll(
                Collections.nCopies(64, block).stream().map(ByteArrayInputStream::new).iterator())
            .build();
    var in = new SequenceInputStream(Collections.enumeration(parts));
    try (var records = AlertFile.read("file", in)) {
      assertThat(Iterables.getOnlyElement(records.toList()))
          .isEqualTo(
              new AlertRecord.Refused(
                  line(1),
                  "a JSON document must have at most 67108864 bytes; more is read as one record in"
                      + " each line"));
    }
  }

  private static String padded(int length) {
    return "{" + " ".repeat(length - EVE.length()) + EVE.substring(1);
  }

  @Test
  void reads_an_array_laid_out_in_any_way() {
    var first = with(EVE, ",", ",\n  ");
    var records = read("[\n" + first + ",\n  5, " + FLOW + ", [1],\n" + FINDING + "\n]\n");
    assertThat(records)
        .extracting(record -> record.place().toString())
        .containsExactly(
            "file:2 (record 1)",
            "file:17 (record 2)",
            "file:17 (record 3)",
            "file:17 (record 4)",
            "file:18 (record 5)");
    assertThat(records.get(0))
        .isEqualTo(new AlertRecord.Read(new Place("file", 2, 1), alert(first)));
    assertThat(((AlertRecord.Read) records.get(0)).alert().raw()).isEqualTo(first);
    assertThat(records.get(2)).isInstanceOf(AlertRecord.NotAnAlert.class);
  }

  @Test
  void reads_the_records_before_the_place_where_a_document_breaks() {
    var records = read("[\n" + EVE + ",\n" + FLOW + ",\nnonsense,\n" + with(EVE, ":", " :") + "]");
    assertThat(records).hasSize(3);
    assertThat(records.get(0)).isInstanceOf(AlertRecord.Read.class);
    assertThat(records.get(1)).isInstanceOf(AlertRecord.NotAnAlert.class);
    assertThat(records.get(2).place()).isEqualTo(new Place("file", 4, 3));
    assertThat(reason(records.get(2)))
        .startsWith("is not a JSON record: Unrecognized token 'nonsense'")
        .endsWith("; what follows is not read");
  }

  @Test
  void reads_documents_one_after_the_other() {
    var first = with(EVE, ",", ",\n");
    assertThat(read(first + FINDING + "\n" + first + "[" + EVE + "]"))
        .extracting(record -> ((AlertRecord.Read) record).alert())
        .containsExactly(alert(first), alert(FINDING), alert(first), alert(EVE));
  }

  @Test
  void reads_the_arrays_of_several_lines() {
    assertThat(read("[" + EVE + "]\n[" + FLOW + "," + FINDING + "]"))
        .extracting(AlertRecord::place)
        .containsExactly(new Place("file", 1, 1), new Place("file", 2, 2), new Place("file", 2, 3));
  }

  @Test
  void reads_a_long_document_in_one_line() {
    var findings = String.join(",", Collections.nCopies(6000, FINDING));
    assertThat(read("{\"Findings\":[" + findings + "],\"NextToken\":\"\"}"))
        .hasSize(6000)
        .allMatch(record -> record instanceof AlertRecord.Read);
    var spread = String.join(",\n", Collections.nCopies(6000, FINDING));
    assertThat(read("[\n" + spread + "]")).hasSize(6000);
  }

  @Test
  void skips_a_byte_order_mark() {
    assertThat(alert("\ufeff" + EVE)).isEqualTo(alert(EVE));
    assertThat(read("\ufeff" + EVE + "\n" + EVE).get(0))
        .isEqualTo(new AlertRecord.Read(line(1), alert(EVE)));
  }

  @Test
  void keeps_the_line_as_it_arrived() {
    var line = " " + with(EVE, "EXAMPLE", "\u2603 \\u2603") + "\t";
    assertThat(((AlertRecord.Read) read(EVE + "\n" + line + "\r\n").get(1)).alert().raw())
        .isEqualTo(line);
  }

  @Test
  void shows_nothing_in_a_reason_that_a_terminal_would_obey() {
    assertThat(reason(read(EVE + "\nab\u001b[31m").get(1)))
        .contains("ab?")
        .doesNotContain("\u001b");
    assertThat(
            refusal("{\"event_type\":\"alert\",\"timestamp\":\"" + "\\ud800".repeat(600) + "\"}"))
        .hasSize(501)
        .endsWith("?\u2026");
  }

  @Test
  void asks_the_readers_in_their_order() throws IOException {
    var in =
        new ByteArrayInputStream(("{\"hits\":[" + EVE + "]}").getBytes(StandardCharsets.UTF_8));
    var readers = ImmutableList.of(new Greedy(), AlertReader.suricata());
    try (var records = AlertFile.read("file", in, readers)) {
      assertThat(records)
          .extracting(record -> ((AlertRecord.Read) record).alert().title())
          .containsExactly("a hit");
    }
    assertThat(AlertFile.standardReaders())
        .extracting(AlertReader::source)
        .containsExactly("suricata", "guardduty");
  }

  @Test
  void lets_the_defect_of_a_reader_through() {
    var defective =
        new Greedy() {
          @Override
          public AlertRecord read(JsonNode record, String raw, Place place) {
            throw new IllegalStateException("a defect");
          }
        };
    assertThatIllegalStateException()
        .isThrownBy(
            () -> {
              try (var records =
                  AlertFile.read(
                      "file",
                      new ByteArrayInputStream(EVE.getBytes(StandardCharsets.UTF_8)),
                      ImmutableList.of(defective))) {
                records.toList();
              }
            })
        .withMessage("a defect");
  }

  @Test
  void counts_the_only_record_of_a_document() {
    assertThat(one(EVE)).isEqualTo(new AlertRecord.Read(new Place("file", 1, 1), alert(EVE)));
  }

  private static Place line(long number) {
    return new Place("file", number, 0);
  }

  private static Place place(Path file, long record) {
    return new Place(file.toString(), 1, record);
  }

  /** A vendor's reader that recognises everything. */
  private static class Greedy implements AlertReader {
    @Override
    public String source() {
      return "vendor";
    }

    @Override
    public ImmutableSet<String> lists() {
      return ImmutableSet.of("hits");
    }

    @Override
    public boolean recognises(JsonNode record) {
      return true;
    }

    @Override
    public AlertRecord read(JsonNode record, String raw, Place place) {
      return new AlertRecord.Read(
          place,
          new Alert(
              new AlertKey(source(), "1"),
              "a hit",
              "1",
              Instant.EPOCH,
              ZoneOffset.UTC,
              AlertSeverity.LOW,
              ImmutableSet.of(),
              raw));
    }
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the cable is out");
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      throw new IOException("the cable is out");
    }
  }
}
