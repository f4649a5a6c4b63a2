package dev.firebreak.compliance;

import static com.google.common.base.Preconditions.checkArgument;

import dev.firebreak.check.Check;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a document that has rules.
 *
 * @param id the first part of the ids of its rules, such as {@code NIST-800-61r2}
 * @param name the name by which it is cited
 * @param title its title
 * @param edition which edition, for people
 * @param validFrom the first day on which it counts, null if that is not known
 * @param validTo the last day on which it counts, or counted as current; null if there is none
 * @param status how it stands
 */
public record Source(
    String id,
    String name,
    String title,
    String edition,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    Status status) {

  /** How a document stands. */
  public enum Status {
    /** It binds, between its dates. */
    IN_FORCE,
    /** It recommends. */
    GUIDANCE,
    /** It recommended, and its publisher has withdrawn it; many still follow it. */
    WITHDRAWN_GUIDANCE,
    /** It does not bind yet. */
    NOT_IN_FORCE
  }

  public Source {
    Check.identifier(id, "source");
    Check.text(name, "name");
    Check.text(title, "title");
    Check.text(edition, "edition");
    checkArgument(
        validFrom == null || validTo == null || !validTo.isBefore(validFrom),
        "%s cannot be valid from %s to %s",
        id,
        validFrom,
        validTo);
  }

  /**
   * Returns whether its rules are asked about something of that day.
   *
   * <p>What binds is asked between its dates, guidance from its first day on, for as long as
   * somebody follows it.
   */
  public boolean appliesOn(LocalDate day) {
    boolean begun = validFrom == null || !day.isBefore(validFrom);
    return switch (status) {
      case IN_FORCE -> begun && (validTo == null || !day.isAfter(validTo));
      case GUIDANCE, WITHDRAWN_GUIDANCE -> begun;
      case NOT_IN_FORCE -> false;
    };
  }

  /** Returns the name, the title and how it stands, in one line. */
  public String describe() {
    return name + ", " + title + " (" + edition + ", " + standing() + ")";
  }

  private String standing() {
    var until = validTo == null ? "" : " since " + validTo;
    return switch (status) {
      case IN_FORCE -> "in force";
      case GUIDANCE -> "guidance";
      case WITHDRAWN_GUIDANCE -> "guidance, withdrawn" + until;
      case NOT_IN_FORCE -> "not in force";
    };
  }
}
