package dev.firebreak.json.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.alert.Alert;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads texts as files, for tests. */
final class Reading {
  private Reading() {}

  /** An EVE alert in which a test replaces what it is about. */
  static final String EVE =
      "{\"timestamp\":\"2026-11-02T02:10:00.123456+0100\",\"flow_id\":77,\"event_type\":\"alert\","
          + "\"src_ip\":\"10.20.0.17\",\"src_port\":50000,\"dest_ip\":\"203.0.113.66\","
          + "\"dest_port\":443,\"proto\":\"TCP\",\"alert\":{\"action\":\"allowed\",\"gid\":1,"
          + "\"signature_id\":9000001,\"rev\":2,\"signature\":\"EXAMPLE beacon\","
          + "\"category\":\"Example\",\"severity\":1}}";

  /** A GuardDuty finding in which a test replaces what it is about. */
  static final String FINDING =
      "{\"schemaVersion\":\"2.0\",\"accountId\":\"111122223333\",\"region\":\"eu-central-1\","
          + "\"id\":\"0123abcd\",\"arn\":\"arn:aws:guardduty:eu-central-1:111122223333:detector/d"
          + "/finding/0123abcd\",\"type\":\"Backdoor:EC2/C&CActivity.B\",\"resource\":{},"
          + "\"service\":{\"serviceName\":\"guardduty\",\"eventLastSeen\":"
          + "\"2026-11-02T01:30:00.000Z\",\"archived\":false,\"count\":1},\"severity\":8,"
          + "\"updatedAt\":\"2026-11-02T01:35:00.000Z\",\"title\":\"An instance calls home.\"}";

  static List<AlertRecord> read(byte[] file) {
    try (var records = AlertFile.read("file", new ByteArrayInputStream(file))) {
      return records.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<AlertRecord> read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  static AlertRecord one(String record) {
    var records = read(record);
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  static Alert alert(String record) {
    var read = one(record);
    assertThat(read).isInstanceOf(AlertRecord.Read.class);
    return ((AlertRecord.Read) read).alert();
  }

  static String reason(AlertRecord record) {
    assertThat(record).isInstanceOf(AlertRecord.Refused.class);
    return ((AlertRecord.Refused) record).reason();
  }

  static String refusal(String record) {
    return reason(one(record));
  }

  /** Returns the text with one part of it, which must be there, replaced. */
  static String with(String text, String part, String replacement) {
    assertThat(text).contains(part);
    return text.replace(part, replacement);
  }

  /** Returns the object with further members. */
  static String and(String object, String members) {
    return object.substring(0, object.length() - 1) + "," + members + "}";
  }
}
