package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionGroup;
import dev.firebreak.action.ActionProfile;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.BlastRadius;
import dev.firebreak.evidence.Volatility;
import java.util.Optional;

/** Reads what a plan knows of types of action. */
final class ActionTypeReader {
  static final Shape<ImmutableList<ActionProfile>> ACTIONS =
      Shape.listOf(
          "a list of types of action", new Shape<>("a type of action", ActionTypeReader::profile));

  static final Shape<ActionType> TYPE = Shape.checked("a kind of action", ActionType::new);

  private ActionTypeReader() {}

  private static Optional<ActionProfile> profile(Node node, Problems problems) {
    var form =
        Form.of(
            node,
            problems,
            "a type of action",
            "type",
            "group",
            "reach",
            "destroys",
            "reversible",
            "undoneBy");
    var type = form.required("type", TYPE);
    var group = form.required("group", Shape.oneOf(ActionGroup.class));
    var reach = form.required("reach", Shape.oneOf(BlastRadius.class));
    var destroys = form.optional("destroys", Shape.oneOrMore(Shape.oneOf(Volatility.class)));
    var undoneBy = form.optional("undoneBy", TYPE);
    var reversible = form.optional("reversible", Shape.FLAG);
    return form.build(
        () ->
            new ActionProfile(
                type.orElseThrow(),
                group.orElseThrow(),
                reach.orElseThrow(),
                destroys.orElse(ImmutableSet.of()),
                reversible.orElse(undoneBy.isPresent()),
                undoneBy.orElse(null)));
  }
}
