package dev.firebreak.json.alert;

import com.google.common.collect.ImmutableSet;
import tools.jackson.databind.JsonNode;

/**
 * Reads the alerts of one product.
 *
 * <p>A reader answers from the record alone: no clock, no look-up of names, no memory of records
 * before. It is called by one thread at a time for each file, for several files by several threads.
 */
public interface AlertReader {
  /** Returns the product, as in {@link dev.firebreak.alert.AlertKey#source()}. */
  String source();

  /**
   * Returns whether the record looks like one of this product, be it complete or not.
   *
   * <p>It should be narrow, because the first reader that recognises a record reads it, and cheap,
   * because it sees the records of all products.
   *
   * @param record an object
   */
  boolean recognises(JsonNode record);

  /**
   * Reads a record that this reader recognises.
   *
   * @param record an object; no key in it stands twice
   * @param raw its text as it arrived, at most {@link dev.firebreak.alert.Alert#MAX_RAW} characters
   * @param place where it stands, for the answer
   * @throws IllegalArgumentException if the record is not in order; the message becomes the reason
   *     of a refusal. Anything else that is thrown is a defect of the reader and ends the reading
   */
  AlertRecord read(JsonNode record, String raw, Place place);

  /**
   * Returns under which keys this product answers with a list of records instead of one.
   *
   * <p>A document that is an object with an array under such a key is read as that array.
   */
  default ImmutableSet<String> lists() {
    return ImmutableSet.of();
  }

  /**
   * Returns the reader of Suricata's EVE JSON.
   *
   * <p>Only events of type {@code alert} are alerts. EVE has no name for an alert: moment, flow,
   * transaction, packet, rule with revision, protocol and endpoints together tell one from another,
   * in whatever order and form they are written. A repetition is the same rule, whatever its
   * revision, between the same two addresses, whatever their ports. A time without an offset is
   * taken as UTC. Severities 1, 2 and 3 are high, medium and low, 4 to 255 informational; none is
   * critical.
   *
   * @see <a href="https://docs.suricata.io/en/latest/output/eve/eve-json-format.html">Suricata User
   *     Guide, EVE JSON format</a>
   */
  static AlertReader suricata() {
    return Suricata.READER;
  }

  /**
   * Returns the reader of findings of Amazon GuardDuty.
   *
   * <p>It reads a finding as the service stores and exports it, with keys like {@code accountId},
   * as command line and SDKs print it, with keys like {@code AccountId}, in a list of either, and
   * in the envelope of an EventBridge event. An alert's reference is the id of the finding. AWS
   * changes a finding in place when the activity goes on: such an update is the same alert. A
   * repetition is another finding of the same type about the same resource. An archived finding is
   * still an alert. A time without an offset is taken as UTC.
   *
   * <p>Severities from 9.0 to 10.0 are critical, from 7.0 high, from 4.0 medium, from 1.0 low, and
   * below informational.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Finding.html">Amazon
   *     GuardDuty API Reference, Finding</a>
   * @see <a
   *     href="https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html">Amazon
   *     GuardDuty User Guide, severity levels of findings</a>
   */
  static AlertReader guardDuty() {
    return GuardDuty.READER;
  }
}
