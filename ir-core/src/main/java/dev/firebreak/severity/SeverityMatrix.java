package dev.firebreak.severity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

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
   * @param level the severity of an impact that fits
   */
  public record Row(
      ImmutableSet<FunctionalImpact> functional,
      ImmutableSet<InformationImpact> information,
      ImmutableSet<Recoverability> recoverability,
      Severity level) {

    /** Returns whether the impact fits. */
    public boolean fits(Impact impact) {
      return (functional.isEmpty() || functional.contains(impact.functional()))
          && (information.isEmpty() || information.contains(impact.information()))
          && (recoverability.isEmpty() || recoverability.contains(impact.recoverability()));
    }

    boolean fitsAll() {
      return functional.isEmpty() && information.isEmpty() && recoverability.isEmpty();
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

  /** Returns levels of these names, least first. */
  public static ImmutableList<Severity> levels(String... names) {
    var levels = ImmutableList.<Severity>builderWithExpectedSize(names.length);
    for (int i = 0; i < names.length; i++) {
      levels.add(new Severity(names[i], i + 1));
    }
    return levels.build();
  }

  /** Returns the first row that fits. */
  public Row rowFor(Impact impact) {
    int i = 0;
    while (!rows.get(i).fits(impact)) {
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
