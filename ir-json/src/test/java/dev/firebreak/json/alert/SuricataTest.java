package dev.firebreak.json.alert;

import static dev.firebreak.alert.AlertSeverity.HIGH;
import static dev.firebreak.json.alert.Reading.EVE;
import static dev.firebreak.json.alert.Reading.alert;
import static dev.firebreak.json.alert.Reading.and;
import static dev.firebreak.json.alert.Reading.one;
import static dev.firebreak.json.alert.Reading.refusal;
import static dev.firebreak.json.alert.Reading.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertSeverity;
import dev.firebreak.scope.Observable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuricataTest {
  private static final String TIME = "\"timestamp\":\"2026-11-02T02:10:00.123456+0100\",";

  @Test
  void refuses_an_alert_without_a_type() {
    assertThat(refusal(with(EVE, "\"event_type\":\"alert\",", "")))
        .isEqualTo("suricata: event_type is missing");
  }

  @Test
  void refuses_a_type_that_is_no_word() {
    assertThat(refusal(with(EVE, "\"event_type\":\"alert\"", "\"event_type\":[]")))
        .isEqualTo("suricata: event_type must be text or a number but is a JSON array");
    assertThat(refusal(with(EVE, "\"event_type\":\"alert\"", "\"event_type\":\"an alert\"")))
        .isEqualTo(
            "suricata: event_type must be 1..1024 printable ASCII characters without spaces");
  }

  @Test
  void refuses_an_alert_without_a_time() {
    assertThat(refusal(with(EVE, TIME, ""))).isEqualTo("suricata: timestamp is missing");
    assertThat(refusal(with(EVE, TIME, "\"timestamp\":null,")))
        .isEqualTo("suricata: timestamp is missing");
    assertThat(refusal(with(EVE, TIME, "\"timestamp\":\" \",")))
        .isEqualTo("suricata: timestamp is missing");
    assertThat(refusal(with(EVE, TIME, "\"timestamp\":1762049400,")))
        .isEqualTo("suricata: timestamp must be text but is a JSON number");
    assertThat(refusal(with(EVE, TIME, "\"timestamp\":\"now\",")))
        .startsWith("suricata: timestamp must be a date and time like ");
  }

  @Test
  void refuses_an_alert_without_its_rule() {
    assertThat(refusal(with(EVE, "\"signature_id\":9000001,", "")))
        .isEqualTo("suricata: alert.signature_id is missing");
    assertThat(refusal(with(EVE, "\"alert\":{", "\"alerts\":{")))
        .isEqualTo("suricata: alert.signature_id is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "0, must be within 1.0..255.0 but was 0.0",
    "256, must be within 1.0..255.0 but was 256.0",
    "-1, must be within 1.0..255.0 but was -1.0",
    "1e999, must be within 1.0..255.0 but was Infinity",
    "'\"1\"', must be a number but is a JSON string",
    "null, is missing"
  })
  void refuses_a_severity_that_is_none(String severity, String why) {
    assertThat(refusal(with(EVE, "\"severity\":1", "\"severity\":" + severity)))
        .isEqualTo("suricata: alert.severity " + why);
  }

  @Test
  void refuses_a_field_of_the_key_that_would_make_it_ambiguous() {
    assertThat(refusal(with(EVE, "\"flow_id\":77", "\"flow_id\":\"77 tx_id=1\"")))
        .isEqualTo("suricata: flow_id must be 1..1024 printable ASCII characters without spaces");
    assertThat(refusal(with(EVE, "\"flow_id\":77", "\"flow_id\":\"\""))).contains("flow_id must");
    assertThat(refusal(with(EVE, "\"flow_id\":77", "\"flow_id\":\"" + "7".repeat(1025) + "\"")))
        .contains("flow_id must");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flow", "dns", "http", "tls", "fileinfo", "anomaly", "stats", "drop"})
  void is_no_alert_if_the_event_is_of_another_type(String type) {
    assertThat(one(with(EVE, "\"event_type\":\"alert\"", "\"event_type\":\"" + type + "\"")))
        .isEqualTo(
            new AlertRecord.NotAnAlert(
                new Place("file", 1, 1), "a Suricata event of type " + type));
  }

  @Test
  void reads_an_alert() {
    assertThat(alert(EVE))
        .isEqualTo(
            new Alert(
                new AlertKey(
                    "suricata",
                    "2026-11-02T01:10:00.123456Z rule=1:9000001:2 10.20.0.17>203.0.113.66"
                        + " flow_id=77 proto=TCP src_port=50000 dest_port=443"),
                "EXAMPLE beacon",
                "1:9000001 10.20.0.17>203.0.113.66",
                Instant.parse("2026-11-02T01:10:00.123456Z"),
                ZoneOffset.ofHours(1),
                HIGH,
                ImmutableSet.of(address("10.20.0.17"), address("203.0.113.66")),
                EVE));
  }

  @Test
  void reads_the_least_that_an_alert_may_say() {
    var alert =
        alert(
            "{\"event_type\":\"alert\",\"timestamp\":\"2026-11-02T02:10:00\","
                + "\"alert\":{\"signature_id\":7,\"severity\":3,\"signature\":\"\"}}");
    assertThat(alert.title()).isEqualTo("Suricata rule 1:7");
    assertThat(alert.key().reference()).isEqualTo("2026-11-02T02:10:00Z rule=1:7 ->-");
    assertThat(alert.fingerprint()).isEqualTo("1:7 ->-");
    assertThat(alert.observables()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, HIGH", "2, MEDIUM", "3, LOW", "4, INFORMATIONAL", "255, INFORMATIONAL"})
  void takes_one_as_the_highest_severity(int severity, AlertSeverity expected) {
    assertThat(alert(with(EVE, "\"severity\":1", "\"severity\":" + severity)).severity())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"flow_id\":77', '\"flow_id\":78'",
    "'\"signature_id\":9000001', '\"signature_id\":9000002'",
    "'\"gid\":1', '\"gid\":3'",
    "'\"rev\":2', '\"rev\":3'",
    "'\"src_port\":50000', '\"src_port\":50001'",
    "'\"dest_port\":443', '\"dest_port\":444'",
    "'\"dest_ip\":\"203.0.113.66\"', '\"dest_ip\":\"203.0.113.67\"'",
    "'\"proto\":\"TCP\"', '\"proto\":\"UDP\"'",
    "'\"proto\":\"TCP\"', '\"proto\":\"TCP\",\"tx_id\":1'",
    "'\"proto\":\"TCP\"', '\"proto\":\"TCP\",\"pcap_cnt\":1'",
    "'00.123456', '00.123457'"
  })
  void is_another_alert_if_what_tells_them_apart_differs(String part, String other) {
    assertThat(alert(with(EVE, part, other)).key()).isNotEqualTo(alert(EVE).key());
  }

  @Test
  void is_the_same_alert_in_another_order_and_notation() {
    var again =
        " { \"alert\" : {\"severity\":1,\"signature\":\"EXAMPLE beac\\u006fn\",\"rev\":2,"
            + "\"signature_id\":\"9000001\", \"gid\":1},\"dest_ip\":\"203.0.113.66\","
            + "\"dest_port\":443,\"proto\":\"TCP\",\"src_port\":50000,\"src_ip\":\"10.20.0.17\","
            + "\"event_type\":\"alert\",\"flow_id\":\"77\","
            + "\"timestamp\":\"2026-11-02T01:10:00.123456Z\",\"host\":\"sensor-2\"}";
    assertThat(alert(again).key()).isEqualTo(alert(EVE).key());
    assertThat(alert(with(EVE, "10.20.0.17", "2001:DB8:0:0::17")).key())
        .isEqualTo(alert(with(EVE, "10.20.0.17", "2001:db8::17")).key());
  }

  @Test
  void is_a_repetition_from_another_port_and_by_a_newer_rule() {
    var repeated =
        with(with(EVE, "\"src_port\":50000", "\"src_port\":5"), "\"rev\":2", "\"rev\":3");
    assertThat(alert(with(repeated, "\"dest_port\":443", "\"dest_port\":80")).fingerprint())
        .isEqualTo(alert(EVE).fingerprint());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"signature_id\":9000001', '\"signature_id\":9000002'",
    "'\"gid\":1', '\"gid\":3'",
    "'\"src_ip\":\"10.20.0.17\"', '\"src_ip\":\"10.20.0.18\"'",
    "'\"dest_ip\":\"203.0.113.66\"', '\"dest_ip\":\"x.x.113.67\"'"
  })
  void is_no_repetition_with_another_rule_or_address(String part, String other) {
    assertThat(alert(with(EVE, part, other)).fingerprint()).isNotEqualTo(alert(EVE).fingerprint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "::",
        "127.0.0.1",
        "::1",
        "224.0.0.251",
        "ff02::fb",
        "255.255.255.255",
        "x.x.250.50",
        "fe80::1%eth0"
      })
  void sees_no_address_that_is_the_same_everywhere_or_none(String address) {
    assertThat(alert(with(EVE, "203.0.113.66", address)).observables())
        .containsExactly(address("10.20.0.17"));
  }

  @Test
  void sees_an_address_in_one_notation() {
    assertThat(alert(with(EVE, "203.0.113.66", "2001:0DB8:0000::0042")).observables())
        .containsExactly(address("10.20.0.17"), address("2001:db8::42"));
    assertThat(alert(with(EVE, "203.0.113.66", "::ffff:203.0.113.66")).observables())
        .containsExactly(address("10.20.0.17"), address("203.0.113.66"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"dns\":{\"rrname\":\"C2.Example.ORG.\"}', c2.example.org",
    "'\"dns\":{\"query\":[{\"rrname\":\"c2.example.org\"}]}', c2.example.org",
    "'\"dns\":{\"queries\":[{\"rrname\":\"c2.example.org\"}]}', c2.example.org",
    "'\"http\":{\"hostname\":\"WWW.example.net\"}', www.example.net",
    "'\"tls\":{\"sni\":\"mail.example.com\"}', mail.example.com"
  })
  void sees_a_domain_in_lower_case(String members, String domain) {
    assertThat(seen(members)).containsExactly(new Observable(Observable.Type.DOMAIN_NAME, domain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-c",
        "wpad",
        "",
        " ",
        "two words.example",
        "a..example",
        "ex\u00e4mple.org",
        "host.example:8080"
      })
  void sees_no_domain_in_what_is_none(String host) {
    assertThat(seen("\"http\":{\"hostname\":\"" + host + "\",\"url\":\"/\"}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7, 198.51.100.7",
    "[2001:db8::7], 2001:db8::7",
    "2001:DB8::7, 2001:db8::7"
  })
  void sees_an_address_in_place_of_a_host(String host, String address) {
    assertThat(seen("\"http\":{\"hostname\":\"" + host + "\"}")).containsExactly(address(address));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"url\":\"http://www.example.org/A?b=C\"', http://www.example.org/A?b=C",
    "'\"url\":\"https://www.example.org/\"', https://www.example.org/",
    "'\"url\":\"/A?b=C\",\"hostname\":\"WWW.Example.org.\"', http://www.example.org/A?b=C",
    "'\"url\":\"/\",\"hostname\":\"www.example.org\",\"http_port\":8080', http://www.example.org:8080/",
    "'\"url\":\"/x\",\"hostname\":\"2001:DB8::7\"', http://[2001:db8::7]/x"
  })
  void sees_a_whole_url(String members, String url) {
    assertThat(seen("\"http\":{" + members + "}"))
        .filteredOn(observable -> observable.type() == Observable.Type.URL)
        .containsExactly(new Observable(Observable.Type.URL, url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"url\":\"/alone\"",
        "\"url\":\"/\",\"hostname\":7",
        "\"url\":\"www.example.org:443\"",
        "\"url\":\"ftp://www.example.org/\"",
        "\"url\":\"http://www.example.org/a b\"",
        "\"url\":\"http://www.example.org/\\ud800\"",
        "\"url\":7"
      })
  void sees_no_url_in_what_is_none(String members) {
    assertThat(seen("\"http\":{" + members + "}")).isEmpty();
  }

  @Test
  void leaves_out_what_is_too_long_to_be_an_observable() {
    var longest = "http://www.example.org/" + "a".repeat(16_384 - 23);
    assertThat(seen("\"http\":{\"url\":\"" + longest + "\"}")).hasSize(1);
    assertThat(seen("\"http\":{\"url\":\"" + longest + "a\"}")).isEmpty();
  }

  @Test
  void sees_the_hashes_of_files() {
    var sha256 = "AB".repeat(32);
    assertThat(
            seen(
                "\"fileinfo\":{\"sha256\":\""
                    + sha256
                    + "\"},\"files\":[{\"md5\":\""
                    + "0f".repeat(16)
                    + "\",\"sha1\":\""
                    + "1e".repeat(20)
                    + "\"},{\"sha256\":\"abc\"},{\"sha256\":\""
                    + "xy".repeat(32)
                    + "\"},{\"sha256\":5}]"))
        .containsExactly(
            new Observable(Observable.Type.FILE_HASH, "ab".repeat(32)),
            new Observable(Observable.Type.FILE_HASH, "1e".repeat(20)),
            new Observable(Observable.Type.FILE_HASH, "0f".repeat(16)));
  }

  @Test
  void replaces_half_a_character_in_the_title() {
    assertThat(alert(with(EVE, "EXAMPLE", "\\ud83d")).title()).isEqualTo("? beacon");
    assertThat(alert(with(EVE, "EXAMPLE", "\\ud83d\\ude00")).title())
        .isEqualTo("\ud83d\ude00 beacon");
  }

  /** Returns what an alert sees because of these members, beside its addresses. */
  private static List<Observable> seen(String members) {
    return alert(and(EVE, members)).observables().stream().skip(2).toList();
  }

  private static Observable address(String value) {
    return new Observable(Observable.Type.IP_ADDRESS, value);
  }
}
