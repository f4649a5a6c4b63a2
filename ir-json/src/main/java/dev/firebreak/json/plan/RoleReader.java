package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.plan.RoleDefinition;
import java.util.Optional;

/** Reads the roles, which a file names by their fields. */
final class RoleReader {
  static final Shape<Actor> PERSON = Shape.checked("the name of a person", Actor::new);
  static final Shape<ImmutableList<RoleDefinition>> ROLES =
      new Shape<>("an object with a field for each role", RoleReader::roles);

  private RoleReader() {}

  /** Returns the roles; a wrong one has a stand-in, so that what names it can be checked. */
  private static Optional<ImmutableList<RoleDefinition>> roles(Node node, Problems problems) {
    if (!(node instanceof Node.Fields roles)) {
      return Shape.refuse(node, ROLES.expected(), problems);
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
    var form =
        Form.of(node, problems, "a role", "kind", "primary", "deputies", "authorities", "duties");
    var kind = form.required("kind", Shape.oneOf(RoleKind.class));
    var primary = form.optional("primary", PERSON);
    var deputies = form.optional("deputies", Shape.oneOrMore(PERSON));
    var authorities = form.optional("authorities", Shape.oneOrMore(Shape.oneOf(Authority.class)));
    var duties = form.optional("duties", Shape.oneOrMore(Shape.TEXT));
    return form.build(
        () ->
            new RoleDefinition(
                role,
                kind.orElseThrow(),
                primary.orElse(null),
                deputies.orElse(ImmutableSet.of()).asList(),
                authorities.orElse(ImmutableSet.of()),
                duties.orElse(ImmutableSet.of()).asList()));
  }
}
