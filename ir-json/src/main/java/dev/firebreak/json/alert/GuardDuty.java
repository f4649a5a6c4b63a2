package dev.firebreak.json.alert;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.AlertKey;
import dev.firebreak.alert.AlertSeverity;
import dev.firebreak.scope.Observable;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Findings of Amazon GuardDuty. */
final class GuardDuty implements AlertReader {
  static final AlertReader READER = new GuardDuty();

  /** Where a finding names the resource that it is about, the most telling first. */
  private static final ImmutableList<String> RESOURCES =
      ImmutableList.of(
          "instanceDetails.instanceId",
          "eksClusterDetails.arn",
          "ecsClusterDetails.arn",
          "containerDetails.id",
          "lambdaDetails.functionArn",
          "rdsDbInstanceDetails.dbInstanceArn");

  /** The longest name of a resource that a fingerprint holds, in characters; ARNs are shorter. */
  private static final int MAX_NAME = 4096;

  private GuardDuty() {}

  @Override
  public String source() {
    return "guardduty";
  }

  @Override
  public ImmutableSet<String> lists() {
    return ImmutableSet.of("findings", "Findings");
  }

  @Override
  public boolean recognises(JsonNode record) {
    return isEnvelope(record)
        || record.path("arn").asString("").contains(":guardduty:")
        || record.path("Arn").asString("").contains(":guardduty:")
        || record.path("service").path("serviceName").asString("").equals("guardduty")
        || record.path("Service").path("ServiceName").asString("").equals("guardduty");
  }

  private static boolean isEnvelope(JsonNode record) {
    return record.has("detail-type") && record.path("source").asString("").equals("aws.guardduty");
  }

  @Override
  public AlertRecord read(JsonNode record, String raw, Place place) {
    if (!isEnvelope(record)) {
      return new AlertRecord.Read(place, alert(withLowerCaseKeys(record), raw));
    }
    var type = Fields.requiredText(record, "detail-type");
    return type.equals("GuardDuty Finding")
        ? new AlertRecord.Read(place, alert(record.path("detail"), raw))
        : new AlertRecord.NotAnAlert(place, "an event of type " + type);
  }

  private Alert alert(JsonNode finding, String raw) {
    var id = Fields.requiredToken(finding, "id");
    var time = time(finding);
    return new Alert(
        new AlertKey(source(), id),
        Fields.requiredText(finding, "title"),
        Fields.requiredToken(finding, "type") + " " + resource(finding.path("resource"), id),
        time.instant(),
        time.offset(),
        severity(Fields.requiredNumber(finding, "severity", 0, 10)),
        sightings(finding).all(),
        raw);
  }

  private static Moment time(JsonNode finding) {
    var lastSeen = Fields.text(finding, "service.eventLastSeen");
    return lastSeen.isPresent()
        ? Moment.parse(lastSeen.get(), "service.eventLastSeen")
        : Moment.parse(Fields.requiredText(finding, "updatedAt"), "updatedAt");
  }

  private static AlertSeverity severity(double severity) {
    if (severity >= 9) {
      return AlertSeverity.CRITICAL;
    }
    if (severity >= 7) {
      return AlertSeverity.HIGH;
    }
    if (severity >= 4) {
      return AlertSeverity.MEDIUM;
    }
    return severity >= 1 ? AlertSeverity.LOW : AlertSeverity.INFORMATIONAL;
  }

  /** Returns the first resource that has a name, or the id of a finding that repeats nothing. */
  private static String resource(JsonNode resource, String id) {
    return Stream.concat(resources(resource).stream(), accounts(resource).stream())
        .filter(JsonNode::isString)
        .map(node -> Fields.wellFormed(node.stringValue()))
        .filter(name -> !name.isBlank() && name.length() <= MAX_NAME)
        .findFirst()
        .orElse(id);
  }

  private static ImmutableList<JsonNode> resources(JsonNode resource) {
    var buckets =
        resource.path("s3BucketDetails").values().stream()
            .map(bucket -> bucket.has("arn") ? bucket.path("arn") : bucket.path("name"));
    return Stream.concat(RESOURCES.stream().map(path -> Fields.at(resource, path)), buckets)
        .collect(toImmutableList());
  }

  private static ImmutableList<JsonNode> accounts(JsonNode resource) {
    var access = resource.path("accessKeyDetails");
    return ImmutableList.of(
        access.path("principalId"), access.path("userName"), access.path("accessKeyId"));
  }

  /**
   * Returns what a finding saw.
   *
   * <p>Not the id of the AWS account, which all its findings share. Not the domain of a calling AWS
   * service either.
   */
  private static Sightings sightings(JsonNode finding) {
    var sightings = new Sightings();
    var resource = finding.path("resource");
    var sequence = Fields.at(finding, "service.detection.sequence");
    var access = resource.path("accessKeyDetails");
    credentials(sightings, access, "accessKeyId", "userName", "principalId", "userType");
    for (JsonNode actor : sequence.path("actors")) {
      credentials(sightings, actor.path("user"), "credentialUid", "name", "uid", "type");
    }
    resources(resource).forEach(node -> sightings.name(Observable.Type.RESOURCE, node));
    finding.path("service").path("action").forEach(action -> remote(sightings, action));
    for (JsonNode endpoint : sequence.path("endpoints")) {
      sightings.address(endpoint.path("ip"));
      sightings.host(endpoint.path("domain"));
    }
    for (JsonNode each : Fields.at(resource, "instanceDetails.networkInterfaces")) {
      sightings.address(each.path("privateIpAddress"));
      sightings.address(each.path("publicIp"));
    }
    return sightings;
  }

  /** Adds who acted; of a root user only the key, since the rest is the id of the account. */
  private static void credentials(
      Sightings sightings, JsonNode user, String key, String name, String id, String type) {
    sightings.name(Observable.Type.ACCESS_KEY, user.path(key));
    if (!Ascii.equalsIgnoreCase(user.path(type).asString(""), "root")) {
      sightings.name(Observable.Type.USER_ACCOUNT, user.path(name));
      sightings.name(Observable.Type.USER_ACCOUNT, user.path(id));
    }
  }

  private static void remote(Sightings sightings, JsonNode action) {
    remoteAddress(sightings, action);
    action.path("portProbeDetails").forEach(probe -> remoteAddress(sightings, probe));
    sightings.host(action.path("domain"));
  }

  private static void remoteAddress(Sightings sightings, JsonNode action) {
    sightings.address(Fields.at(action, "remoteIpDetails.ipAddressV4"));
    sightings.address(Fields.at(action, "remoteIpDetails.ipAddressV6"));
  }

  /** Returns the finding with the keys that the service uses, where an SDK has changed them. */
  private static JsonNode withLowerCaseKeys(JsonNode finding) {
    return finding.has("Id") ? lowered(finding) : finding;
  }

  private static JsonNode lowered(JsonNode node) {
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> array.add(lowered(each)));
      return array;
    }
    if (node.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(each -> object.set(lowered(each.getKey()), lowered(each.getValue())));
      return object;
    }
    return node;
  }

  private static String lowered(String key) {
    return key.isEmpty() ? key : Ascii.toLowerCase(key.charAt(0)) + key.substring(1);
  }
}
