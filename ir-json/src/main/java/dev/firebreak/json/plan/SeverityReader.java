package dev.firebreak.json.plan;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.plan.LevelRule;
import dev.firebreak.severity.Extent;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.NcissScale;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.sharing.Audience;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way from impact to severity, as a file gives it.
 *
 * @param majorFrom from which severity an incident is major
 * @param nciss from which NCISS score on an incident has which severity, null if not given
 * @param rules what a severity brings
 */
record SeverityReader(
    SeverityMatrix matrix,
    Severity majorFrom,
    @Nullable NcissScale nciss,
    ImmutableList<LevelRule> rules) {
  static final Shape<SeverityReader> SHAPE =
      new Shape<>(
          "an object with levels, majorFrom, matrix, nciss and rules", SeverityReader::read);

  /** The matrix that is ready. */
  private static final String NIST_SCALES = "nist-scales";

  private static final Shape<Extent> EXTENT =
      new Shape<>("how many assets, accounts or records at least", SeverityReader::extent);
  private static final Shape<ImmutableSet<String>> LEVELS =
      Shape.oneOrMore(Shape.checked("the name of a level", name -> new Severity(name, 1).name()));

  /** Returns something to go on with where the file says nothing that can be read. */
  static SeverityReader standIn() {
    var levels = SeverityMatrix.levels("unknown");
    var row =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0));
    return new SeverityReader(
        new SeverityMatrix(levels, ImmutableList.of(row)), levels.get(0), null, ImmutableList.of());
  }

  private static Optional<SeverityReader> read(Node node, Problems problems) {
    var before = problems.count();
    var form =
        Form.of(
            node, problems, SHAPE.expected(), "levels", "majorFrom", "matrix", "nciss", "rules");
    var names = form.required("levels", LEVELS);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    var levels = SeverityMatrix.levels(names.get().toArray(new String[0]));
    var level =
        Shape.among(levels.stream().collect(toImmutableMap(Severity::name, Function.identity())));
    var majorFrom = form.required("majorFrom", level);
    var matrix = form.required("matrix", matrix(levels, level, before));
    var nciss = form.optional("nciss", nciss(levels));
    var rules = form.optional("rules", rules(level));
    return form.build(
        () ->
            new SeverityReader(
                matrix.orElseThrow(),
                majorFrom.orElseThrow(),
                nciss.orElse(null),
                rules.orElse(ImmutableList.of())));
  }

  private static Shape<NcissScale> nciss(ImmutableList<Severity> levels) {
    var names = levels.stream().map(Severity::name).toArray(String[]::new);
    var expected = "an object with the least NCISS score of each severity";
    return new Shape<>(
        expected,
        (node, problems) -> {
          var form = Form.of(node, problems, expected, names);
          var from = ImmutableMap.<Severity, Double>builder();
          for (Severity level : levels) {
            form.optional(level.name(), Shape.SCORE).ifPresent(score -> from.put(level, score));
          }
          return form.build(() -> new NcissScale(from.buildOrThrow()));
        });
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
    var rows = Shape.listOf("a list of rows, the last with just a level, or nist-scales", row);
    return new Shape<>(
        rows.expected(),
        (node, problems) -> {
          if (node instanceof Node.Scalar word && word.text().equals(NIST_SCALES)) {
            return ready(word, levels, problems);
          }
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

  private static Optional<SeverityMatrix> ready(
      Node node, ImmutableList<Severity> levels, Problems problems) {
    var matrix = SeverityMatrix.ofNistScales();
    if (matrix.levels().equals(levels)) {
      return Optional.of(matrix);
    }
    problems.add(
        node.place(), NIST_SCALES + " is for the levels " + Joiner.on(", ").join(matrix.names()));
    return Optional.empty();
  }

  private static Optional<SeverityMatrix.Row> row(
      Node node, Problems problems, Shape<Severity> shape) {
    var form =
        Form.of(
            node,
            problems,
            "a row",
            "functional",
            "information",
            "recoverability",
            "extent",
            "level");
    var functional = form.optional("functional", scale(FunctionalImpact.class));
    var information = form.optional("information", scale(InformationImpact.class));
    var recoverability = form.optional("recoverability", scale(Recoverability.class));
    var extent = form.optional("extent", EXTENT);
    var level = form.required("level", shape);
    return form.build(
        () ->
            new SeverityMatrix.Row(
                functional.orElse(ImmutableSet.of()),
                information.orElse(ImmutableSet.of()),
                recoverability.orElse(ImmutableSet.of()),
                extent.orElse(null),
                level.orElseThrow()));
  }

  private static Optional<Extent> extent(Node node, Problems problems) {
    var form = Form.of(node, problems, EXTENT.expected(), "assets", "accounts", "records");
    var assets = form.optional("assets", Shape.AMOUNT);
    var accounts = form.optional("accounts", Shape.AMOUNT);
    var records = form.optional("records", Shape.AMOUNT);
    return form.build(() -> new Extent(assets.orElse(0L), accounts.orElse(0L), records.orElse(0L)));
  }

  private static <E extends Enum<E>> Shape<ImmutableSet<E>> scale(Class<E> type) {
    return Shape.oneOrMore(Shape.oneOf(type));
  }
}
