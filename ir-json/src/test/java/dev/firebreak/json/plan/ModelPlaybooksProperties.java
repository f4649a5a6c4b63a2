package dev.firebreak.json.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.StepId;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.playbook.Node;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.Question;
import dev.firebreak.playbook.Run;
import dev.firebreak.playbook.Step;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The playbooks of the model plan can be worked through, whatever happens. */
class ModelPlaybooksProperties {
  private static final int RUNS = 50;
  private static final ResponsePlan PLAN = ModelPlan.read();
  private static final ImmutableList<Playbook> PLAYBOOKS =
      PLAN.playbooks().stream()
          .filter(playbook -> !playbook.categories().isEmpty())
          .collect(ImmutableList.toImmutableList());

  @Property(tries = 200)
  void every_run_ends_whatever_people_answer(@ForAll long seed) {
    var playbook = PLAYBOOKS.get((int) Math.floorMod(seed, (long) PLAYBOOKS.size()));
    assertThat(ModelRun.of(PLAN, playbook, seed).outcome())
        .isIn(Run.Outcome.COMPLETED, Run.Outcome.FAILED);
  }

  @Example
  void every_step_comes_and_every_question_is_answered_in_every_way() {
    Set<StepId> reached = new LinkedHashSet<>();
    Set<ModelRun.Answered> answered = new LinkedHashSet<>();
    for (Playbook playbook : PLAYBOOKS) {
      for (int seed = 0; seed < RUNS; seed++) {
        var run = ModelRun.of(PLAN, playbook, seed);
        reached.addAll(run.reached());
        answered.addAll(run.answers());
      }
    }
    assertThat(reached)
        .containsAll(
            PLAN.playbooks().stream()
                .flatMap(each -> each.steps().stream())
                .map(Step::id)
                .toList());
    assertThat(answered)
        .containsAll(PLAN.playbooks().stream().flatMap(ModelPlaybooksProperties::answers).toList());
  }

  @Example
  void there_are_twelve() {
    assertThat(PLAYBOOKS).hasSize(12);
  }

  /** Returns the answers that only a person can give. */
  private static Stream<ModelRun.Answered> answers(Playbook playbook) {
    var flow = playbook.flow();
    return flow == null
        ? Stream.empty()
        : flow.nodes().entrySet().stream()
            .flatMap(
                entry -> answers(entry).map(each -> new ModelRun.Answered(entry.getKey(), each)));
  }

  private static Stream<String> answers(Map.Entry<StepId, Node> entry) {
    var node = entry.getValue();
    if (node instanceof Node.Switch choice) {
      return asked(
          choice.question(),
          Stream.concat(choice.cases().keySet().stream(), Stream.of(Node.OTHERWISE)));
    }
    var question =
        node instanceof Node.If condition
            ? condition.question()
            : node instanceof Node.While loop ? loop.question() : null;
    return question == null ? Stream.empty() : asked(question, Stream.of(Node.YES, Node.NO));
  }

  private static Stream<String> asked(Question question, Stream<String> answers) {
    return question.expression() == null ? answers : Stream.empty();
  }
}
