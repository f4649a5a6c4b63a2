package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.CATEGORY;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.sun.management.ThreadMXBean;
import dev.firebreak.action.StepId;
import dev.firebreak.playbook.Exits;
import dev.firebreak.playbook.Flow;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.PlaybookId;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.Step;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it takes to find out whose turn it is does not grow with the number of steps. */
class StepCostTest {
  private static final int MEASURED = 10;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void bytes_per_step_of_a_flow_are_the_same_with_10_and_with_10_000_steps() {
    medianBytes(sequence(MEASURED));
    long few = medianBytes(sequence(MEASURED));
    long many = medianBytes(sequence(10_000));

    assertThat(many).as("with 10,000 steps, against %s", few).isLessThan(few * 2);
  }

  @Test
  void bytes_per_step_without_a_flow_are_the_same_with_10_and_with_10_000_steps() {
    medianBytes(chain(MEASURED));
    long few = medianBytes(chain(MEASURED));
    long many = medianBytes(chain(10_000));

    assertThat(many).as("with 10,000 steps, against %s", few).isLessThan(few * 2);
  }

  private long medianBytes(Playbook playbook) {
    var played = new Played(playbook);
    var bytes = new ArrayList<Long>();
    for (int i = 0; i < MEASURED; i++) {
      var request = new PlaybookRequest.CompleteStep(id(i), "done");
      long before = threads.getCurrentThreadAllocatedBytes();
      var decision = played.response.submit(Played.ID, HANDLER, request);
      bytes.add(threads.getCurrentThreadAllocatedBytes() - before);
      assertThat(decision.accepted()).isTrue();
    }
    var sorted = bytes.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static Playbook sequence(int length) {
    var nodes = ImmutableMap.<StepId, Node>builder();
    for (int i = 0; i < length; i++) {
      nodes.put(id(i), new Node.Do(i + 1 < length ? Exits.onSuccess(id(i + 1)) : Exits.NONE));
    }
    return playbook(steps(length)).withFlow(new Flow(id(0), nodes.buildOrThrow(), null));
  }

  private static Playbook chain(int length) {
    var steps = new ArrayList<Step>();
    for (Step step : steps(length)) {
      steps.add(steps.isEmpty() ? step : step.after(steps.get(steps.size() - 1).id()));
    }
    return playbook(steps);
  }

  private static List<Step> steps(int length) {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < length; i++) {
      steps.add(Played.step("s" + i));
    }
    return steps;
  }

  private static Playbook playbook(List<Step> steps) {
    return new Playbook(
        new PlaybookId("main"), "Main", ImmutableSet.of(CATEGORY), ImmutableList.copyOf(steps));
  }

  private static StepId id(int number) {
    return new StepId("s" + number);
  }
}
