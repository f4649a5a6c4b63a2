package dev.firebreak.playbook;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.firebreak.phase.Phase;
import dev.firebreak.scope.AssetState;
import dev.firebreak.triage.Verdict;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The words of an incident that expressions know. */
enum Known {
  SEVERITY("severity", Argument.NONE, (facts, of) -> facts.severity()),
  CATEGORY("category", Argument.NONE, (facts, of) -> facts.category()),
  IS_OF("isOf", Argument.NEEDED, (facts, of) -> facts.isOf(of)),
  PHASE("phase", Argument.NONE, (facts, of) -> facts.phase()),
  VERDICT("verdict", Argument.NONE, (facts, of) -> facts.verdict()),
  ASSETS("assets", Argument.POSSIBLE, (facts, of) -> facts.assets(of.isEmpty() ? null : of)),
  ASSETS_BELOW("assetsBelow", Argument.NEEDED, (facts, of) -> facts.assetsBelow(of)),
  OBSERVABLES("observables", Argument.NONE, (facts, of) -> facts.observables()),
  EVIDENCE("evidence", Argument.NONE, (facts, of) -> facts.evidence()),
  HAS_EVIDENCE("hasEvidence", Argument.NEEDED, (facts, of) -> facts.hasEvidence(of)),
  DATA_RECORDS("dataRecords", Argument.NONE, (facts, of) -> facts.dataRecords()),
  DATA_PERSONS("dataPersons", Argument.NONE, (facts, of) -> facts.dataPersons());

  static final ImmutableMap<String, Known> BY_WORD =
      Maps.uniqueIndex(Arrays.asList(values()), known -> known.word);

  private static final ImmutableList<String> PHASES = names(Phase.values());
  private static final ImmutableList<String> VERDICTS = names(Verdict.values());
  private static final ImmutableList<String> STATES = names(AssetState.values());

  private final String word;
  private final Argument argument;

  @SuppressWarnings("ImmutableEnumChecker") // readings are lambdas that keep nothing
  private final Reading reading;

  /** Whether a text in brackets follows. */
  enum Argument {
    NONE,
    POSSIBLE,
    NEEDED
  }

  /** Reads the value; what stands in brackets is empty if nothing does. */
  @FunctionalInterface
  private interface Reading {
    @Nullable Object of(Facts facts, String argument);
  }

  Known(String word, Argument argument, Reading reading) {
    this.word = word;
    this.argument = argument;
    this.reading = reading;
  }

  /** Returns a constant as plans write it. */
  static String nameOf(Enum<?> constant) {
    return Ascii.toLowerCase(constant.name()).replace('_', '-');
  }

  private static ImmutableList<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Known::nameOf).collect(toImmutableList());
  }

  String word() {
    return word;
  }

  Argument argument() {
    return argument;
  }

  /** Returns what may stand in brackets, null if any text may. */
  @Nullable ImmutableList<String> arguments() {
    return this == ASSETS_BELOW ? STATES : null;
  }

  @Nullable Object value(Facts facts, String argument) {
    return reading.of(facts, argument);
  }

  Kind kind(Vocabulary vocabulary) {
    return switch (this) {
      case SEVERITY -> new Kind("a severity", vocabulary.levels(), true);
      case PHASE -> new Kind("a phase", PHASES, true);
      case VERDICT -> new Kind("a verdict", VERDICTS, false);
      case CATEGORY -> Kind.TEXT;
      case IS_OF, HAS_EVIDENCE -> Kind.FLAG;
      case ASSETS, ASSETS_BELOW, OBSERVABLES, EVIDENCE, DATA_RECORDS, DATA_PERSONS -> Kind.NUMBER;
    };
  }

  /** Returns the words of which one comes before another, null if there are none. */
  @Nullable ImmutableList<String> order(Facts facts) {
    return this == SEVERITY ? facts.levels() : this == PHASE ? PHASES : null;
  }
}
