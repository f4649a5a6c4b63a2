package dev.firebreak.alert;

import java.time.Instant;

/**
 * An alert that belongs to an incident.
 *
 * @param observed when the sensor saw it
 * @param since the sequence number of the event that attached it
 */
public record AttachedAlert(AlertKey key, String title, Instant observed, long since) {}
