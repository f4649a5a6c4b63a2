package dev.firebreak.playbook;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.StepId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run may still come to, from where it is. */
public final class Outlook {
  private final Run run;
  private final Map<StepId, Node> nodes = new HashMap<>();
  private final Map<PlaybookId, Flow> flows = new HashMap<>();

  private Outlook(Run run) {
    this.run = run;
  }

  /** Returns the outlook of a run, given all playbooks of its plan. */
  public static Outlook of(Run run, Iterable<Playbook> playbooks) {
    var outlook = new Outlook(run);
    for (Playbook playbook : playbooks) {
      var flow = playbook.flow();
      if (flow != null) {
        outlook.nodes.putAll(flow.nodes());
        outlook.flows.put(playbook.id(), flow);
      }
    }
    return outlook;
  }

  /** Returns the steps that wait, or may come if none fails any more. */
  public ImmutableSet<StepId> ahead() {
    Set<StepId> seen = new LinkedHashSet<>();
    Deque<StepId> open = new ArrayDeque<>();
    for (Execution each : run.open()) {
      if (each.waitsForSomebody()) {
        seen.add(each.step());
      }
      from(each, false, open);
    }
    visit(open, false, seen);
    return ImmutableSet.copyOf(seen);
  }

  /** Returns the steps that may come from there on if none fails, that one among them. */
  public ImmutableSet<StepId> ahead(StepId place) {
    Set<StepId> seen = new LinkedHashSet<>();
    visit(new ArrayDeque<>(ImmutableList.of(place)), false, seen);
    return ImmutableSet.copyOf(seen);
  }

  /** Returns what waits for somebody, after which the step may come; not the step itself. */
  public ImmutableList<Execution> before(StepId step) {
    return run.waiting().stream()
        .filter(each -> !each.step().equals(step) && leadsTo(each, step))
        .collect(toImmutableList());
  }

  private boolean leadsTo(Execution waiting, StepId step) {
    Set<StepId> seen = new HashSet<>();
    Deque<StepId> open = new ArrayDeque<>();
    for (@Nullable Execution each = waiting; each != null; each = run.around(each)) {
      from(each, true, open);
    }
    visit(open, true, seen);
    return seen.contains(step);
  }

  /** Adds what may come after an execution: in a loop, and after a decision, its branches too. */
  private void from(Execution execution, boolean failures, Deque<StepId> open) {
    var node = nodes.get(execution.step());
    boolean whole = execution.within() == null;
    if (node != null && !whole) {
      exits(node, failures, open);
      if (node instanceof Node.While || execution.waitsForSomebody()) {
        open.addAll(node.branches());
      }
    }
    if (whole && execution.waits() instanceof Execution.Waits.Answer asked) {
      asked.answers().forEach(answer -> open.add(new StepId(answer)));
    }
    var playbook = execution.playbook();
    var flow = failures && playbook != null ? flows.get(playbook) : null;
    if (flow != null && flow.exception() != null) {
      open.add(flow.exception());
    }
  }

  private void visit(Deque<StepId> open, boolean failures, Set<StepId> seen) {
    for (var id = open.poll(); id != null; id = open.poll()) {
      var node = nodes.get(id);
      if (node != null && seen.add(id)) {
        exits(node, failures, open);
        open.addAll(node.branches());
        var called = node instanceof Node.Call call ? flows.get(call.playbook()) : null;
        if (called != null) {
          open.add(called.start());
          if (failures && called.exception() != null) {
            open.add(called.exception());
          }
        }
      }
    }
  }

  private static void exits(Node node, boolean failures, Deque<StepId> open) {
    var exits = node.exits();
    if (exits.onSuccess() != null) {
      open.add(exits.onSuccess());
    }
    if (failures && exits.onFailure() != null) {
      open.add(exits.onFailure());
    }
  }
}
