package dev.firebreak.json.alert;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertSeverity;
import tools.jackson.databind.JsonNode;

/** Suricata's EVE JSON. */
final class Suricata implements AlertReader {
  static final AlertReader READER = new Suricata();

  /** What tells alerts of one rule and moment apart; those that are there make up the reference. */
  private static final ImmutableList<String> TELLING =
      ImmutableList.of("flow_id", "tx_id", "pcap_cnt", "proto", "src_port", "dest_port");

  private static final ImmutableList<String> HASHES = ImmutableList.of("sha256", "sha1", "md5");

  private Suricata() {}

  @Override
  public String source() {
    return "suricata";
  }

  @Override
  public boolean recognises(JsonNode record) {
    return record.has("event_type") || record.path("alert").has("signature_id");
  }

  @Override
  public AlertRecord read(JsonNode record, String raw, Place place) {
    var type = Fields.requiredToken(record, "event_type");
    if (!type.equals("alert")) {
      return new AlertRecord.NotAnAlert(place, "a Suricata event of type " + type);
    }
    var time = Moment.parse(Fields.requiredText(record, "timestamp"), "timestamp");
    var rule =
        Fields.token(record, "alert.gid").orElse("1")
            + ":"
            + Fields.requiredToken(record, "alert.signature_id");
    var source = endpoint(record, "src_ip");
    var destination = endpoint(record, "dest_ip");
    return new AlertRecord.Read(
        place,
        new Alert(
            new AlertKey(source(), reference(record, time, rule, source + ">" + destination)),
            Fields.text(record, "alert.signature")
                .filter(text -> !text.isBlank())
                .orElse("Suricata rule " + rule),
            rule + " " + source + ">" + destination,
            time.instant(),
            time.offset(),
            severity(Fields.requiredNumber(record, "alert.severity", 1, 255)),
            sightings(record).all(),
            raw));
  }

  private static String reference(JsonNode record, Moment time, String rule, String endpoints) {
    var reference = new StringBuilder().append(time.instant()).append(" rule=").append(rule);
    Fields.token(record, "alert.rev").ifPresent(rev -> reference.append(':').append(rev));
    reference.append(' ').append(endpoints);
    for (String field : TELLING) {
      Fields.token(record, field)
          .ifPresent(value -> reference.append(' ').append(field).append('=').append(value));
    }
    return reference.toString();
  }

  /** Returns the address in one notation; a rule about a broken packet may know none. */
  private static String endpoint(JsonNode record, String field) {
    return Fields.token(record, field)
        .map(token -> Sightings.parseAddress(token).map(InetAddresses::toAddrString).orElse(token))
        .orElse("-");
  }

  private static AlertSeverity severity(double severity) {
    if (severity < 2) {
      return AlertSeverity.HIGH;
    }
    if (severity < 3) {
      return AlertSeverity.MEDIUM;
    }
    return severity < 4 ? AlertSeverity.LOW : AlertSeverity.INFORMATIONAL;
  }

  private static Sightings sightings(JsonNode record) {
    var sightings = new Sightings();
    sightings.address(record.path("src_ip"));
    sightings.address(record.path("dest_ip"));
    var dns = record.path("dns");
    sightings.host(dns.path("rrname"));
    dns.path("query").forEach(query -> sightings.host(query.path("rrname")));
    dns.path("queries").forEach(query -> sightings.host(query.path("rrname")));
    var http = record.path("http");
    sightings.host(http.path("hostname"));
    sightings.host(record.path("tls").path("sni"));
    sightings.url(http.path("url"), http.path("hostname"), http.path("http_port"));
    hashes(sightings, record.path("fileinfo"));
    record.path("files").forEach(file -> hashes(sightings, file));
    return sightings;
  }

  private static void hashes(Sightings sightings, JsonNode file) {
    HASHES.forEach(hash -> sightings.fileHash(file.path(hash)));
  }
}
