package dev.firebreak.report;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Role;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.playbook.AddedStep;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.Step;
import dev.firebreak.scope.AssetId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which steps of its playbook an incident waits for, and for whom.
 *
 * <p>A step that waits for others is not among them: a command that completes it is refused with
 * what it waits for.
 *
 * @param lines one for each that somebody may do or decide now
 */
public record OpenSteps(IncidentId incident, ImmutableList<Line> lines) {
  /**
   * A step that waits.
   *
   * @param role who does it, or decides
   * @param what what is to be done, or decided with the possible answers
   * @param asset the asset that it is for, null if it is for none
   * @param due until when, null for any time
   */
  public record Line(
      StepId step, Role role, String what, @Nullable AssetId asset, @Nullable Instant due) {}

  /**
   * Returns the steps that an incident waits for.
   *
   * @param plan the plan under which it runs
   */
  public static OpenSteps of(Incident incident, ResponsePlan plan) {
    var lines = ImmutableList.<Line>builder();
    var run = incident.steps().run();
    for (Execution each : run.waiting()) {
      lines.add(lineOf(each, run.assetOf(each), plan));
    }
    for (StepId owed : incident.steps().owed()) {
      plan.step(owed)
          .filter(step -> !incident.actions().hasDone(owed))
          .ifPresent(step -> lines.add(new Line(step.id(), step.role(), step.title(), null, null)));
    }
    var category = incident.triage().category();
    var playbook = category == null ? null : plan.playbookFor(category).orElse(null);
    if (playbook != null && playbook.flow() == null) {
      addReady(playbook, incident, lines);
    }
    for (AddedStep each : incident.steps().added()) {
      if (!incident.steps().hasSettled(each.id())) {
        lines.add(new Line(each.id(), each.role(), each.title(), null, null));
      }
    }
    return new OpenSteps(incident.id(), lines.build());
  }

  private static Line lineOf(Execution execution, @Nullable AssetId asset, ResponsePlan plan) {
    if (execution.waits() instanceof Execution.Waits.Answer asked) {
      var what = asked.question() + " (" + Joiner.on(", ").join(asked.answers()) + ")";
      return new Line(execution.step(), asked.role(), what, asset, execution.due());
    }
    var step = plan.step(execution.step()).orElseThrow();
    return new Line(step.id(), step.role(), step.title(), asset, execution.due());
  }

  private static void addReady(
      Playbook playbook, Incident incident, ImmutableList.Builder<Line> lines) {
    for (Step step : playbook.steps()) {
      if (!incident.hasSettled(step.id()) && step.after().stream().allMatch(incident::hasSettled)) {
        lines.add(new Line(step.id(), step.role(), step.title(), null, null));
      }
    }
  }

  /** Returns a table of the lines, with times in the zone and a dash where nothing is to tell. */
  public String toText(ZoneId zone) {
    var table = new Table("STEP", "WHO", "WHAT", "ASSET", "UNTIL");
    for (Line line : lines) {
      table.add(
          line.step().value(),
          line.role().name(),
          line.what(),
          line.asset() == null ? "-" : line.asset().value(),
          line.due() == null ? "-" : Table.moment(line.due(), zone));
    }
    return table.toText();
  }
}
