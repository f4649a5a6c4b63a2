package dev.firebreak.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableClassToInstanceMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random requests about actions, checked against a table that is written down once more. */
class ActionMachineProperties {
  private static final Role LEAD = new Role("lead");
  private static final Instant START = Instant.parse("2026-11-02T01:00:00Z");

  /** What a request of each kind may do to the action that it is about. */
  private static final ImmutableSetMultimap<String, String> MOVES =
      moves(
          """
          Plan: none>PLANNED none>AWAITING_APPROVAL none>READY
          Approve: AWAITING_APPROVAL>AWAITING_APPROVAL AWAITING_APPROVAL>READY READY>READY \
          READY>AWAITING_APPROVAL
          RevokeApproval: AWAITING_APPROVAL>AWAITING_APPROVAL READY>AWAITING_APPROVAL
          ExpireApproval: READY>AWAITING_APPROVAL
          Start: READY>RUNNING
          BreakGlass: AWAITING_APPROVAL>RUNNING READY>RUNNING
          Succeed: RUNNING>SUCCEEDED TIMED_OUT>SUCCEEDED
          Fail: RUNNING>FAILED TIMED_OUT>FAILED
          TimeOut: RUNNING>TIMED_OUT SUCCEEDED>SUCCEEDED
          Undo: SUCCEEDED>SUCCEEDED
          FailUndo: SUCCEEDED>SUCCEEDED
          Retry: FAILED>READY TIMED_OUT>READY FAILED>AWAITING_APPROVAL \
          TIMED_OUT>AWAITING_APPROVAL
          TryAgain: FAILED>RUNNING TIMED_OUT>RUNNING FAILED>READY TIMED_OUT>READY \
          FAILED>AWAITING_APPROVAL TIMED_OUT>AWAITING_APPROVAL
          Cancel: PLANNED>CANCELLED AWAITING_APPROVAL>CANCELLED READY>CANCELLED \
          FAILED>CANCELLED TIMED_OUT>CANCELLED
          Skip: PLANNED>SKIPPED AWAITING_APPROVAL>SKIPPED READY>SKIPPED FAILED>SKIPPED \
          TIMED_OUT>SKIPPED
          RollBack: SUCCEEDED>ROLLED_BACK
          """);

  private static ImmutableSetMultimap<String, String> moves(String table) {
    var moves = ImmutableSetMultimap.<String, String>builder();
    for (String line : Splitter.on('\n').omitEmptyStrings().split(table)) {
      var parts = Splitter.on(": ").splitToList(line);
      moves.putAll(parts.get(0), Splitter.on(' ').split(parts.get(1)));
    }
    return moves.build();
  }

  /** One course of random requests. */
  private static final class Course {
    private final Random random;
    private final Set<String> seen = new HashSet<>();
    private final List<ActionFact> facts = new ArrayList<>();
    private Actions actions = Actions.CONCEPT.start();
    private Instant now = START;
    private long sequence;

    Course(long seed) {
      random = new Random(seed);
    }

    void go(int steps) {
      for (int i = 0; i < steps; i++) {
        now = now.plusSeconds(random.nextInt(40));
        if (random.nextInt(3) == 0) {
          wake();
        }
        submit(request(), new Actor("p" + random.nextInt(3)));
        assertInOrder();
      }
    }

    private void wake() {
      for (ActionRequest due : actions.dueBy(now)) {
        submit(due, new Actor("engine"));
        assertThat(actions.dueBy(now)).as("done once").doesNotContain(due);
      }
    }

    private void submit(ActionRequest request, Actor actor) {
      var before = actions;
      var approval = Approval.by(LEAD, 1 + random.nextInt(2), "x@1");
      var verdict =
          random.nextBoolean()
              ? Approval.notNeeded("x@1")
              : random.nextBoolean() ? approval : approval.holdingFor(Duration.ofSeconds(20));
      var by =
          new Asking(
              new Stamp(sequence + 1, actor, now, ZoneOffset.UTC, now),
              ImmutableSet.of(LEAD),
              ImmutableClassToInstanceMap.of(Approval.class, verdict));
      if (!request.unmet(actions, by).isEmpty()) {
        return;
      }
      for (Fact<Actions> fact : request.yields(actions, by)) {
        actions = fact.applyTo(actions, by.stamp().at(++sequence));
        facts.add((ActionFact) fact);
      }
      before.all().forEach(action -> assertMoved(action, request));
      if (before.find(request.action()).isEmpty()) {
        assertMove("none", actions.get(request.action()), request);
      }
    }

    private void assertMoved(Action before, ActionRequest request) {
      var after = actions.get(before.id());
      if (before.id().equals(request.action())) {
        assertMove(before.status().name(), after, request);
      } else if (before.status() != after.status()) {
        assertThat(before.status()).isEqualTo(ActionStatus.PLANNED);
        assertThat(after.status()).isIn(ActionStatus.READY, ActionStatus.AWAITING_APPROVAL);
        assertThat(before.terms().waitsFor()).contains(request.action());
      }
    }

