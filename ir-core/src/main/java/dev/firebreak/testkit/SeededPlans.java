package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.alert.CorrelationRule;
import dev.firebreak.evidence.Volatility;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.BusinessCalendar;
import dev.firebreak.obligation.Determination;
import dev.firebreak.obligation.Limit;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.Period;
import dev.firebreak.obligation.Recurrence;
import dev.firebreak.obligation.Reminder;
import dev.firebreak.obligation.Trigger;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.CriterionId;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.CommandRule;
import dev.firebreak.plan.CommunicationRule;
import dev.firebreak.plan.EscalationLevel;
import dev.firebreak.plan.EvidencePolicy;
import dev.firebreak.plan.LevelRule;
import dev.firebreak.plan.PlanApproval;
import dev.firebreak.plan.RecoveryCriterion;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.severity.Extent;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Nciss;
import dev.firebreak.severity.NcissScale;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes plans: from one without roles and playbooks to one that uses everything. */
final class SeededPlans {
  static final ImmutableList<Actor> ACTORS = named(Actor::new, "ana ben cho dee eli fay gus");
  static final ImmutableList<ActionType> ACTION_TYPES =
      ImmutableList.of(
          ActionType.ISOLATE_HOST,
          ActionType.BLOCK_ADDRESS,
          ActionType.DISABLE_ACCOUNT,
          ActionType.RESET_CREDENTIAL,
          ActionType.STOP_PROCESS,
          new ActionType("acme:notify-bank"));
  static final ImmutableList<Category> CATEGORIES =
      named(
          Category::new,
          "ransomware phishing fraud malicious-code.wiper availability insider other");

