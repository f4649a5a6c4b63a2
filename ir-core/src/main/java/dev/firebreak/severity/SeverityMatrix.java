package dev.firebreak.severity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The plan's way from impact to severity: rows from top to bottom, of which the first that fits
 * decides.
 *
 * @param levels the levels, least first, ranked from 1
 * @param rows the rows; the last fits everything, so that every impact has a severity
 */
public record SeverityMatrix(ImmutableList<Severity> levels, ImmutableList<Row> rows) {

  /**
   * One row; an empty set of values leaves a scale open.
   *
   * @param atLeast how much has to be touched for the row to fit, null if that does not matter
   * @param level the severity of an impact that fits
   */
  public record Row(
      ImmutableSet<FunctionalImpact> functional,
      ImmutableSet<InformationImpact> information,
      ImmutableSet<Recoverability> recoverability,
      @Nullable Extent atLeast,
      Severity level) {
    /** Takes a row for which it does not matter how much is touched. */
    public Row(
        ImmutableSet<FunctionalImpact> functional,
        ImmutableSet<InformationImpact> information,
        ImmutableSet<Recoverability> recoverability,
        Severity level) {
      this(functional, information, recoverability, null, level);
    }

    /** Returns whether the impact fits, where so much is touched. */
    public boolean fits(Impact impact, Extent extent) {
      return (atLeast == null || extent.atLeast(atLeast))
          && (functional.isEmpty() || functional.contains(impact.functional()))
          && (information.isEmpty() || information.contains(impact.information()))
          && (recoverability.isEmpty() || recoverability.contains(impact.recoverability()));
    }

    boolean fitsAll() {
      return functional.isEmpty()
          && information.isEmpty()
          && recoverability.isEmpty()
          && atLeast == null;
    }
  }

  public SeverityMatrix {
    checkArgument(!levels.isEmpty(), "a severity matrix needs levels");
    for (int i = 0; i < levels.size(); i++) {
      checkArgument(
          levels.get(i).rank() == i + 1, "level %s must have rank %s", levels.get(i), i + 1);
    }
    var names = levels.stream().map(Severity::name).collect(ImmutableSet.toImmutableSet());
    checkArgument(names.size() == levels.size(), "severity levels must differ but were %s", levels);
    for (Row row : rows) {
      checkArgument(levels.contains(row.level()), "no severity level %s", row.level());
    }
    checkArgument(
        !rows.isEmpty() && rows.get(rows.size() - 1).fitsAll(),
        "the last row must fit every impact, so that none is left without a severity");
  }

  /**
   * Returns a ready matrix over the scales of NIST SP 800-61 Rev. 2, with the levels {@code low},
   * {@code medium}, {@code high} and {@code critical}.
   *
   * <p>The scales are NIST's. The matrix is ours: that document has none, and leaves it to each
   * organisation.
   */
  public static SeverityMatrix ofNistScales() {
    var levels = levels("low", "medium", "high", "critical");
    var medium = levels.get(1);
    var high = levels.get(2);
    var critical = levels.get(3);
    var any = ImmutableSet.<FunctionalImpact>of();
    var whatever = ImmutableSet.<InformationImpact>of();
    var somehow = ImmutableSet.<Recoverability>of();
    return new SeverityMatrix(
        levels,
        ImmutableList.of(
            new Row(Sets.immutableEnumSet(FunctionalImpact.HIGH), whatever, somehow, critical),
            new Row(
                any,
                Sets.immutableEnumSet(
                    InformationImpact.PRIVACY_BREACH, InformationImpact.INTEGRITY_LOSS),
                Sets.immutableEnumSet(Recoverability.NOT_RECOVERABLE),
                critical),
            new Row(any, Sets.immutableEnumSet(InformationImpact.PRIVACY_BREACH), somehow, high),
            new Row(Sets.immutableEnumSet(FunctionalImpact.MEDIUM), whatever, somehow, high),
            new Row(
                any,
                whatever,
                Sets.immutableEnumSet(Recoverability.EXTENDED, Recoverability.NOT_RECOVERABLE),
                high),
            new Row(
                any,
                Sets.immutableEnumSet(
                    InformationImpact.PROPRIETARY_BREACH, InformationImpact.INTEGRITY_LOSS),
                somehow,
                medium),
            new Row(Sets.immutableEnumSet(FunctionalImpact.LOW), whatever, somehow, medium),
            new Row(any, whatever, somehow, levels.get(0))));
  }

  /** Returns levels of these names, least first. */
  public static ImmutableList<Severity> levels(String... names) {
    var levels = ImmutableList.<Severity>builderWithExpectedSize(names.length);
    for (int i = 0; i < names.length; i++) {
      levels.add(new Severity(names[i], i + 1));
    }
    return levels.build();
  }

  /** Returns the first row that fits. */
  public Row rowFor(Impact impact, Extent extent) {
    int i = 0;
    while (!rows.get(i).fits(impact, extent)) {
      i++;
    }
    return rows.get(i);
  }

  /** Returns the level of that name. */
  public Optional<Severity> level(String name) {
    return levels.stream().filter(level -> level.name().equals(name)).findFirst();
  }

  /** Returns the names of the levels, least first. */
  public ImmutableList<String> names() {
    return levels.stream().map(Severity::name).collect(toImmutableList());
  }
}
