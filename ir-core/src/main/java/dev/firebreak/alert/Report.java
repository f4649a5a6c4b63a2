package dev.firebreak.alert;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Actor;
import dev.firebreak.scope.Observable;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What somebody noticed and told, such as a strange mail.
 *
 * <p>People are a source of alerts like sensors, but nothing that two of them tell is a repetition:
 * it may join an incident by what was seen. An anonymous report holds no name, and no name is added
 * on its way.
 *
 * @param reference the name of the report, such as the number of the form or mail; the same report
 *     sent again has the same
 * @param reporter who told it, null if that is not to be known
 * @param what what they told, at most 16,384 characters
 * @param noticed when they noticed it
 * @param offset the offset from UTC where they are
 * @param observables what was seen, in the order of importance
 */
public record Report(
    String reference,
    @Nullable Actor reporter,
    String what,
    Instant noticed,
    ZoneOffset offset,
    ImmutableSet<Observable> observables) {
  /** The source of alerts that were reported by people; no sensor may use it. */
  public static final String SOURCE = "staff";

  private static final int TITLE = 100;

  public Report {
    Check.text(reference, "reference");
    Check.text(what, "what");
  }

  /** Returns the report as an alert; how severe it is the reporter does not say. */
  public Alert toAlert() {
    return new Alert(
        new AlertKey(SOURCE, reference),
        title(),
        SOURCE + " " + reference,
        noticed,
        offset,
        AlertSeverity.MEDIUM,
        observables,
        what,
        reporter);
  }

  /** Returns the first line, or its beginning. */
  private String title() {
    var text = CharMatcher.whitespace().trimFrom(what);
    int end = CharMatcher.anyOf("\r\n").indexIn(text);
    var line = end < 0 ? text : text.substring(0, end);
    if (line.length() <= TITLE) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, TITLE / 2)) + "…";
  }
}
