package dev.firebreak.examples.benchmarks;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.firebreak.phase.Phase;

/** The mandatory tasks by phase, as plain text. */
final class Tasks {
  /** The phases of response, each with the three tasks without which it is not left. */
  static final ImmutableMap<Phase, ImmutableList<String>> BY_PHASE =
      ImmutableMap.of(
          Phase.IDENTIFICATION, three("identify"),
          Phase.CONTAINMENT, three("contain"),
          Phase.ERADICATION, three("eradicate"),
          Phase.RECOVERY, three("recover"));

  private static final ImmutableMap<Phase, Phase> AFTER =
      ImmutableMap.of(
          Phase.IDENTIFICATION, Phase.CONTAINMENT,
          Phase.CONTAINMENT, Phase.ERADICATION,
          Phase.ERADICATION, Phase.RECOVERY,
          Phase.RECOVERY, Phase.POST_INCIDENT);

  private static final ImmutableMap<Phase, ImmutableSet<String>> BEFORE =
      Maps.toMap(AFTER.values(), Tasks::upTo);

  private Tasks() {}

  private static ImmutableList<String> three(String name) {
    return ImmutableList.of(name + "-1", name + "-2", name + "-3");
  }

  private static ImmutableSet<String> upTo(Phase phase) {
    return BY_PHASE.entrySet().stream()
        .filter(entry -> entry.getKey().isBefore(phase))
        .flatMap(entry -> entry.getValue().stream())
        .collect(toImmutableSet());
  }

  /** Returns the tasks of a phase. */
  static ImmutableList<String> of(Phase phase) {
    return requireNonNull(BY_PHASE.get(phase));
  }

  /** Returns the phase that follows. */
  static Phase after(Phase phase) {
    return requireNonNull(AFTER.get(phase));
  }

  /** Returns the tasks before a phase. */
  static ImmutableSet<String> before(Phase phase) {
    return requireNonNull(BEFORE.get(phase));
  }

  /** Returns a name for each of the 25 commands. */
  static ImmutableList<String> causes() {
    var causes = ImmutableList.<String>builder();
    for (int i = 1; i <= 25; i++) {
      causes.add("c-" + i);
    }
    return causes.build();
  }
}
