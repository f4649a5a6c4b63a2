package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.CorrelationRule;
import dev.firebreak.phase.CriterionId;
import dev.firebreak.plan.CommunicationRule;
import dev.firebreak.plan.EscalationLevel;
import dev.firebreak.plan.PlanApproval;
import dev.firebreak.plan.RecoveryCriterion;
import dev.firebreak.sharing.Audience;

/** The rest of a plan: who approved it, and its rules. */
final class RuleReader {
  private static final Shape<CriterionId> CRITERION =
      Shape.name("the name of a criterion", CriterionId::new, CriterionId::value);

  static final Shape<ImmutableList<PlanApproval>> APPROVALS =
      Shape.listOf("a list of approvals", approval());
  static final Shape<ImmutableList<CommunicationRule>> COMMUNICATIONS =
      Shape.listOf("a list of rules, one an audience", communication());
  static final Shape<ImmutableList<EscalationLevel>> ESCALATION =
      Shape.listOf("a list of levels", level());
  static final Shape<ImmutableList<RecoveryCriterion>> RECOVERY =
      Shape.listOf("a list of criteria", criterion());
  static final Shape<CorrelationRule> CORRELATION = correlation();

  private RuleReader() {}

  private static Shape<PlanApproval> approval() {
    var fields = Fields.<PlanApproval>of("an approval");
    var by = fields.required("by", RoleReader.PERSON, PlanApproval::by);
    var role = fields.required("role", PlaybookReader.ROLE, PlanApproval::role);
    var on = fields.required("on", Shape.DATE, PlanApproval::on);
    var version = fields.required("version", Shape.TEXT, PlanApproval::version);
    return fields.made(
        values ->
            new PlanApproval(
                values.get(by), values.get(role), values.get(on), values.get(version)));
  }

  private static Shape<CommunicationRule> communication() {
    var fields = Fields.<CommunicationRule>of("a rule for an audience");
    var audience =
        fields.required("audience", Shape.oneOf(Audience.class), CommunicationRule::audience);
    var what = fields.required("what", Shape.TEXT, CommunicationRule::what);
    var approver = fields.optional("approver", PlaybookReader.ROLE, CommunicationRule::approver);
    return fields.made(
        values ->
            new CommunicationRule(values.get(audience), values.get(what), values.orNull(approver)));
  }

  private static Shape<EscalationLevel> level() {
    var fields = Fields.<EscalationLevel>of("an escalation level");
    var to = fields.required("to", PlaybookReader.ROLE, EscalationLevel::to);
    var within = fields.required("respondsWithin", Shape.DURATION, EscalationLevel::respondsWithin);
    return fields.made(values -> new EscalationLevel(values.get(to), values.get(within)));
  }

  private static Shape<RecoveryCriterion> criterion() {
    var fields = Fields.<RecoveryCriterion>of("a criterion");
    var id = fields.required("id", CRITERION, RecoveryCriterion::id);
    var text = fields.required("text", Shape.TEXT, RecoveryCriterion::text);
    var role = fields.required("confirmedBy", PlaybookReader.ROLE, RecoveryCriterion::confirmedBy);
    return fields.made(
        values -> new RecoveryCriterion(values.get(id), values.get(text), values.get(role)));
  }

  private static Shape<CorrelationRule> correlation() {
    var usual = CorrelationRule.DEFAULT;
    var fields = Fields.<CorrelationRule>of("an object with window, shared and remembered");
    var window =
        fields.optional(
            "window",
            Shape.DURATION,
            rule -> rule.window().equals(usual.window()) ? null : rule.window());
    var shared = fields.optional("shared", Shape.oneOrMore(Shape.TEXT), CorrelationRule::shared);
    var remembered =
        fields.optional(
            "remembered",
            Shape.DURATION,
            rule ->
                rule.equals(new CorrelationRule(rule.window(), rule.shared()))
                    ? null
                    : rule.remembered());
    return fields.made(
        values -> {
          var rule =
              new CorrelationRule(
                  values.get(window, usual.window()), values.get(shared, ImmutableSet.of()));
          return values
              .find(remembered)
              .map(time -> new CorrelationRule(rule.window(), rule.shared(), time))
              .orElse(rule);
        });
  }
}
