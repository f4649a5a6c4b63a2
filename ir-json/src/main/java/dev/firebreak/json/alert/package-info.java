/**
 * Alerts as sensors emit them, read into {@link dev.firebreak.alert.Alert}.
 *
 * <p>Start with {@link dev.firebreak.json.alert.AlertFile}, which takes a file of JSON lines, one
 * JSON document, or a list of findings, and gives one {@link dev.firebreak.json.alert.AlertRecord}
 * for each record in it, so that nothing is lost: an alert, something that is no alert, or a
 * refusal with its place and reason. There is one hidden class for each format; {@link
 * dev.firebreak.json.alert.AlertReader} is what another format has to implement.
 */
@NullMarked
package dev.firebreak.json.alert;

import org.jspecify.annotations.NullMarked;
