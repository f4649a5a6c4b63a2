package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.plan.RoleDefinition;
import java.util.Optional;

/** The roles, which a file names by their fields. */
final class RoleReader {
  static final Shape<Actor> PERSON = Shape.name("the name of a person", Actor::new, Actor::id);

  private static final Fields<RoleDefinition> ROLE = Fields.of("a role");
  private static final Fields.Field<RoleDefinition, RoleKind> KIND =
      ROLE.required("kind", Shape.oneOf(RoleKind.class), RoleDefinition::kind);
  private static final Fields.Field<RoleDefinition, Actor> PRIMARY =
      ROLE.optional("primary", PERSON, RoleDefinition::primary);
  private static final Fields.Field<RoleDefinition, ImmutableList<Actor>> DEPUTIES =
      ROLE.optional("deputies", Shape.inOrder(PERSON), RoleDefinition::deputies);
  private static final Fields.Field<RoleDefinition, ImmutableSet<Authority>> AUTHORITIES =
      ROLE.optional(
          "authorities",
          Shape.oneOrMore(Shape.oneOf(Authority.class)),
          RoleDefinition::authorities);
  private static final Fields.Field<RoleDefinition, ImmutableList<String>> DUTIES =
      ROLE.optional("duties", Shape.inOrder(Shape.TEXT), RoleDefinition::duties);

  static final Shape<ImmutableList<RoleDefinition>> ROLES =
      Shape.named(
          "an object with a field for each role",
          Shape.IDENTIFIER,
          RoleReader::roles,
          role -> role.role().name(),
          ROLE::write,
          schema -> schema.reference("role", ROLE::describe));

  private RoleReader() {}

  /** Returns the roles; a wrong one has a stand-in, so that what names it can be checked. */
  private static Optional<ImmutableList<RoleDefinition>> roles(Node node, Problems problems) {
    if (!(node instanceof Node.Fields roles)) {
      return Shape.refuse(node, "an object with a field for each role", problems);
    }
    var definitions = ImmutableList.<RoleDefinition>builder();
    for (Node.Field field : roles.fields()) {
      var role = PlaybookReader.ROLE.read(field.key(), problems);
      var definition = definition(role.orElse(new Role("unknown")), field.value(), problems);
      role.map(known -> definition.orElse(standIn(known))).ifPresent(definitions::add);
    }
    return Optional.of(definitions.build());
  }

  private static RoleDefinition standIn(Role role) {
    return new RoleDefinition(role, RoleKind.HANDLER, null, ImmutableList.of(), ImmutableSet.of());
  }

  private static Optional<RoleDefinition> definition(Role role, Node node, Problems problems) {
    return ROLE.read(
        node,
        problems,
        values ->
            new RoleDefinition(
                role,
                values.get(KIND),
                values.orNull(PRIMARY),
                values.get(DEPUTIES, ImmutableList.of()),
                values.get(AUTHORITIES, ImmutableSet.of()),
                values.get(DUTIES, ImmutableList.of())));
  }
}
