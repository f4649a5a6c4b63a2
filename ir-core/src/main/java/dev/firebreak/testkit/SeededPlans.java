package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.alert.CorrelationRule;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Milestone;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.people.Authority;
import dev.firebreak.people.RoleKind;
import dev.firebreak.phase.Phase;
import dev.firebreak.plan.CommunicationRule;
import dev.firebreak.plan.EscalationLevel;
import dev.firebreak.plan.PlanApproval;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.Step;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import dev.firebreak.triage.Category;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes plans: from one without roles and playbooks to one that uses everything. */
final class SeededPlans {
  static final ImmutableList<Actor> ACTORS = named(Actor::new, "ana ben cho dee eli fay gus");
  static final ImmutableList<ActionType> ACTION_TYPES =
      ImmutableList.of(
          ActionType.ISOLATE_HOST,
          ActionType.BLOCK_ADDRESS,
          ActionType.DISABLE_ACCOUNT,
          new ActionType("acme:notify-bank"));
  static final ImmutableList<Category> CATEGORIES =
      named(
          Category::new,
          "ransomware phishing fraud malicious-code.wiper availability insider other");

  private static final ImmutableList<Role> ROLES =
      named(Role::new, "manager handler analyst legal scribe board");
  private static final ImmutableList<String> LEVELS =
      ImmutableList.of("info", "low", "medium", "high", "critical");
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
        .reviewWithin(dice.period())
        .playbooks(playbooks)
        .communications(communications(known))
        .obligations(dice.upTo(4, i -> obligation(i, categories)))
        .escalation(forRoles(known, role -> new EscalationLevel(role, dice.period())))
        .correlation(
            new CorrelationRule(
                dice.period(), ImmutableSet.copyOf(dice.upTo(2, i -> "10.0.0." + i))))
        .build();
  }

  private ImmutableList<RoleDefinition> roles() {
    var few = dice.onceIn(8) ? ImmutableSet.<Role>of() : dice.someOf(ROLES);
    return few.stream()
        .map(
            role ->
                new RoleDefinition(
                    role,
                    dice.oneOf(RoleKind.class),
                    dice.onceIn(5) ? null : dice.oneOf(ACTORS),
                    dice.upTo(2, i -> dice.oneOf(ACTORS)),
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
                            dice.oneOf(levels))))
            .add(
                new SeverityMatrix.Row(
                    ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), dice.oneOf(levels)));
    return new SeverityMatrix(levels, rows.build());
  }

  /** Returns playbooks for some of the categories; each category has one, or none. */
  private ImmutableList<Playbook> playbooks(ImmutableList<Role> roles) {
    var ends = dice.within(0, CATEGORIES.size() - 1);
    return IntStream.range(0, ends)
        .mapToObj(
            i ->
                new Playbook(
                    new PlaybookId("p" + i),
                    dice.text(),
                    ImmutableSet.of(CATEGORIES.get(i)),
                    roles.isEmpty()
                        ? ImmutableList.of()
                        : dice.upTo(6, step -> step("p" + i + "-" + step, roles))))
        .collect(toImmutableList());
  }

  private Step step(String id, ImmutableList<Role> roles) {
    var action = dice.maybe(() -> dice.oneOf(ACTION_TYPES));
    var approver = action == null || dice.onceIn(2) ? null : dice.oneOf(roles);
    return new Step(
        new StepId(id),
        dice.oneOf(Phase.class),
        dice.text(),
        dice.oneOf(roles),
        dice.onceIn(2),
        action,
        approver,
        approver == null ? 0 : dice.within(1, 2));
  }

  private ImmutableList<CommunicationRule> communications(Collection<Role> roles) {
    return dice.upTo(
        3,
        i ->
            new CommunicationRule(
                dice.oneOf(Audience.class), dice.text(), dice.anyOf(roles).orElse(null)));
  }

  private Obligation obligation(int index, Collection<Category> categories) {
    var starts = dice.oneOf(Milestone.class);
    var others = Stream.of(Milestone.values()).filter(other -> other != starts).toList();
    var ends = dice.oneOf(others);
    return new Obligation(
        new ObligationId("o" + index),
        dice.text(),
        "own rule " + index,
        starts,
        dice.period(),
        ends,
        ends == Milestone.NOTIFIED ? dice.oneOf(Audience.class) : null,
        dice.onceIn(2) ? ImmutableSet.of() : dice.someOf(categories));
  }

  private <T> ImmutableList<T> forRoles(Collection<Role> roles, Function<Role, T> made) {
    return dice.someOf(roles).stream().map(made).collect(toImmutableList());
  }

  private LocalDate day() {
    return DAY.plusDays(dice.within(0, 700));
  }
}
