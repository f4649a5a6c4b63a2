package dev.firebreak.lifecycle;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.incident.Incident;
import dev.firebreak.playbook.PlaybookFact;
import dev.firebreak.playbook.PlaybookId;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What follows for the playbook of an incident that is moved to another version of its plan.
 *
 * @param from the version that it leaves
 * @param later takes what goes on after the fact that is returned
 */
record FlowMigration(PlanIndex from, PlanIndex to, Consumer<FlowRules.Going> later) {
  /** Returns what follows at once; more may follow later. */
  @Nullable PlaybookFact on(Incident incident) {
    var run = incident.steps().run();
    var running = run.playbook();
    var category = incident.triage().category();
    var playbook = to.flowFor(category);
    if (running != null && !running.equals(playbook)) {
      later.accept(then -> resume(playbook, then));
      return FlowRules.stop("it is not the one of " + to.plan().version() + " for this", incident);
    }
    if (running != null) {
      return keepPlace(running, new FlowMapping(from, to), incident);
    }
    if (!Objects.equals(playbook, from.flowFor(category))) {
      return resume(playbook, incident);
    }
    return playbook == null || run.outcome() == null
        ? null
        : FlowRules.owe(new FlowMapping(from, to).owed(playbook, incident));
  }

  /** Returns that a playbook begins, or that somebody says where, if some of it is done. */
  private @Nullable PlaybookFact resume(@Nullable PlaybookId playbook, Incident incident) {
    if (playbook == null) {
      return null;
    }
    var id = incident.steps().run().nextId();
    var places = new PlaybookPlaces(to);
    var awaited =
        places.steps(playbook).stream().anyMatch(incident::hasSettled)
            ? places.awaited(playbook, id, ImmutableSet.of())
            : null;
    return awaited == null ? new PlaybookFact.Started(playbook, id) : awaited;
  }

  /** Returns what follows for a run: it goes on where it is, or somebody says where. */
  private @Nullable PlaybookFact keepPlace(
      PlaybookId playbook, FlowMapping mapping, Incident incident) {
    var run = incident.steps().run();
    var whole = run.find(requireNonNull(run.root())).orElseThrow();
    var lost = mapping.lost(run);
    if (!lost.isEmpty() || whole.waitsForSomebody()) {
      var awaited = new PlaybookPlaces(to).awaited(playbook, whole.id(), lost);
      if (awaited == null) {
        return FlowRules.stop("nobody can say where it goes on", incident);
      }
      return awaited.asked().equals(whole.waits()) ? null : awaited;
    }
    mapping.waiting(run).forEach(fact -> later.accept(then -> fact));
    later.accept(then -> FlowRules.owe(mapping.owed(playbook, then)));
    return null;
  }
}
