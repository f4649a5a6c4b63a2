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
import java.util.Optional;

/** Reads the rest of a plan: who approved it, and its rules. */
final class RuleReader {
  static final Shape<ImmutableList<PlanApproval>> APPROVALS =
      Shape.listOf("a list of approvals", new Shape<>("an approval", RuleReader::approval));
  static final Shape<ImmutableList<CommunicationRule>> COMMUNICATIONS =
      Shape.listOf(
          "a list of rules, one an audience",
          new Shape<>("a rule for an audience", RuleReader::communication));
  static final Shape<ImmutableList<EscalationLevel>> ESCALATION =
      Shape.listOf("a list of levels", new Shape<>("an escalation level", RuleReader::level));
  static final Shape<ImmutableList<RecoveryCriterion>> RECOVERY =
      Shape.listOf("a list of criteria", new Shape<>("a criterion", RuleReader::criterion));
  private static final Shape<CriterionId> CRITERION =
      Shape.checked("the name of a criterion", CriterionId::new);
  static final Shape<CorrelationRule> CORRELATION =
      new Shape<>("an object with window, shared and remembered", RuleReader::correlation);

  private RuleReader() {}

  private static Optional<PlanApproval> approval(Node node, Problems problems) {
    var form = Form.of(node, problems, "an approval", "by", "role", "on", "version");
    var by = form.required("by", RoleReader.PERSON);
    var role = form.required("role", PlaybookReader.ROLE);
    var on = form.required("on", Shape.DATE);
    var version = form.required("version", Shape.TEXT);
    return form.build(
        () ->
            new PlanApproval(
                by.orElseThrow(), role.orElseThrow(), on.orElseThrow(), version.orElseThrow()));
  }

  private static Optional<CommunicationRule> communication(Node node, Problems problems) {
    var form = Form.of(node, problems, "a rule for an audience", "audience", "what", "approver");
    var audience = form.required("audience", Shape.oneOf(Audience.class));
    var what = form.required("what", Shape.TEXT);
    var approver = form.optional("approver", PlaybookReader.ROLE);
    return form.build(
        () ->
            new CommunicationRule(
                audience.orElseThrow(), what.orElseThrow(), approver.orElse(null)));
  }

  private static Optional<EscalationLevel> level(Node node, Problems problems) {
    var form = Form.of(node, problems, "an escalation level", "to", "respondsWithin");
    var to = form.required("to", PlaybookReader.ROLE);
    var within = form.required("respondsWithin", Shape.DURATION);
    return form.build(() -> new EscalationLevel(to.orElseThrow(), within.orElseThrow()));
  }

  private static Optional<RecoveryCriterion> criterion(Node node, Problems problems) {
    var form = Form.of(node, problems, "a criterion", "id", "text", "confirmedBy");
    var id = form.required("id", CRITERION);
    var text = form.required("text", Shape.TEXT);
    var role = form.required("confirmedBy", PlaybookReader.ROLE);
    return form.build(
        () -> new RecoveryCriterion(id.orElseThrow(), text.orElseThrow(), role.orElseThrow()));
  }

  private static Optional<CorrelationRule> correlation(Node node, Problems problems) {
    var form = Form.of(node, problems, CORRELATION.expected(), "window", "shared", "remembered");
    var window = form.optional("window", Shape.DURATION);
    var shared = form.optional("shared", Shape.oneOrMore(Shape.TEXT));
    var remembered = form.optional("remembered", Shape.DURATION);
    return form.build(
        () -> {
          var rule =
              new CorrelationRule(
                  window.orElse(CorrelationRule.DEFAULT.window()),
                  shared.orElse(ImmutableSet.of()));
          return remembered.isEmpty()
              ? rule
              : new CorrelationRule(rule.window(), rule.shared(), remembered.get());
        });
  }
}
