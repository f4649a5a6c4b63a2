package dev.firebreak.json.plan;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Concepts;
import dev.firebreak.plan.CommandRule;
import java.util.Optional;

/** Who may ask for what; commands are named by their fields. */
final class CommandReader {
  private static final String PATTERN = "^[^.]+[.][^.]+$";
  private static final ImmutableSet<Role> SOMEBODY = ImmutableSet.of(new Role("somebody"));
  private static final Shape<String> NAME =
      Shape.checked(
          "a command", name -> new CommandRule(name, SOMEBODY).command(), name -> name, PATTERN);
  private static final Shape<ImmutableSet<Role>> ROLES = Shape.oneOrMore(PlaybookReader.ROLE);
  private static final ImmutableMap<String, Concept<?>> STANDARD =
      Concepts.STANDARD.all().stream()
          .filter(concept -> !concept.requests().isEmpty())
          .collect(toImmutableMap(Concept::name, concept -> concept));

  static final Shape<ImmutableList<CommandRule>> COMMANDS =
      Shape.named(
          "an object with a field for each command",
          PATTERN,
          CommandReader::commands,
          CommandRule::command,
          rule -> ROLES.write(rule.roles()),
          ROLES::describe);

  private CommandReader() {}

  private static Optional<ImmutableList<CommandRule>> commands(Node node, Problems problems) {
    if (!(node instanceof Node.Fields commands)) {
      return Shape.refuse(node, "an object with a field for each command", problems);
    }
    var rules = ImmutableList.<CommandRule>builder();
    for (Node.Field field : commands.fields()) {
      var name =
          NAME.read(field.key(), problems).filter(each -> known(each, field.key(), problems));
      var roles = ROLES.read(field.value(), problems);
      if (name.isPresent() && roles.isPresent()) {
        add(name.get(), roles.get(), field, rules, problems);
      }
    }
    return Optional.of(rules.build());
  }

  private static void add(
      String name,
      ImmutableSet<Role> roles,
      Node.Field field,
      ImmutableList.Builder<CommandRule> rules,
      Problems problems) {
    if (roles.isEmpty()) {
      problems.add(field.value().place(), field.value().name() + " is empty, expected a role");
    } else {
      rules.add(new CommandRule(name, roles));
    }
  }

  /** Returns whether there is such a command; those of a vendor's concept are not known here. */
  private static boolean known(String command, Node.Scalar key, Problems problems) {
    var concept = STANDARD.get(command.substring(0, command.indexOf('.')));
    if (concept == null || command.endsWith(".*") || concept.requests().containsKey(command)) {
      return true;
    }
    problems.add(
        key.place(),
        "there is no command "
            + Words.quote(command)
            + ", expected one of "
            + Joiner.on(", ").join(concept.requests().keySet()),
        command,
        concept.requests().keySet());
    return false;
  }
}
