package dev.firebreak.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Role;

/**
 * Which roles of the plan may ask for a command, in the place of what is usual.
 *
 * @param command the command, such as {@code phase.close}, or {@code action.*} for those of the
 *     concept that have no rule of their own
 * @param roles the roles of which one is enough
 */
public record CommandRule(String command, ImmutableSet<Role> roles) {
  public CommandRule {
    Check.commands(command);
    checkArgument(!roles.isEmpty(), "the rule for %s names no role", command);
  }

  /** Returns the concept that the command is asked of. */
  public String concept() {
    return command.substring(0, command.indexOf('.'));
  }

  /** Returns whether it is for all commands of the concept. */
  public boolean isForAll() {
    return command.endsWith(".*");
  }
}
