package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionGroup;
import dev.firebreak.action.ActionProfile;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.BlastRadius;
import dev.firebreak.evidence.Volatility;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.plan.Backup;
import dev.firebreak.plan.Channel;
import dev.firebreak.plan.Contact;
import dev.firebreak.plan.ContainmentStrategy;
import dev.firebreak.plan.Definition;
import dev.firebreak.plan.Distribution;
import dev.firebreak.plan.EvidencePolicy;
import dev.firebreak.plan.Exercise;
import dev.firebreak.plan.Governance;
import dev.firebreak.plan.LinkedPlan;
import dev.firebreak.plan.Metric;
import dev.firebreak.plan.Mission;
import dev.firebreak.plan.OnCall;
import dev.firebreak.plan.PlanChange;
import dev.firebreak.plan.PlanReview;
import dev.firebreak.plan.PolicyReference;
import dev.firebreak.plan.Readiness;
import dev.firebreak.plan.ReadyForm;
import dev.firebreak.plan.ReportingWay;
import dev.firebreak.plan.Resource;
import dev.firebreak.plan.ResponsePolicy;
import dev.firebreak.plan.RiskAssessment;
import dev.firebreak.plan.Staffing;
import dev.firebreak.plan.Supplier;
import dev.firebreak.plan.Team;
import dev.firebreak.plan.Technique;
import dev.firebreak.plan.Training;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.sharing.Audience;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the parts of a plan that are but written down, and what it knows of actions. */
final class SeededSections {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final int MOST = 2;

  private final Dice dice;
  private final ImmutableList<Role> roles;
  private final ImmutableList<PlaybookId> playbooks;

  SeededSections(Dice dice, ImmutableList<Role> roles, ImmutableList<PlaybookId> playbooks) {
    this.dice = dice;
    this.roles = roles;
    this.playbooks = playbooks;
  }

  Governance governance() {
    return new Governance(
        dice.maybe(() -> new ResponsePolicy(dice.text(), dice.text(), dice.text())),
        dice.upTo(MOST, i -> new Definition("term " + i, dice.text())),
        dice.maybe(
            () ->
                new Mission(
                    dice.text(),
                    dice.maybe(dice::text),
                    dice.upTo(MOST, i -> dice.text()),
                    dice.maybe(dice::text),
                    dice.maybe(dice::text))),
        dice.upTo(MOST, this::metric),
        dice.upTo(
            MOST,
            i -> new PlanReview(day(), dice.oneOf(SeededPlans.ACTORS), dice.maybe(dice::text))),
        dice.upTo(MOST, i -> new PlanChange("v" + i, day(), dice.text())),
        dice.upTo(MOST, i -> new Distribution(dice.text(), dice.text())));
  }

  private Metric metric(int index) {
    return dice.onceIn(2)
        ? new Metric("metric " + index, null, null, null)
        : new Metric(
            "metric " + index,
            dice.oneOf(Milestone.class),
            dice.oneOf(Milestone.class),
            dice.maybe(dice::period));
  }

  Staffing staffing() {
    return new Staffing(
        dice.maybe(
            () ->
                new Team(
                    dice.oneOf(Team.Model.class),
                    dice.oneOf(Team.Staffing.class),
                    dice.oneOf(Team.Hours.class))),
        dice.upTo(MOST, this::contact),
        dice.upTo(MOST, i -> new Channel("channel " + i, dice.text(), dice.onceIn(2))),
        roles.isEmpty() ? ImmutableList.of() : dice.upTo(MOST, i -> onCall()),
        dice.upTo(MOST, i -> new ReportingWay(dice.text(), dice.text(), dice.onceIn(2))),
        dice.upTo(
            MOST, i -> new ReadyForm(dice.oneOf(ReadyForm.Kind.class), dice.text(), dice.text())));
  }

  private Contact contact(int index) {
    return new Contact(
        "desk " + index,
        dice.anyOf(roles).orElse(null),
        dice.maybe(() -> dice.oneOf(Audience.class)),
        ImmutableList.of("+49 30 1234" + index, dice.text()),
        dice.maybe(dice::text),
        dice.maybe(this::day));
  }

  private OnCall onCall() {
    return new OnCall(
        dice.oneOf(roles), dice.text(), dice.upTo(MOST, i -> SeededPlans.ACTORS.get(i)));
  }

  Readiness readiness(@Nullable EvidencePolicy evidencePolicy) {
    return new Readiness(
        dice.upTo(
            MOST,
            i -> new Training(dice.text(), day(), dice.someOf(roles), dice.someOf(playbooks))),
        dice.upTo(
            MOST,
            i ->
                new Exercise(
                    dice.text(),
                    dice.oneOf(Exercise.Kind.class),
                    day(),
                    dice.someOf(roles),
                    dice.someOf(playbooks))),
        dice.upTo(
            MOST,
            i -> new RiskAssessment(dice.text(), day(), dice.period(), dice.maybe(dice::text))),
        dice.upTo(
            MOST, i -> new Backup(dice.text(), dice.text(), dice.onceIn(2), dice.maybe(this::day))),
        dice.upTo(
            MOST, i -> new LinkedPlan(dice.oneOf(LinkedPlan.Kind.class), dice.text(), dice.text())),
        dice.upTo(MOST, i -> new Resource("tool " + i, dice.text(), dice.maybe(dice::text))),
        dice.upTo(
            MOST,
            i ->
                new Supplier(
                    "supplier " + i,
                    dice.text(),
                    dice.maybe(dice::period),
                    dice.upTo(MOST, n -> dice.text()))),
        evidencePolicy,
        dice.someOf(playbooks).stream()
            .map(
                playbook ->
                    new ContainmentStrategy(
                        playbook, dice.text(), dice.someOf(ContainmentStrategy.Criterion.class)))
            .collect(toImmutableList()),
        dice.upTo(
            MOST, i -> new Technique("T100" + i + ".001", dice.text(), dice.someOf(playbooks))));
  }

  ImmutableList<ActionProfile> actions() {
    return dice.someOf(SeededPlans.ACTION_TYPES).stream()
        .map(this::profile)
        .collect(toImmutableList());
  }

  private ActionProfile profile(ActionType type) {
    var undoneBy = dice.maybe(() -> ActionType.RELEASE_HOST);
    return new ActionProfile(
        type,
        dice.oneOf(ActionGroup.class),
        dice.oneOf(BlastRadius.class),
        dice.someOf(Volatility.class),
        undoneBy != null || dice.onceIn(2),
        undoneBy);
  }

  ImmutableList<PolicyReference> policies() {
    return dice.upTo(
        MOST,
        i ->
            new PolicyReference(
                "acme-policy-" + i,
                dice.maybe(() -> "2." + dice.within(0, 9)),
                dice.onceIn(2)
                    ? ImmutableMap.of()
                    : ImmutableMap.of("from", dice.text(), "people", "2", "strict", "true")));
  }

  /** Returns duties that do not repeat. */
  ImmutableList<String> duties() {
    var first = dice.text();
    return ImmutableSet.copyOf(List.of(first, dice.text())).asList();
  }

  private LocalDate day() {
    return DAY.plusDays(dice.within(0, 700));
  }
}
