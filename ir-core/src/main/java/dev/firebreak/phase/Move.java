package dev.firebreak.phase;

import static dev.firebreak.phase.Phase.CONTAINMENT;
import static dev.firebreak.phase.Phase.ERADICATION;
import static dev.firebreak.phase.Phase.IDENTIFICATION;
import static dev.firebreak.phase.Phase.POST_INCIDENT;
import static dev.firebreak.phase.Phase.RECOVERY;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import java.util.Arrays;

/** A way to get from one phase to another; the table of legal moves is here and nowhere else. */
public enum Move {
  /** The usual next step. */
  NEXT,
  /** A loop back, because something new was found; needs a reason. */
  BACK,
  /** A step that leaves others out; needs a reason, and somebody entitled to it. */
  SKIP,
  /** Not possible. */
  NONE;

  private static final ImmutableTable<Phase, Phase, Move> LEGAL =
      ImmutableTable.<Phase, Phase, Move>builder()
          .put(IDENTIFICATION, CONTAINMENT, NEXT)
          .put(IDENTIFICATION, ERADICATION, SKIP)
          .put(IDENTIFICATION, RECOVERY, SKIP)
          .put(IDENTIFICATION, POST_INCIDENT, SKIP)
          .put(CONTAINMENT, IDENTIFICATION, BACK)
          .put(CONTAINMENT, ERADICATION, NEXT)
          .put(CONTAINMENT, RECOVERY, SKIP)
          .put(ERADICATION, IDENTIFICATION, BACK)
          .put(ERADICATION, CONTAINMENT, BACK)
          .put(ERADICATION, RECOVERY, NEXT)
          .put(RECOVERY, IDENTIFICATION, BACK)
          .put(RECOVERY, CONTAINMENT, BACK)
          .put(RECOVERY, ERADICATION, BACK)
          .put(RECOVERY, POST_INCIDENT, NEXT)
          .put(POST_INCIDENT, IDENTIFICATION, BACK)
          .put(POST_INCIDENT, RECOVERY, SKIP)
          .buildOrThrow();

  private static final ImmutableTable<Phase, Disposition, Move> ENDINGS = endings();

  /** The phases in which a closed incident may be taken up again. */
  public static final ImmutableSet<Phase> REOPENING =
      ImmutableSet.of(IDENTIFICATION, POST_INCIDENT);

  static Move between(Phase from, Phase to) {
    var move = LEGAL.get(from, to);
    return move == null ? NONE : move;
  }

  /** Returns how an incident in the phase may end in the disposition. */
  public static Move ending(Phase from, Disposition as) {
    var move = ENDINGS.get(from, as);
    return move == null ? NONE : move;
  }

  private static ImmutableTable<Phase, Disposition, Move> endings() {
    var table =
        ImmutableTable.<Phase, Disposition, Move>builder()
            .put(IDENTIFICATION, Disposition.FALSE_POSITIVE, NEXT)
            .put(IDENTIFICATION, Disposition.AUTHORIZED_TEST, NEXT)
            .put(POST_INCIDENT, Disposition.RESOLVED, NEXT);
    for (Phase phase : Arrays.asList(Phase.values()).subList(1, Phase.values().length)) {
      table.put(phase, Disposition.HANDED_OVER, SKIP);
    }
    return table.buildOrThrow();
  }
}
