package dev.firebreak.json.alert;

import static dev.firebreak.json.alert.Reading.EVE;
import static dev.firebreak.json.alert.Reading.FINDING;
import static dev.firebreak.json.alert.Reading.alert;
import static dev.firebreak.json.alert.Reading.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class AlertFileProperties {
  private static final JsonMapper MAPPER = new JsonMapper();

  @Property(tries = 300)
  void gives_one_answer_for_each_line(@ForAll("lines") List<String> lines) {
    var records = read(EVE + "\n" + String.join("\n", lines));
    assertThat(records).extracting(record -> record.place().line()).isEqualTo(notBlank(lines));
  }

  /** Returns the numbers of the lines that are not blank, after a first one that is not. */
  private static List<Long> notBlank(List<String> lines) {
    List<Long> numbers = new ArrayList<>(List.of(1L));
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        numbers.add(i + 2L);
      }
    }
    return numbers;
  }

  @Property(tries = 300)
  void answers_any_bytes_with_no_more_records_than_bytes(@ForAll byte[] bytes) {
    assertThat(read(bytes)).hasSizeLessThanOrEqualTo(bytes.length);
  }

  @Property(tries = 300)
  void gives_one_answer_for_each_line_of_any_bytes(@ForAll("chunks") List<byte[]> chunks) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(EVE.getBytes(StandardCharsets.UTF_8));
    for (byte[] chunk : chunks) {
      file.write('\n');
      file.write('x');
      file.writeBytes(chunk);
    }
    assertThat(read(file.toByteArray())).hasSize(chunks.size() + 1);
  }

  @Property(tries = 300)
  void answers_each_element_of_an_array(@ForAll("values") List<JsonNode> values) {
    var array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    assertThat(read(MAPPER.writeValueAsString(array))).hasSize(values.size());
    assertThat(read(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(array)))
        .hasSize(values.size());
  }

  @Property(tries = 300)
  void answers_records_of_which_a_part_is_anything(
      @ForAll("parts") String path, @ForAll("value") JsonNode value) {
    for (String record : List.of(EVE, FINDING)) {
      var tree = MAPPER.readTree(record);
      var parent = path.contains(".") ? tree.path(path.substring(0, path.indexOf('.'))) : tree;
      if (parent.isObject()) {
        parent.asObject().set(path.substring(path.indexOf('.') + 1), value);
      }
      assertThat(read(MAPPER.writeValueAsString(tree))).hasSize(1);
    }
  }

  @Property(tries = 100)
  void is_the_same_alert_in_any_order_of_its_fields(@ForAll Random random) {
    for (String record : List.of(EVE, FINDING)) {
      var shuffled = alert(MAPPER.writeValueAsString(shuffle(MAPPER.readTree(record), random)));
      assertThat(shuffled.key()).isEqualTo(alert(record).key());
      assertThat(shuffled.fingerprint()).isEqualTo(alert(record).fingerprint());
    }
  }

  private static JsonNode shuffle(JsonNode node, Random random) {
    if (!node.isObject()) {
      return node;
    }
    var names = new ArrayList<>(node.propertyNames());
    Collections.shuffle(names, random);
    var shuffled = JsonNodeFactory.instance.objectNode();
    names.forEach(name -> shuffled.set(name, shuffle(node.get(name), random)));
    return shuffled;
  }

  @Provide
  Arbitrary<List<String>> lines() {
    var text = Arbitraries.strings().excludeChars('\n').ofMaxLength(30);
    var cut = Arbitraries.integers().between(0, EVE.length()).map(to -> EVE.substring(0, to));
    var json = value().map(MAPPER::writeValueAsString);
    return Arbitraries.oneOf(text, cut, json, Arbitraries.of(EVE, FINDING, "", " \r"))
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<byte[]>> chunks() {
    return Arbitraries.bytes()
        .filter(each -> each != '\n')
        .array(byte[].class)
        .ofMaxSize(40)
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<JsonNode>> values() {
    return value().list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<JsonNode> value() {
    var text =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12),
            Arbitraries.of("alert", "10.20.0.17", "::", "example.org", "2026-11-02T02:10:00Z"));
    Arbitrary<JsonNode> leaf =
        Arbitraries.oneOf(
            text.map(JsonNodeFactory.instance::stringNode),
            Arbitraries.longs().map(JsonNodeFactory.instance::numberNode),
            Arbitraries.doubles().map(JsonNodeFactory.instance::numberNode),
            Arbitraries.of(true, false).map(JsonNodeFactory.instance::booleanNode),
            Arbitraries.just(JsonNodeFactory.instance.nullNode()));
    return Arbitraries.recursive(
        () -> leaf,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(AlertFileProperties::array),
                Arbitraries.maps(name(), inner).ofMaxSize(3).map(AlertFileProperties::object)),
        0,
        3);
  }

  @Provide
  Arbitrary<String> parts() {
    var outer =
        MAPPER.readTree(EVE).propertyNames().stream()
            .collect(Collectors.toCollection(ArrayList::new));
    outer.addAll(MAPPER.readTree(FINDING).propertyNames());
    outer.addAll(
        List.of(
            "alert.gid",
            "alert.rev",
            "alert.signature",
            "alert.signature_id",
            "alert.severity",
            "dns",
            "http",
            "tls",
            "files",
            "fileinfo",
            "resource.accessKeyDetails",
            "resource.instanceDetails",
            "resource.s3BucketDetails",
            "service.action",
            "service.eventLastSeen"));
    return Arbitraries.of(outer);
  }

  private static Arbitrary<String> name() {
    return Arbitraries.oneOf(
        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3),
        Arbitraries.of(
            "event_type", "alert", "signature_id", "hostname", "url", "query", "arn", "Id"));
  }

  private static JsonNode array(List<JsonNode> values) {
    var array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }

  private static JsonNode object(Map<String, JsonNode> values) {
    var object = JsonNodeFactory.instance.objectNode();
    values.forEach(object::set);
    return object;
  }
}
