package dev.firebreak.json.plan;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.plan.LevelRule;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way from impact to severity, as a file gives it.
 *
 * @param majorFrom from which severity an incident is major
 * @param rules what a severity brings
 */
record SeverityReader(SeverityMatrix matrix, Severity majorFrom, ImmutableList<LevelRule> rules) {
  static final Shape<SeverityReader> SHAPE =
      new Shape<>("an object with levels, majorFrom, matrix and rules", SeverityReader::read);

  private static final Shape<ImmutableSet<String>> LEVELS =
      Shape.oneOrMore(Shape.checked("the name of a level", name -> new Severity(name, 1).name()));

  /** Returns something to go on with where the file says nothing that can be read. */
  static SeverityReader standIn() {
    var levels = SeverityMatrix.levels("unknown");
    var row =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0));
    return new SeverityReader(
        new SeverityMatrix(levels, ImmutableList.of(row)), levels.get(0), ImmutableList.of());
  }

  private static Optional<SeverityReader> read(Node node, Problems problems) {
    var before = problems.count();
    var form = Form.of(node, problems, SHAPE.expected(), "levels", "majorFrom", "matrix", "rules");
    var names = form.required("levels", LEVELS);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    var levels = SeverityMatrix.levels(names.get().toArray(new String[0]));
    var level =
        Shape.among(levels.stream().collect(toImmutableMap(Severity::name, Function.identity())));
    var majorFrom = form.required("majorFrom", level);
    var matrix = form.required("matrix", matrix(levels, level, before));
    var rules = form.optional("rules", rules(level));
    return form.build(
        () ->
            new SeverityReader(
                matrix.orElseThrow(), majorFrom.orElseThrow(), rules.orElse(ImmutableList.of())));
  }

  private static Shape<ImmutableList<LevelRule>> rules(Shape<Severity> level) {
    return Shape.listOf(
        "a list of rules, what a severity brings",
        new Shape<>("a rule", (node, problems) -> rule(node, problems, level)));
  }

  private static Optional<LevelRule> rule(Node node, Problems problems, Shape<Severity> level) {
    var form = Form.of(node, problems, "a rule", "from", "calls", "tells");
    var from = form.required("from", level);
    var calls = form.optional("calls", Shape.oneOrMore(PlaybookReader.ROLE));
    var tells = form.optional("tells", Shape.oneOrMore(Shape.oneOf(Audience.class)));
    return form.build(
        () ->
            new LevelRule(
                from.orElseThrow(),
                calls.orElse(ImmutableSet.of()),
                tells.orElse(ImmutableSet.of())));
  }

  private static Shape<SeverityMatrix> matrix(
      ImmutableList<Severity> levels, Shape<Severity> level, int before) {
    var row =
        new Shape<SeverityMatrix.Row>("a row", (node, problems) -> row(node, problems, level));
    var rows = Shape.listOf("a list of rows, the last with just a level", row);
    return new Shape<>(
        rows.expected(),
        (node, problems) -> {
          var read = rows.read(node, problems);
          if (read.isEmpty() || problems.count() > before) {
            return Optional.empty();
          }
          try {
            return Optional.of(new SeverityMatrix(levels, read.get()));
          } catch (IllegalArgumentException e) {
            problems.add(node.place(), String.valueOf(e.getMessage()));
            return Optional.empty();
          }
        });
  }

  private static Optional<SeverityMatrix.Row> row(
      Node node, Problems problems, Shape<Severity> shape) {
    var form =
        Form.of(node, problems, "a row", "functional", "information", "recoverability", "level");
    var functional = form.optional("functional", scale(FunctionalImpact.class));
    var information = form.optional("information", scale(InformationImpact.class));
    var recoverability = form.optional("recoverability", scale(Recoverability.class));
    var level = form.required("level", shape);
    return form.build(
        () ->
            new SeverityMatrix.Row(
                functional.orElse(ImmutableSet.of()),
                information.orElse(ImmutableSet.of()),
                recoverability.orElse(ImmutableSet.of()),
                level.orElseThrow()));
  }

  private static <E extends Enum<E>> Shape<ImmutableSet<E>> scale(Class<E> type) {
    return Shape.oneOrMore(Shape.oneOf(type));
  }
}