  private static final ImmutableList<Role> ROLES =
      named(Role::new, "manager handler analyst legal scribe board");
  private static final ImmutableList<String> COMMANDS =
      ImmutableList.of("triage.*", "action.approve", "phase.close");
  private static final ImmutableList<RoleKind> RESPONDING =
      ImmutableList.of(RoleKind.INCIDENT_MANAGER, RoleKind.INCIDENT_LEAD, RoleKind.HANDLER);
  private static final ImmutableList<String> LEVELS =
      ImmutableList.of("info", "low", "medium", "high", "critical");
  static final ImmutableList<String> REGIMES = ImmutableList.of("gdpr", "nis2");
  private static final ImmutableList<BusinessCalendar> CALENDARS =
      ImmutableList.of(
          BusinessCalendar.UTC,
          new BusinessCalendar(
              "office",
              ZoneId.of("Europe/Berlin"),
              BusinessCalendar.SATURDAY_AND_SUNDAY,
              ImmutableSet.of(LocalDate.of(2026, 1, 1)),
              new BusinessCalendar.Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))));
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private final Dice dice;
  private int count;

  SeededPlans(Dice dice) {
    this.dice = dice;
  }

  static <T> ImmutableList<T> named(Function<String, T> type, String names) {
    return Splitter.on(' ').splitToStream(names).map(type).collect(toImmutableList());
  }

  ResponsePlan next() {
    var roles = roles();
    var known = roles.stream().map(RoleDefinition::role).collect(toImmutableList());
    var matrix = matrix();
    var playbooks = playbooks(known);
    var categories =
        playbooks.stream()
            .flatMap(playbook -> playbook.categories().stream())
            .collect(toImmutableList());
    return ResponsePlan.builder("seeded", "v" + ++count)
        .title(dice.text())
        .approach(dice.maybe(dice::text))
        .reviewed(dice.maybe(this::day))
        .approvals(forRoles(known, role -> new PlanApproval(dice.oneOf(ACTORS), role, day(), "v1")))
        .roles(roles)
        .severity(matrix, dice.oneOf(matrix.levels()))
        .nciss(dice.maybe(() -> new NcissScale(ImmutableMap.of(dice.oneOf(matrix.levels()), 50.0))))
        .levelRules(dice.upTo(2, i -> levelRule(matrix, known)))
        .reviewWithin(dice.period())
        .playbooks(playbooks)
        .communications(communications(known))
        .obligations(dice.upTo(6, i -> obligation(i, categories, matrix.levels())))
        .recovery(
            forRoles(
                known,
                role -> new RecoveryCriterion(new CriterionId("c-" + role), dice.text(), role)))
        .escalation(forRoles(known, role -> new EscalationLevel(role, dice.period())))
        .correlation(
            new CorrelationRule(
                dice.period(), ImmutableSet.copyOf(dice.upTo(2, i -> "10.0.0." + i))))
        .commands(known.isEmpty() ? ImmutableList.of() : commands(known))
        .evidencePolicy(dice.maybe(this::evidencePolicy))
        .build();
  }

  private EvidencePolicy evidencePolicy() {
    return new EvidencePolicy(
        dice.period(),
        dice.someOf(EvidencePolicy.Concern.class),
        dice.maybe(dice::text),
        dice.maybe(() -> dice.someOf(Volatility.class)));
  }

  /** Returns a plan that also has the parts that are but written down, and names policies. */
  ResponsePlan document() {
    var plan = next();
    var sections =
        new SeededSections(
            dice,
            plan.roles().stream().map(RoleDefinition::role).collect(toImmutableList()),
            plan.playbooks().stream().map(Playbook::id).collect(toImmutableList()));
    return new ResponsePlan(
        plan.version(),
        plan.title(),
        plan.approach(),
        plan.reviewed(),
        plan.approvals(),
        plan.roles().stream().map(role -> withDuties(role, sections)).collect(toImmutableList()),
        plan.severity(),
        plan.majorFrom(),
        plan.nciss(),
        plan.levelRules(),
        plan.reviewWithin(),
        plan.playbooks(),
        plan.communications(),
        withServiceLevel(plan),
        plan.escalation(),
        plan.recovery(),
        plan.correlation(),
        sections.actions(),
        plan.commands(),
        sections.policies(),
        sections.governance(),
        sections.staffing(),
        sections.readiness(plan.readiness().evidencePolicy()));
  }

  private ImmutableList<Obligation> withServiceLevel(ResponsePlan plan) {
    var level =
        Obligation.builder("level")
            .title(dice.onceIn(2) ? "level" : dice.text())
            .source("service level")
            .starts(Milestone.OPENED)
            .ends(Milestone.ACKNOWLEDGED)
            .levels(Maps.toMap(plan.severity().levels(), each -> time()))
            .calendar(dice.oneOf(CALENDARS))
            .build();
    return ImmutableList.<Obligation>builder().addAll(plan.obligations()).add(level).build();
  }

  private RoleDefinition withDuties(RoleDefinition role, SeededSections sections) {
    return new RoleDefinition(
        role.role(),
        role.kind(),
        role.primary(),
        role.deputies(),
        role.authorities(),
        dice.onceIn(2) ? ImmutableList.of() : sections.duties());
  }

  private ImmutableList<CommandRule> commands(List<Role> known) {
    return dice.onceIn(4)
        ? dice.someOf(COMMANDS).stream()
            .map(command -> new CommandRule(command, ImmutableSet.of(dice.oneOf(known))))
            .collect(toImmutableList())
        : ImmutableList.of();
  }

  private ImmutableList<RoleDefinition> roles() {
    var few = dice.onceIn(8) ? ImmutableSet.<Role>of() : dice.someOf(ROLES);
    return few.stream()
        .map(
            role ->
                new RoleDefinition(
                    role,
                    dice.onceIn(3) ? dice.oneOf(RoleKind.class) : dice.oneOf(RESPONDING),
                    dice.onceIn(5) ? null : dice.oneOf(ACTORS),
                    ImmutableSet.copyOf(dice.upTo(2, i -> dice.oneOf(ACTORS))).asList(),
                    dice.someOf(Authority.class)))
        .collect(toImmutableList());
  }

  private SeverityMatrix matrix() {
    var levels = SeverityMatrix.levels(LEVELS.subList(0, dice.within(1, 5)).toArray(String[]::new));
    var rows =
        ImmutableList.<SeverityMatrix.Row>builder()
            .addAll(
                dice.upTo(
                    4,
                    i ->
                        new SeverityMatrix.Row(
                            dice.someOf(FunctionalImpact.class),
                            dice.someOf(InformationImpact.class),
                            dice.someOf(Recoverability.class),
                            dice.maybe(() -> new Extent(dice.within(0, 3), dice.within(0, 2), 100)),
                            dice.oneOf(levels))))
            .add(
                new SeverityMatrix.Row(
                    ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), dice.oneOf(levels)));
    return new SeverityMatrix(levels, rows.build());
  }

  static Nciss nciss(Dice dice) {
    return new Nciss(
        dice.oneOf(Nciss.Functional.class),
        dice.oneOf(Nciss.Activity.class),
        dice.oneOf(Nciss.Location.class),
        dice.oneOf(Nciss.ThreatActor.class),
        dice.oneOf(Nciss.Information.class),
        dice.oneOf(Nciss.Recovery.class),
        dice.oneOf(Nciss.Sector.class),
        dice.oneOf(Nciss.Potential.class));
  }

  private LevelRule levelRule(SeverityMatrix matrix, ImmutableList<Role> roles) {
    return new LevelRule(
        dice.oneOf(matrix.levels()),
        dice.someOf(roles),
        ImmutableSet.of(dice.oneOf(Audience.class)));
  }

  /** Returns playbooks for some of the categories; each category has one, or none. */
  private ImmutableList<Playbook> playbooks(ImmutableList<Role> roles) {
    var ends = dice.within(0, CATEGORIES.size() - 1);
    var made = new ArrayList<Playbook>();
    var callable = ImmutableList.<PlaybookId>of();
    for (int i = 0; i < ends; i++) {
      var playbook = playbook(i, roles, callable);
      made.add(playbook);
      callable = callsNothing(playbook) ? ImmutableList.of(playbook.id()) : callable;
    }
    return ImmutableList.copyOf(made);
  }

  private static boolean callsNothing(Playbook playbook) {
    var flow = playbook.flow();
    return flow != null
        && flow.nodes().values().stream().noneMatch(node -> node instanceof Node.Call);
  }

  private Playbook playbook(
      int index, ImmutableList<Role> roles, ImmutableList<PlaybookId> callable) {
    var id = "p" + index;
    boolean flows = !roles.isEmpty() && dice.onceIn(2);
    ImmutableList<Step> steps =
        roles.isEmpty()
            ? ImmutableList.of()
            : dice.upTo(6, step -> step(id + "-" + step, roles, flows ? -1 : step, id));
    var playbook =
        new Playbook(
            new PlaybookId(id), dice.text(), ImmutableSet.of(CATEGORIES.get(index)), steps);
    return flows
        ? playbook.withFlow(
            SeededFlows.of(dice, id, steps, roles, callable), SeededFlows.COUNT, SeededFlows.SURE)
        : playbook;
  }

  /**
   * Returns a step.
   *
   * @param index how many come before it, -1 if a flow says when it comes
   */
  private Step step(String id, ImmutableList<Role> roles, int index, String playbook) {
    var action = dice.maybe(() -> dice.oneOf(ACTION_TYPES));
    var approver = action == null || dice.onceIn(2) ? null : dice.oneOf(roles);
    var step =
        new Step(
            new StepId(id),
            dice.oneOf(Phase.class),
            dice.text(),
            dice.oneOf(roles),
            dice.onceIn(2),
            action,
            approver,
            approver == null ? 0 : dice.within(1, 2),
            approver == null ? null : dice.maybe(() -> Duration.ofMinutes(dice.within(1, 60))));
    if (index < 0) {
      return dice.onceIn(2) ? step.within(dice.period()) : step;
    }
    return index > 0 && dice.onceIn(3)
        ? step.after(new StepId(playbook + "-" + dice.within(0, index - 1)))
        : step;
  }

  private ImmutableList<CommunicationRule> communications(Collection<Role> roles) {
    return dice.upTo(
        3,
        i ->
            new CommunicationRule(
                dice.oneOf(Audience.class), dice.text(), dice.anyOf(roles).orElse(null)));
  }

  private Obligation obligation(int index, Collection<Category> categories, List<Severity> levels) {
    var ends = dice.oneOf(Milestone.class);
    var duty = Obligation.builder("o" + index).title(dice.text()).source("own rule " + index);
    if (ends == Milestone.NOTIFIED) {
      duty.tells(dice.oneOf(Audience.class));
    } else {
      duty.ends(ends);
    }
    if (dice.onceIn(3)) {
      duty.levels(Maps.toMap(levels, level -> time())).within(dice.maybe(this::time));
    } else {
      duty.within(dice.onceIn(2) ? time() : period());
    }
    return duty.starts(dice.onceIn(2) ? milestone(ends) : trigger(index, ends))
        .recurrence(dice.oneOf(Recurrence.class))
        .latest(dice.onceIn(4) ? new Limit(trigger(index, ends), time()) : null)
        .calendar(dice.oneOf(CALENDARS))
        .onlyIf(dice.onceIn(6) ? trigger(index, ends) : null)
        .unless(dice.onceIn(6) ? trigger(index, ends) : null)
        .categories(dice.onceIn(2) ? ImmutableList.of() : dice.someOf(categories).asList())
        .reminder(dice.maybe(() -> Reminder.after(dice.within(1, 99))))
        .build();
  }

  private Trigger milestone(Milestone otherThan) {
    return Trigger.at(
        dice.oneOf(Stream.of(Milestone.values()).filter(other -> other != otherThan).toList()));
  }

  private Trigger trigger(int index, Milestone otherThan) {
    return switch (dice.within(0, 2)) {
      case 0 -> milestone(otherThan);
      case 1 -> Trigger.when(dice.oneOf(REGIMES), dice.oneOf(Determination.class));
      default ->
          index == 0
              ? milestone(otherThan)
              : Trigger.after(new ObligationId("o" + dice.within(0, index - 1)));
    };
  }

  private Period time() {
    return dice.onceIn(3) ? new Period.WorkingTime(dice.period()) : Period.of(dice.period());
  }

  private Period period() {
    return switch (dice.within(0, 5)) {
      case 0 -> new Period.Days(dice.within(1, 60));
      case 1 -> new Period.Months(dice.within(1, 3));
      case 2 -> new Period.BusinessDays(dice.within(1, 9));
      case 3 -> new Period.DaysAfterYear(dice.within(1, 60));
      case 4 -> new Period.AsAsked();
      default -> new Period.WithoutUndueDelay();
    };
  }

  private <T> ImmutableList<T> forRoles(Collection<Role> roles, Function<Role, T> made) {
    return dice.someOf(roles).stream().map(made).collect(toImmutableList());
  }

  private LocalDate day() {
    return DAY.plusDays(dice.within(0, 700));
  }
}
