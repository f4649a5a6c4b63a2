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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

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
  private static final String EXPECTED =
      "an object with levels, majorFrom, matrix, nciss and rules";

  /** The matrix that is ready. */
  private static final String NIST_SCALES = "nist-scales";

  private static final Shape<Extent> EXTENT = extent();
  private static final Shape<ImmutableList<String>> LEVELS =
      Shape.inOrder(
          Shape.name("the name of a level", name -> new Severity(name, 1).name(), name -> name));

  static final Shape<SeverityReader> SHAPE =
      new Shape<>(
          EXPECTED,
          SeverityReader::read,
          severity -> new Parts(severity.matrix().levels(), 0).fields.write(severity),
          schema -> new Parts(ImmutableList.of(), 0).fields.describe(schema));

  /** Returns something to go on with where the file says nothing that can be read. */
  static SeverityReader standIn() {
    var levels = SeverityMatrix.levels("unknown");
    var row =
        new SeverityMatrix.Row(
            ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), levels.get(0));
    return new SeverityReader(
        new SeverityMatrix(levels, ImmutableList.of(row)), levels.get(0), null, ImmutableList.of());
  }

  /** Returns a level of the plan by its name. */
  static Shape<Severity> level(ImmutableList<Severity> levels) {
    return Shape.among(
        levels.stream().collect(toImmutableMap(Severity::name, Function.identity())),
        Severity::name);
  }

  /** Reads the levels first, which all else names. */
  private static Optional<SeverityReader> read(Node node, Problems problems) {
    var before = problems.count();
    var names =
        node instanceof Node.Fields fields
            ? fields.find("levels").flatMap(found -> LEVELS.read(found, new Problems("")))
            : Optional.<ImmutableList<String>>empty();
    if (names.filter(found -> problems.count() == before).isEmpty()) {
      var parts = new Parts(ImmutableList.of(), before);
      parts.fields.form(node, problems).read(parts.levels);
      return Optional.empty();
    }
    var levels = SeverityMatrix.levels(names.get().toArray(new String[0]));
    var parts = new Parts(levels, before);
    return parts.fields.read(node, problems, parts::made);
  }

  /** What it is made of, over these levels. */
  private static final class Parts {
    private final Fields<SeverityReader> fields = Fields.of(EXPECTED);
    private final Fields.Field<SeverityReader, ImmutableList<String>> levels =
        fields.required("levels", LEVELS, severity -> severity.matrix().names());
    private final Fields.Field<SeverityReader, Severity> majorFrom;
    private final Fields.Field<SeverityReader, SeverityMatrix> matrix;
    private final Fields.Field<SeverityReader, NcissScale> nciss;
    private final Fields.Field<SeverityReader, ImmutableList<LevelRule>> rules;

    /**
     * Makes them.
     *
     * @param before how many problems there were before
     */
    Parts(ImmutableList<Severity> known, int before) {
      var level = level(known);
      var brings = Shape.listOf("a list of rules, what a severity brings", rule(level));
      majorFrom = fields.required("majorFrom", level, SeverityReader::majorFrom);
      matrix =
          fields.required(
              "matrix", SeverityReader.matrix(known, level, before), SeverityReader::matrix);
      nciss = fields.optional("nciss", SeverityReader.nciss(known), SeverityReader::nciss);
      rules = fields.optional("rules", brings, SeverityReader::rules);
    }

    SeverityReader made(Fields.Values values) {
      return new SeverityReader(
          values.get(matrix),
          values.get(majorFrom),
          values.orNull(nciss),
          values.get(rules, ImmutableList.of()));
    }
  }

  private static Shape<NcissScale> nciss(ImmutableList<Severity> levels) {
    var expected = "an object with the least NCISS score of each severity";
    var names = levels.stream().map(Severity::name).toArray(String[]::new);
    return new Shape<>(
        expected,
        (node, problems) -> {
          var form = Form.of(node, problems, expected, names);
          var from = ImmutableMap.<Severity, Double>builder();
          for (Severity level : levels) {
            form.optional(level.name(), Shape.SCORE).ifPresent(score -> from.put(level, score));
          }
          return form.build(() -> new NcissScale(from.buildOrThrow()));
        },
        scale -> {
          var written = JsonNodeFactory.instance.objectNode();
          scale.from().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .forEach(entry -> written.put(entry.getKey().name(), entry.getValue()));
          return written;
        },
        schema ->
            Schema.named(expected, Shape.IDENTIFIER, Shape.SCORE.describe(schema))
                .put("minProperties", 1));
  }

  private static Shape<LevelRule> rule(Shape<Severity> level) {
    var fields = Fields.<LevelRule>of("a rule");
    var from = fields.required("from", level, LevelRule::from);
    var calls = fields.optional("calls", Shape.oneOrMore(PlaybookReader.ROLE), LevelRule::calls);
    var tells =
        fields.optional("tells", Shape.oneOrMore(Shape.oneOf(Audience.class)), LevelRule::tells);
    return fields.made(
        values ->
            new LevelRule(
                values.get(from),
                values.get(calls, ImmutableSet.of()),
                values.get(tells, ImmutableSet.of())));
  }

  private static Shape<SeverityMatrix> matrix(
      ImmutableList<Severity> levels, Shape<Severity> level, int before) {
    var rows =
        Shape.listOf("a list of rows, the last with just a level, or nist-scales", row(level));
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
        },
        matrix ->
            matrix.equals(SeverityMatrix.ofNistScales())
                ? JsonNodeFactory.instance.stringNode(NIST_SCALES)
                : rows.write(matrix.rows()),
        schema ->
            Schema.either(
                rows.expected(),
                JsonNodeFactory.instance.objectNode().put("const", NIST_SCALES),
                rows.describe(schema).put("minItems", 1)));
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

  private static Shape<SeverityMatrix.Row> row(Shape<Severity> shape) {
    var fields = Fields.<SeverityMatrix.Row>of("a row");
    var functional =
        fields.optional(
            "functional", scale(FunctionalImpact.class), SeverityMatrix.Row::functional);
    var information =
        fields.optional(
            "information", scale(InformationImpact.class), SeverityMatrix.Row::information);
    var recoverability =
        fields.optional(
            "recoverability", scale(Recoverability.class), SeverityMatrix.Row::recoverability);
    var extent = fields.optional("extent", EXTENT, SeverityMatrix.Row::atLeast);
    var level = fields.required("level", shape, SeverityMatrix.Row::level);
    return fields.made(
        values ->
            new SeverityMatrix.Row(
                values.get(functional, ImmutableSet.of()),
                values.get(information, ImmutableSet.of()),
                values.get(recoverability, ImmutableSet.of()),
                values.orNull(extent),
                values.get(level)));
  }

  /** An extent of nothing is written as an object without fields. */
  private static Shape<Extent> extent() {
    var fields = Fields.<Extent>of("how many assets, accounts or records at least");
    var assets = fields.optional("assets", Shape.AMOUNT, extent -> some(extent.assets()));
    var accounts = fields.optional("accounts", Shape.AMOUNT, extent -> some(extent.accounts()));
    var records = fields.optional("records", Shape.AMOUNT, extent -> some(extent.records()));
    return fields.made(
        values ->
            new Extent(values.get(assets, 0L), values.get(accounts, 0L), values.get(records, 0L)));
  }

  private static @Nullable Long some(long amount) {
    return amount == 0 ? null : amount;
  }

  private static <E extends Enum<E>> Shape<ImmutableSet<E>> scale(Class<E> type) {
    return Shape.oneOrMore(Shape.oneOf(type));
  }
}
