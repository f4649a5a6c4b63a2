package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Incident;
import dev.firebreak.journal.Append;
import dev.firebreak.lifecycle.Decider.Decided;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about one incident, to be recorded together with what is decided about others.
 *
 * <p>For the one that holds the lock of the incident.
 */
final class Part {
  private final TrackedIncident tracked;
  private final CommandHandler commands;
  private final Announcer announcer;
  private final Incident before;
  private final ImmutableList.Builder<Event> events = ImmutableList.builder();
  private final List<Runnable> announced = new ArrayList<>(2);
  private Incident after;

  Part(TrackedIncident tracked, CommandHandler commands, Announcer announcer) {
    this.tracked = tracked;
    this.commands = commands;
    this.announcer = announcer;
    this.before = tracked.incident();
    this.after = before;
  }

  Incident before() {
    return before;
  }

  /** Returns the incident after what was accepted so far. */
  Incident after() {
    return after;
  }

  /**
   * Decides on one more command, after those before.
   *
   * @param others the other incidents that the command is about
   */
  Decision decide(Command command, ImmutableList<Incident> others, Instant now) {
    var decided = commands.decide(after, command, others, now);
    take(command, decided);
    return decided.decision();
  }

  /** Takes in what was decided about the incident as it is by now. */
  void take(Command command, Decided decided) {
    if (decided.decision() instanceof Decision.Accepted accepted) {
      events.addAll(accepted.events());
      after = decided.after();
      announced.add(() -> announcer.put(command, accepted, decided.after()));
    }
  }

  /** Returns what is to be appended, null if there is nothing. */
  @Nullable Append append() {
    var all = events.build();
    return all.isEmpty() ? null : new Append(before.stream(), before.version(), all);
  }

  /** Returns that the incident must be as it was when it was decided on. */
  Append unchanged() {
    return Append.unchanged(before.stream(), before.version());
  }

  /** Takes in what was appended, and announces it. */
  void recorded(Histories histories) {
    if (after.version() > before.version()) {
      tracked.advance(events.build(), after);
      histories.remember(tracked);
    }
    announced.forEach(Runnable::run);
  }
}
