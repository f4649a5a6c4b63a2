package dev.firebreak.policy;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.firebreak.check.Check;
import dev.firebreak.people.RoleKind;
import java.util.Map;
import java.util.Optional;

/**
 * Who may ask for what: a row for each command, or for all commands of a concept. What has no row
 * is refused to everybody.
 *
 * <p>A command is named as everywhere, such as {@code action.approve}; {@code action.*} stands for
 * those of the concept that have no row of their own. A plan may say otherwise for single commands,
 * with its own roles.
 *
 * @param rows who may, by command
 */
public record RoleTable(ImmutableMap<String, Allowed> rows) {
  /** The table that engines run under, unless told otherwise. */
  public static final RoleTable STANDARD = new RoleTable(StandardRoles.rows());

  /**
   * Who may.
   *
   * @param kinds the kinds of role of which one is enough
   * @param anybody whether somebody without any role may as well
   * @param engine whether the engine may, where it acts by itself
   */
  public record Allowed(ImmutableSet<RoleKind> kinds, boolean anybody, boolean engine) {
    private static final ImmutableSet<RoleKind> ANY_ROLE =
        Sets.immutableEnumSet(ImmutableSet.copyOf(RoleKind.values()));

    /** Only the engine itself. */
    public static final Allowed ENGINE = new Allowed(ImmutableSet.of(), false, true);

    /** Anybody, with a role or without. */
    public static final Allowed ANYBODY = new Allowed(ANY_ROLE, true, false);

    public Allowed {
      kinds = Sets.immutableEnumSet(kinds);
    }

    /** Returns who holds a role of one of these kinds. */
    public static Allowed to(RoleKind... kinds) {
      return new Allowed(ImmutableSet.copyOf(kinds), false, false);
    }

    /** Returns who holds any role of the plan. */
    public static Allowed toAnyRole() {
      return new Allowed(ANY_ROLE, false, false);
    }

    /** Returns these, and those who hold a role of one of the kinds. */
    public Allowed and(RoleKind... more) {
      var all = Sets.union(kinds, ImmutableSet.copyOf(more)).immutableCopy();
      return new Allowed(all, anybody, engine);
    }

    /** Returns these and the engine. */
    public Allowed andEngine() {
      return new Allowed(kinds, anybody, true);
    }

    @Override
    public String toString() {
      var who = ImmutableList.<String>builder();
      if (anybody) {
        who.add("anybody");
      } else if (kinds.equals(ANY_ROLE)) {
        who.add("any role");
      } else {
        kinds.forEach(kind -> who.add(nameOf(kind)));
      }
      return Joiner.on(", ").join(engine ? who.add("the engine").build() : who.build());
    }
  }

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if one is not that of a command or of all of a concept
   */
  public RoleTable {
    rows.keySet().forEach(Check::commands);
  }

  /** Returns this table with another row for these commands, or one more. */
  public RoleTable with(String commands, Allowed allowed) {
    var changed = ImmutableMap.<String, Allowed>builder().putAll(rows).put(commands, allowed);
    return new RoleTable(changed.buildKeepingLast());
  }

  /** Returns who may ask for a command; empty if that is nobody. */
  public Optional<Allowed> find(String command) {
    var row = rows.get(command);
    return Optional.ofNullable(
        row == null ? rows.get(command.substring(0, command.indexOf('.')) + ".*") : row);
  }

  /** Returns a name that changes with what the table says. */
  public String version() {
    return Strings.padStart(Integer.toHexString(toText().hashCode()), 8, '0');
  }

  /** Returns the table as text, one line for each row, in the order of the rows. */
  public String toText() {
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    return lines((command, who) -> Strings.padEnd(command, width, ' ') + "  " + who);
  }

  /** Returns the table in Markdown. */
  public String toMarkdown() {
    return "| command | who may |\n|---|---|\n"
        + lines((command, who) -> "| `" + command + "` | " + who + " |");
  }

  private String lines(Line line) {
    var lines = rows.entrySet().stream().map(line::of).collect(toImmutableList());
    return Joiner.on("").join(lines);
  }

  /** Makes a line of a row. */
  @FunctionalInterface
  private interface Line {
    String of(String command, Allowed who);

    default String of(Map.Entry<String, Allowed> row) {
      return of(row.getKey(), row.getValue()) + "\n";
    }
  }

  static String nameOf(RoleKind kind) {
    return Ascii.toLowerCase(kind.name()).replace('_', '-');
  }
}
