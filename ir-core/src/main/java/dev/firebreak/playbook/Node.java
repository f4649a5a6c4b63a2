package dev.firebreak.playbook;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.action.StepId;
import dev.firebreak.check.Check;
import dev.firebreak.scope.AssetKind;
import org.jspecify.annotations.Nullable;

/**
 * A point of a {@link Flow}.
 *
 * <p>Those that have branches wait until each of their branches has ended, and then go on
 * themselves: with success, unless one of the branches has failed.
 */
public sealed interface Node {
  /** The most rounds that a loop may have. */
  int MAX_ROUNDS = 1_000;

  /** The answer that holds. */
  String YES = "yes";

  /** The answer that does not hold. */
  String NO = "no";

  /** The answer that none of the cases holds. */
  String OTHERWISE = "otherwise";

  /** Returns where it goes on. */
  Exits exits();

  /** Returns where its branches begin. */
  default ImmutableList<StepId> branches() {
    return ImmutableList.of();
  }

  private static ImmutableList<StepId> present(@Nullable StepId one, @Nullable StepId other) {
    var present = ImmutableList.<StepId>builderWithExpectedSize(2);
    if (one != null) {
      present.add(one);
    }
    if (other != null) {
      present.add(other);
    }
    return present.build();
  }

  /** Where a flow begins; nothing happens there. */
  record Start(StepId next) implements Node {
    @Override
    public Exits exits() {
      return Exits.to(next);
    }
  }

  /** Somebody does the step of the playbook that has this id. */
  record Do(Exits exits) implements Node {}

  /**
   * One branch or the other.
   *
   * @param then the branch if the answer is yes
   * @param otherwise the branch if it is no, null if there is none
   */
  record If(Question question, StepId then, @Nullable StepId otherwise, Exits exits)
      implements Node {
    @Override
    public ImmutableList<StepId> branches() {
      return present(then, otherwise);
    }
  }

  /**
   * A branch again and again, as long as the answer is yes; it is asked before each round.
   *
   * <p>It has failed when a round has, or when it is still not over after the last.
   *
   * @param atMost how many rounds it may have, 1..{@link #MAX_ROUNDS}
   */
  record While(Question question, StepId body, int atMost, Exits exits) implements Node {
    public While {
      checkArgument(
          atMost >= 1 && atMost <= MAX_ROUNDS,
          "rounds must be within 1..%s but were %s",
          MAX_ROUNDS,
          atMost);
    }

    @Override
    public ImmutableList<StepId> branches() {
      return ImmutableList.of(body);
    }
  }

  /**
   * The branch of the case that is the answer.
   *
   * @param cases the branches by their answers
   * @param otherwise the branch for every other answer, null if there is none
   */
  record Switch(
      Question question,
      ImmutableMap<String, StepId> cases,
      @Nullable StepId otherwise,
      Exits exits)
      implements Node {
    @Override
    public ImmutableList<StepId> branches() {
      return ImmutableList.<StepId>builder()
          .addAll(cases.values())
          .addAll(present(otherwise, null))
          .build();
    }
  }

  /** Several branches at the same time. */
  record Parallel(ImmutableList<StepId> branches, Exits exits) implements Node {
    public Parallel {
      checkArgument(!branches.isEmpty(), "a parallel step has branches");
    }
  }

  /**
   * The same branch for each affected asset, at the same time, also for those that are found while
   * it goes on.
   *
   * @param kind for which kind of asset, null for any
   */
  record ForEachAsset(@Nullable AssetKind kind, StepId body, Exits exits) implements Node {
    @Override
    public ImmutableList<StepId> branches() {
      return ImmutableList.of(body);
    }

    /** Returns whether it is done for this kind of asset. */
    public boolean isFor(AssetKind asset) {
      return kind == null || kind.equals(asset);
    }
  }

  /** Another playbook, which has a flow too. */
  record Call(PlaybookId playbook, Exits exits) implements Node {}

  /** Something that the response has come to. */
  record Milestone(String title, @Nullable StepId next) implements Node {
    public Milestone {
      Check.text(title, "title");
    }

    @Override
    public Exits exits() {
      return new Exits(next, next);
    }
  }

  /** The end of a branch, or of the flow. */
  record End() implements Node {
    @Override
    public Exits exits() {
      return Exits.NONE;
    }
  }
}