    private void assertMove(String from, Action after, ActionRequest request) {
      var kind = request.getClass().getSimpleName();
      var move = from + ">" + after.status();
      seen.add(kind + ": " + move);
      if (!Set.of("Assign", "Remind", "ReviewGlass").contains(kind)) {
        assertThat(MOVES.get(kind)).as("%s of %s", kind, after).contains(move);
      }
    }

    /** Compares what is kept at hand with what a look at all actions tells. */
    private void assertInOrder() {
      var alarms = actions.all().stream().map(Action::alarm).filter(Objects::nonNull).sorted();
      assertThat(actions.nextDue()).isEqualTo(alarms.findFirst().orElse(null));
      assertThat(actions.unfinishedCount()).isEqualTo(actions.unfinished().size());
      assertThat(actions.unreviewed())
          .hasSize((int) actions.all().stream().filter(Action::awaitsReview).count());
      for (Action action : actions.all()) {
        var awaited = actions.awaitedBy(action);
        assertThat(awaited.isEmpty()).isEqualTo(action.status() != ActionStatus.PLANNED);
        if (action.alarm() != null) {
          assertThat(action.unfinished()).isTrue();
        }
        if (action.status() == ActionStatus.RUNNING || action.status() == ActionStatus.SUCCEEDED) {
          assertThat(
                  action.glass() != null || action.approvers().size() >= action.approval().count())
              .isTrue();
        }
      }
    }

    private ActionRequest request() {
      var id = new ActionId("a" + random.nextInt(5));
      return switch (random.nextInt(19)) {
        case 0, 1 -> plan(id);
        case 2, 3, 17 -> new ActionRequest.Approve(id);
        case 4 -> new ActionRequest.RevokeApproval(id, "x");
        case 5, 6 -> new ActionRequest.Start(id);
        case 7 -> new ActionRequest.Succeed(id, "x");
        case 8 -> new ActionRequest.Fail(id, "x");
        case 9 -> new ActionRequest.Retry(id, "x");
        case 10 -> new ActionRequest.Cancel(id, "x");
        case 11 -> new ActionRequest.Skip(id, "x");
        case 13 -> new ActionRequest.BreakGlass(id, "x");
        case 14 -> new ActionRequest.ReviewGlass(id, GlassVerdict.JUSTIFIED, "x");
        case 15 -> new ActionRequest.Undo(id, "x");
        case 16 -> new ActionRequest.FailUndo(id, "x");
        case 12 -> new ActionRequest.Assign(id, new Actor("p" + random.nextInt(3)));
        default -> new ActionRequest.RollBack(id, "x");
      };
    }

    private ActionRequest plan(ActionId id) {
      var others = new HashSet<ActionId>();
      for (int i = random.nextInt(3); i > 0; i--) {
        others.add(new ActionId("a" + random.nextInt(5)));
      }
      var due = maybe(now.plusSeconds(random.nextInt(200)));
      var terms =
          new ActionTerms(
              ImmutableSet.copyOf(others),
              null,
              due,
              due == null ? null : maybe(due.minusSeconds(random.nextInt(50))),
              maybe(Duration.ofSeconds(1 + random.nextInt(60))),
              maybe(new Retries(1 + random.nextInt(2), Duration.ofSeconds(10))));
      return new ActionRequest.Plan(id, ActionType.PATCH, "host-1", null, terms);
    }

    private <T> @Nullable T maybe(T value) {
      return random.nextBoolean() ? value : null;
    }
  }

  @Property(tries = 300)
  void no_request_leaves_the_table(@ForAll long seed) {
    new Course(seed).go(120);
  }

  @Property(tries = 100)
  void one_key_stands_for_one_effect(@ForAll long seed) {
    var course = new Course(seed);
    course.go(120);
    var failed = new HashSet<String>();
    var current = new HashMap<ActionId, String>();
    for (ActionFact fact : course.facts) {
      if (fact instanceof ActionFact.Started started) {
        var before = current.put(started.action(), started.key());
        assertThat(failed).doesNotContain(started.key());
        assertThat(before == null || failed.contains(before) || before.equals(started.key()))
            .as("a start under another key follows a known failure")
            .isTrue();
      } else if (fact instanceof ActionFact.Failed) {
        failed.add(Objects.requireNonNull(current.get(fact.action())));
      }
    }
  }

  @Test
  void random_requests_make_every_move_of_the_table() {
    var all = new HashSet<String>();
    MOVES.forEach((kind, move) -> all.add(kind + ": " + move));
    for (int seed = 0; seed < 2_000 && !all.isEmpty(); seed++) {
      var course = new Course(seed);
      course.go(100);
      all.removeAll(course.seen);
    }
    assertThat(all).isEmpty();
  }
}
