package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.communication.CommunicationFact;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.people.PeopleFact;
import dev.firebreak.plan.LevelRule;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.severity.Severity;
import dev.firebreak.sharing.Audience;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What another severity brings, or no longer does: roles that are called, audiences to tell. */
final class LevelChange {
  private final @Nullable Severity before;
  private final @Nullable Severity now;
  private final Incident incident;
  private final ResponsePlan plan;
  private final ImmutableList.Builder<Fact<?>> facts = ImmutableList.builder();
  private final Set<Object> risen = new LinkedHashSet<>();

  private LevelChange(@Nullable Severity before, Incident incident, ResponsePlan plan) {
    this.before = before;
    this.now = incident.assessment().severity();
    this.incident = incident;
    this.plan = plan;
  }

  /**
   * Returns what follows.
   *
   * @param before the severity that was in force
   * @param after the incident after the change
   */
  static ImmutableList<Fact<?>> of(@Nullable Severity before, Incident after, ResponsePlan plan) {
    return plan.levelRules().isEmpty() || Objects.equals(before, after.assessment().severity())
        ? ImmutableList.of()
        : new LevelChange(before, after, plan).facts();
  }

  /** Returns what the severity in force brings by the rules of a plan, and did not by another's. */
  static ImmutableList<Fact<?>> byRules(Incident after, ResponsePlan before, ResponsePlan plan) {
    var change = new LevelChange(null, after, plan);
    for (LevelRule rule : plan.levelRules()) {
      if (reaches(change.now, rule) && !before.levelRules().contains(rule)) {
        change.rise(rule);
      }
    }
    return change.facts.build();
  }

  private ImmutableList<Fact<?>> facts() {
    for (LevelRule rule : plan.levelRules()) {
      if (reaches(now, rule) && !reaches(before, rule)) {
        rise(rule);
      }
    }
    incident.team().called().keySet().forEach(this::keepOrStandDown);
    incident.communications().owed().keySet().forEach(this::keepOrLetGo);
    return facts.build();
  }

  private static boolean reaches(@Nullable Severity severity, LevelRule rule) {
    return severity != null && severity.atLeast(rule.from());
  }

  private void rise(LevelRule rule) {
    var because = "the severity is " + now + ", and the plan asks for it from " + rule.from();
    for (Role role : rule.calls()) {
      if (!incident.team().called().containsKey(role) && risen.add(role)) {
        facts.add(new PeopleFact.Called(role, because));
      }
    }
    for (Audience audience : rule.tells()) {
      if (!incident.communications().owed().containsKey(audience) && risen.add(audience)) {
        facts.add(new CommunicationFact.Owed(audience, because));
      }
    }
  }

  private void keepOrStandDown(Role role) {
    if (plan.levelRules().stream()
        .noneMatch(rule -> reaches(now, rule) && rule.calls().contains(role))) {
      facts.add(new PeopleFact.StoodDown(role, fallen()));
    }
  }

  private void keepOrLetGo(Audience audience) {
    if (plan.levelRules().stream()
        .noneMatch(rule -> reaches(now, rule) && rule.tells().contains(audience))) {
      facts.add(new CommunicationFact.NoLongerOwed(audience, fallen()));
    }
  }

  private String fallen() {
    return now == null
        ? "no severity is in force, after " + before
        : "the severity is " + now + ", after " + before;
  }
}
