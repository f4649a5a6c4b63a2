package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.action.ActionProfile;
import dev.firebreak.alert.CorrelationRule;
import dev.firebreak.obligation.BusinessCalendar;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.plan.CommandRule;
import dev.firebreak.plan.CommunicationRule;
import dev.firebreak.plan.EscalationLevel;
import dev.firebreak.plan.Governance;
import dev.firebreak.plan.PlanApproval;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.PolicyReference;
import dev.firebreak.plan.Readiness;
import dev.firebreak.plan.RecoveryCriterion;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.plan.Staffing;
import dev.firebreak.playbook.Playbook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** What a plan file is made of: the one description by which plans are read and written. */
final class PlanForm {
  static final RecordShape<Governance> GOVERNANCE = RecordShape.of(Governance.class);
  static final RecordShape<Staffing> STAFFING = RecordShape.of(Staffing.class);
  static final RecordShape<Readiness> READINESS = RecordShape.of(Readiness.class);

  static final Fields<ResponsePlan> FIELDS = Fields.of("an object with the fields of a plan");
  static final Fields.Field<ResponsePlan, String> NAME =
      FIELDS.required(
          "plan",
          Shape.name("the name of the plan", name -> new PlanVersion(name, "1").plan(), n -> n),
          plan -> plan.version().plan());
  static final Fields.Field<ResponsePlan, String> VERSION =
      FIELDS.required(
          "version",
          Shape.name("text", version -> new PlanVersion("plan", version).version(), v -> v),
          plan -> plan.version().version());
  static final Fields.Field<ResponsePlan, String> TITLE =
      FIELDS.required("title", Shape.TEXT, ResponsePlan::title);
  static final Fields.Field<ResponsePlan, String> APPROACH =
      FIELDS.optional("approach", Shape.TEXT, ResponsePlan::approach);
  static final Fields.Field<ResponsePlan, LocalDate> REVIEWED =
      FIELDS.optional("reviewed", Shape.DATE, ResponsePlan::reviewed);
  static final Fields.Field<ResponsePlan, Duration> REVIEW_WITHIN =
      FIELDS.optional(
          "reviewWithin",
          Shape.DURATION,
          plan -> unless(ResponsePlan.REVIEW_WITHIN, plan.reviewWithin()));
  static final Fields.Field<ResponsePlan, ImmutableList<PlanApproval>> APPROVALS =
      FIELDS.optional("approvals", RuleReader.APPROVALS, ResponsePlan::approvals);
  static final Fields.Field<ResponsePlan, ImmutableList<RoleDefinition>> ROLES =
      FIELDS.required("roles", RoleReader.ROLES, ResponsePlan::roles);
  static final Fields.Field<ResponsePlan, SeverityReader> SEVERITY =
      FIELDS.required(
          "severity",
          SeverityReader.SHAPE,
          plan ->
              new SeverityReader(
                  plan.severity(), plan.majorFrom(), plan.nciss(), plan.levelRules()));
  static final Fields.Field<ResponsePlan, ImmutableList<Playbook>> PLAYBOOKS =
      FIELDS.required("playbooks", PlaybookReader.PLAYBOOKS, ResponsePlan::playbooks);
  static final Fields.Field<ResponsePlan, ImmutableList<CommunicationRule>> COMMUNICATIONS =
      FIELDS.optional("communications", RuleReader.COMMUNICATIONS, ResponsePlan::communications);
  static final Fields.Field<ResponsePlan, ImmutableMap<String, BusinessCalendar>> CALENDARS =
      FIELDS.optional("calendars", CalendarReader.CALENDARS, PlanForm::calendars);
  static final Fields.Field<ResponsePlan, ImmutableList<Obligation>> OBLIGATIONS =
      FIELDS.optional("obligations", DutyReader.UNKNOWING.obligations(), DutyReader::obligationsOf);
  static final Fields.Field<ResponsePlan, ImmutableList<Obligation>> SERVICE_LEVELS =
      FIELDS.optional(
          "serviceLevels", DutyReader.UNKNOWING.serviceLevels(), DutyReader::serviceLevelsOf);
  static final Fields.Field<ResponsePlan, ImmutableList<EscalationLevel>> ESCALATION =
      FIELDS.optional("escalation", RuleReader.ESCALATION, ResponsePlan::escalation);
  static final Fields.Field<ResponsePlan, ImmutableList<RecoveryCriterion>> RECOVERY =
      FIELDS.optional("recovery", RuleReader.RECOVERY, ResponsePlan::recovery);
  static final Fields.Field<ResponsePlan, CorrelationRule> CORRELATION =
      FIELDS.optional(
          "correlation",
          RuleReader.CORRELATION,
          plan -> unless(CorrelationRule.DEFAULT, plan.correlation()));
  static final Fields.Field<ResponsePlan, ImmutableList<ActionProfile>> ACTIONS =
      FIELDS.optional("actions", ActionTypeReader.ACTIONS, ResponsePlan::actions);
  static final Fields.Field<ResponsePlan, ImmutableList<CommandRule>> COMMANDS =
      FIELDS.optional("commands", CommandReader.COMMANDS, ResponsePlan::commands);
  static final Fields.Field<ResponsePlan, ImmutableList<PolicyReference>> POLICIES =
      FIELDS.optional("policies", PolicyReader.POLICIES, ResponsePlan::policies);

  static {
    FIELDS.all(GOVERNANCE.fields(), ResponsePlan::governance);
    FIELDS.all(STAFFING.fields(), ResponsePlan::staffing);
    FIELDS.all(READINESS.fields(), ResponsePlan::readiness);
  }

  private PlanForm() {}

  /** Returns the calendars that its obligations count by; of two of one name the first. */
  private static ImmutableMap<String, BusinessCalendar> calendars(ResponsePlan plan) {
    var calendars = new LinkedHashMap<String, BusinessCalendar>();
    for (Obligation duty : plan.obligations()) {
      var calendar = duty.term().calendar();
      if (!calendar.equals(BusinessCalendar.UTC)) {
        calendars.putIfAbsent(calendar.name(), calendar);
      }
    }
    return ImmutableMap.copyOf(calendars);
  }

  private static <T> @Nullable T unless(T usual, T value) {
    return value.equals(usual) ? null : value;
  }
}
