package dev.firebreak.json.alert;

import static dev.firebreak.json.alert.Reading.FINDING;
import static dev.firebreak.json.alert.Reading.alert;
import static dev.firebreak.json.alert.Reading.one;
import static dev.firebreak.json.alert.Reading.read;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardDutyTest {
  private static final String LAST_SEEN = "\"eventLastSeen\":\"2026-11-02T01:30:00.000Z\",";
  private static final String UPDATED = "\"updatedAt\":\"2026-11-02T01:35:00.000Z\",";

  @ParameterizedTest
  @CsvSource({
    "'\"id\":\"0123abcd\",', id is missing",
    "'\"title\":\"An instance calls home.\"', title is missing",
    "'\"type\":\"Backdoor:EC2/C&CActivity.B\",', type is missing",
    "'\"severity\":8,', severity is missing"
  })
  void refuses_a_finding_that_lacks_what_an_alert_needs(String part, String why) {
    var finding = with(FINDING, part, "").replaceFirst(",}$", "}");
    assertThat(refusal(finding)).isEqualTo("guardduty: " + why);
  }

  @Test
  void refuses_a_finding_without_a_time() {
    assertThat(refusal(with(with(FINDING, LAST_SEEN, ""), UPDATED, "")))
        .isEqualTo("guardduty: updatedAt is missing");
    assertThat(refusal(with(FINDING, LAST_SEEN, "\"eventLastSeen\":\"late\",")))
        .startsWith("guardduty: service.eventLastSeen must be a date and time");
    assertThat(refusal(with(with(FINDING, LAST_SEEN, ""), UPDATED, "\"updatedAt\":\"late\",")))
        .startsWith("guardduty: updatedAt must be a date and time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "10.1", "\"8\""})
  void refuses_a_severity_out_of_range(String severity) {
    assertThat(refusal(with(FINDING, "\"severity\":8", "\"severity\":" + severity)))
        .startsWith("guardduty: severity must be ");
  }

  @Test
  void refuses_a_title_that_is_too_long() {
    assertThat(refusal(with(FINDING, "An instance", "a".repeat(16_385))))
        .startsWith("guardduty: title must have at most 16384 characters");
  }

  @Test
  void refuses_an_envelope_without_a_finding() {
    assertThat(
            refusal(
                "{\"source\":\"aws.guardduty\",\"detail-type\":\"GuardDuty Finding\",\"detail\":5}"))
        .isEqualTo("guardduty: id is missing");
    assertThat(refusal("{\"source\":\"aws.guardduty\",\"detail-type\":5}"))
        .isEqualTo("guardduty: detail-type must be text but is a JSON number");
  }

  @Test
  void does_not_know_the_findings_of_another_service() {
    assertThat(refusal("{\"Findings\":[{\"ProductArn\":\"arn:aws:securityhub:x\",\"Id\":\"1\"}]}"))
        .isEqualTo("is of no known format; known are suricata, guardduty");
    assertThat(refusal("{\"source\":\"aws.ec2\",\"detail-type\":\"Started\",\"detail\":{}}"))
        .isEqualTo("is of no known format; known are suricata, guardduty");
  }

  @Test
  void is_no_alert_if_the_event_is_not_about_a_finding() {
    assertThat(
            one(
                "{\"source\":\"aws.guardduty\","
                    + "\"detail-type\":\"GuardDuty Runtime Protection Healthy\",\"detail\":{}}"))
        .isEqualTo(
            new AlertRecord.NotAnAlert(
                new Place("file", 1, 1), "an event of type GuardDuty Runtime Protection Healthy"));
  }

  @Test
  void reads_a_finding() {
    assertThat(alert(FINDING))
        .isEqualTo(
            new Alert(
                new AlertKey("guardduty", "0123abcd"),
                "An instance calls home.",
                "Backdoor:EC2/C&CActivity.B 0123abcd",
                Instant.parse("2026-11-02T01:30:00Z"),
                ZoneOffset.UTC,
                AlertSeverity.HIGH,
                ImmutableSet.of(),
                FINDING));
  }

  @Test
  void takes_the_update_where_nothing_tells_when_it_was_last_seen() {
    assertThat(alert(with(FINDING, LAST_SEEN, "\"eventLastSeen\":null,")).observed())
        .isEqualTo(Instant.parse("2026-11-02T01:35:00Z"));
    assertThat(alert(with(FINDING, "2026-11-02T01:30:00.000Z", "2026-11-02 01:30:00.000000001")))
        .extracting(Alert::observed)
        .isEqualTo(Instant.parse("2026-11-02T01:30:00.000000001Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, INFORMATIONAL",
    "0.9, INFORMATIONAL",
    "1, LOW",
    "3.9, LOW",
    "4.0, MEDIUM",
    "6.9, MEDIUM",
    "7, HIGH",
    "8.9, HIGH",
    "9.0, CRITICAL",
    "10, CRITICAL"
  })
  void maps_the_ranges_of_severities(String severity, AlertSeverity expected) {
    assertThat(alert(with(FINDING, "\"severity\":8", "\"severity\":" + severity)).severity())
        .isEqualTo(expected);
  }

  @Test
  void is_an_alert_when_archived_and_the_same_alert_when_updated() {
    var archived = with(FINDING, "\"archived\":false", "\"archived\":true");
    var updated = with(with(archived, "01:35", "05:35"), "\"count\":1", "\"count\":9");
    assertThat(alert(updated).key()).isEqualTo(alert(FINDING).key());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"instanceDetails\":{\"instanceId\":\"i-0a\"},\"accessKeyDetails\":{\"userName\":\"u\"}', i-0a",
    "'\"eksClusterDetails\":{\"arn\":\"arn:eks\"}', arn:eks",
    "'\"ecsClusterDetails\":{\"arn\":\"arn:ecs\"}', arn:ecs",
    "'\"containerDetails\":{\"id\":\"c0\"}', c0",
    "'\"lambdaDetails\":{\"functionArn\":\"arn:fn\"}', arn:fn",
    "'\"rdsDbInstanceDetails\":{\"dbInstanceArn\":\"arn:db\"}', arn:db",
    "'\"s3BucketDetails\":[{\"arn\":\"arn:b\",\"name\":\"b\"},{\"arn\":\"arn:c\"}]', arn:b",
    "'\"s3BucketDetails\":[{\"name\":\"b\"}]', b",
    "'\"accessKeyDetails\":{\"principalId\":\"AIDAX\",\"userName\":\"u\"}', AIDAX",
    "'\"accessKeyDetails\":{\"principalId\":\" \",\"userName\":\"u\"}', u",
    "'\"accessKeyDetails\":{\"accessKeyId\":\"AKIAX\"}', AKIAX",
    "'\"resourceType\":\"AttackSequence\"', 0123abcd"
  })
  void repeats_another_of_the_same_type_about_the_same_resource(String resource, String name) {
    assertThat(alert(about(resource)).fingerprint())
        .isEqualTo("Backdoor:EC2/C&CActivity.B " + name);
  }

  @Test
  void does_not_tell_a_resource_by_a_name_that_is_too_long() {
    var name = "i".repeat(4097);
    assertThat(alert(about("\"instanceDetails\":{\"instanceId\":\"" + name + "\"}")).fingerprint())
        .endsWith(" 0123abcd");
  }

  @Test
  void sees_credentials_then_resources_then_addresses() {
    var finding =
        with(
            about(
                "\"accessKeyDetails\":{\"accessKeyId\":\"ASIAEXAMPLE\",\"principalId\":\"AROAX:s\","
                    + "\"userType\":\"AssumedRole\",\"userName\":\"deploy\"},"
                    + "\"s3BucketDetails\":[{\"arn\":\"arn:aws:s3:::b\"},{\"name\":\"c\"},{}],"
                    + "\"instanceDetails\":{\"instanceId\":\"i-0a\",\"networkInterfaces\":["
                    + "{\"privateIpAddress\":\"10.20.0.17\",\"publicIp\":\"198.51.100.4\"}]}"),
            "\"archived\"",
            "\"action\":{\"actionType\":\"AWS_API_CALL\",\"awsApiCallAction\":{\"remoteIpDetails\":"
                + "{\"ipAddressV4\":\"203.0.113.66\"},\"domainDetails\":{\"domain\":"
                + "\"cloudformation.amazonaws.com\"}},\"portProbeAction\":{\"portProbeDetails\":["
                + "{\"remoteIpDetails\":{\"ipAddressV4\":\"203.0.113.67\"}}]},"
                + "\"networkConnectionAction\":{\"remoteIpDetails\":"
                + "{\"ipAddressV4\":\"\",\"ipAddressV6\":\"2001:DB8::9\"}},"
                + "\"dnsRequestAction\":{\"domain\":\"C2.example.org\"}},\"archived\"");
    assertThat(alert(finding).observables())
        .containsExactly(
            new Observable(Observable.Type.ACCESS_KEY, "ASIAEXAMPLE"),
            new Observable(Observable.Type.USER_ACCOUNT, "deploy"),
            new Observable(Observable.Type.USER_ACCOUNT, "AROAX:s"),
            new Observable(Observable.Type.RESOURCE, "i-0a"),
            new Observable(Observable.Type.RESOURCE, "arn:aws:s3:::b"),
            new Observable(Observable.Type.RESOURCE, "c"),
            new Observable(Observable.Type.IP_ADDRESS, "203.0.113.66"),
            new Observable(Observable.Type.IP_ADDRESS, "203.0.113.67"),
            new Observable(Observable.Type.IP_ADDRESS, "2001:db8::9"),
            new Observable(Observable.Type.DOMAIN_NAME, "c2.example.org"),
            new Observable(Observable.Type.IP_ADDRESS, "10.20.0.17"),
            new Observable(Observable.Type.IP_ADDRESS, "198.51.100.4"));
  }

  @Test
  void sees_nothing_of_a_root_user_but_the_key() {
    assertThat(
            alert(
                    about(
                        "\"accessKeyDetails\":{\"accessKeyId\":\"ASIAEXAMPLE\",\"userType\":"
                            + "\"Root\",\"principalId\":\"111122223333\",\"userName\":\"Root\"}"))
                .observables())
        .containsExactly(new Observable(Observable.Type.ACCESS_KEY, "ASIAEXAMPLE"));
  }

  @Test
  void sees_who_and_what_took_part_in_a_sequence_of_attacks() {
    var finding =
        with(
            FINDING,
            "\"archived\"",
            "\"detection\":{\"sequence\":{\"actors\":[{\"user\":{\"type\":\"IAMUser\",\"name\":"
                + "\"deploy\",\"uid\":\"AIDAX\",\"credentialUid\":\"AKIAX\"}},{\"user\":{\"type\":"
                + "\"ROOT\",\"name\":\"111122223333\"}}],\"endpoints\":[{\"ip\":\"203.0.113.66\","
                + "\"domain\":\"c2.example.org\"}]}},\"archived\"");
    assertThat(alert(finding).observables())
        .containsExactly(
            new Observable(Observable.Type.ACCESS_KEY, "AKIAX"),
            new Observable(Observable.Type.USER_ACCOUNT, "deploy"),
            new Observable(Observable.Type.USER_ACCOUNT, "AIDAX"),
            new Observable(Observable.Type.IP_ADDRESS, "203.0.113.66"),
            new Observable(Observable.Type.DOMAIN_NAME, "c2.example.org"));
  }

  @Test
  void sees_no_name_that_is_none() {
    assertThat(
            alert(
                    about(
                        "\"accessKeyDetails\":{\"accessKeyId\":\" \",\"principalId\":5,"
                            + "\"userName\":\""
                            + "u".repeat(16_385)
                            + "\"}"))
                .observables())
        .isEmpty();
  }

  @Test
  void reads_a_finding_in_the_envelope_of_an_event() {
    var event =
        "{\"version\":\"0\",\"source\":\"aws.guardduty\",\"detail-type\":\"GuardDuty Finding\","
            + "\"detail\":"
            + FINDING
            + "}";
    assertThat(alert(event).key()).isEqualTo(alert(FINDING).key());
    assertThat(alert(event).raw()).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Findings", "findings"})
  void reads_a_list_of_findings(String key) {
    var other = with(FINDING, "\"id\":\"0123abcd\"", "\"id\":\"4567\"");
    var list = "[" + FINDING + ", " + other + "]";
    assertThat(read("{\"NextToken\":{\"a\":[1]},\"" + key + "\":" + list + ",\"Count\":2}"))
        .containsExactly(
            new AlertRecord.Read(new Place("file", 1, 1), alert(FINDING)),
            new AlertRecord.Read(new Place("file", 1, 2), alert(other)));
  }

  @Test
  void reads_a_finding_with_the_keys_of_an_sdk() {
    var finding =
        "{\"Id\":\"0123abcd\",\"Arn\":\"arn:aws:guardduty:x\",\"Type\":\"T:EC2/X\",\"Severity\":8,"
            + "\"Title\":\"An instance calls home.\",\"Resource\":{\"S3BucketDetails\":"
            + "[{\"Arn\":\"arn:aws:s3:::b\"}]},\"Service\":{\"ServiceName\":\"guardduty\","
            + "\"EventLastSeen\":\"2026-11-02T01:30:00Z\",\"Action\":{\"DnsRequestAction\":"
            + "{\"Domain\":\"c2.example.org\"}},\"AdditionalInfo\":{\"\":[true,null]}}}";
    assertThat(alert(finding).raw()).isEqualTo(finding);
    assertThat(alert(finding).fingerprint()).isEqualTo("T:EC2/X arn:aws:s3:::b");
    assertThat(alert(finding).observables())
        .containsExactly(
            new Observable(Observable.Type.RESOURCE, "arn:aws:s3:::b"),
            new Observable(Observable.Type.DOMAIN_NAME, "c2.example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"service\":{\"serviceName\":\"guardduty\"}}",
        "{\"Service\":{\"ServiceName\":\"guardduty\"}}",
        "{\"Arn\":\"arn:aws:guardduty:x\"}",
        "{\"arn\":\"arn:aws-cn:guardduty:x\"}"
      })
  void recognises_a_finding_by_its_service_or_arn(String finding) {
    assertThat(refusal(finding)).isEqualTo("guardduty: id is missing");
  }

  private static String about(String resource) {
    return with(FINDING, "\"resource\":{}", "\"resource\":{" + resource + "}");
  }
}
