package dev.firebreak.json.alert;

import dev.firebreak.alert.Alert;

/** What became of one record of a file; immutable. */
public sealed interface AlertRecord {
  /** Returns where the record stands. */
  Place place();

  /** The record is an alert. */
  record Read(Place place, Alert alert) implements AlertRecord {}

  /**
   * The record is of a known format and in order, but something other than an alert.
   *
   * @param why what it is, for people
   */
  record NotAnAlert(Place place, String why) implements AlertRecord {}

  /**
   * The record cannot be read.
   *
   * @param reason what is wrong with it, for people
   */
  record Refused(Place place, String reason) implements AlertRecord {}
}
