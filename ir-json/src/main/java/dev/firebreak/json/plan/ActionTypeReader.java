package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionGroup;
import dev.firebreak.action.ActionProfile;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.BlastRadius;
import dev.firebreak.evidence.Volatility;

/** What a plan knows of types of action. */
final class ActionTypeReader {
  static final Shape<ActionType> TYPE =
      Shape.name("a kind of action", ActionType::new, ActionType::name);
  static final Shape<ImmutableList<ActionProfile>> ACTIONS =
      Shape.listOf("a list of types of action", profile());

  private ActionTypeReader() {}

  private static Shape<ActionProfile> profile() {
    var fields = Fields.<ActionProfile>of("a type of action");
    var type = fields.required("type", TYPE, ActionProfile::type);
    var group = fields.required("group", Shape.oneOf(ActionGroup.class), ActionProfile::group);
    var reach = fields.required("reach", Shape.oneOf(BlastRadius.class), ActionProfile::reach);
    var destroys =
        fields.optional(
            "destroys", Shape.oneOrMore(Shape.oneOf(Volatility.class)), ActionProfile::destroys);
    var reversible =
        fields.optional(
            "reversible",
            Shape.FLAG,
            profile ->
                profile.reversible() == (profile.undoneBy() != null) ? null : profile.reversible());
    var undoneBy = fields.optional("undoneBy", TYPE, ActionProfile::undoneBy);
    return fields.made(
        values ->
            new ActionProfile(
                values.get(type),
                values.get(group),
                values.get(reach),
                values.get(destroys, ImmutableSet.of()),
                values.get(reversible, values.find(undoneBy).isPresent()),
                values.orNull(undoneBy)));
  }
}
