package dev.firebreak.json.plan;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Parses a plan file into nodes, within limits, and without what makes YAML surprising. */
final class NodeParser {
  /** How deep a value may be nested. */
  static final int DEEPEST = 32;

  /** How many values a file may have. */
  static final int MOST_VALUES = 10_000;

  private static final ErrorReportConfiguration SHORT =
      ErrorReportConfiguration.builder().maxErrorTokenLength(40).build();

  /** Lengths are checked here, so that a problem is found in our words and with its place. */
  private static final StreamReadConstraints OURS =
      StreamReadConstraints.builder()
          .maxNumberLength(Source.MOST)
          .maxNameLength(Source.MOST)
          .maxStringLength(Source.MOST)
          .build();

  private static final TokenStreamFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(OURS)
          .errorReportConfiguration(SHORT)
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .build();
  private static final TokenStreamFactory YAML = YAMLFactory.builder().build();

  private final Source source;
  private final PlanFormat format;
  private final Problems problems;
  private final JsonParser parser;
  private int values;

  private NodeParser(Source source, PlanFormat format, Problems problems) {
    this.source = source;
    this.format = format;
    this.problems = problems;
    this.parser =
        switch (format) {
          case JSON -> JSON.createParser(ObjectReadContext.empty(), source.text());
          case YAML -> YAML.createParser(ObjectReadContext.empty(), new PairReader(source.text()));
        };
  }

  /**
   * Returns the root of the file.
   *
   * @param what what the file holds, plan or playbook
   * @throws PlanFileException if it is no YAML or JSON, or goes beyond the limits
   */
  static Node parse(Source source, PlanFormat format, Problems problems, String what) {
    var parser = new NodeParser(source, format, problems);
    try {
      return parser.root(what);
    } catch (JacksonException e) {
      throw parser.syntaxError(e);
    }
  }

  private Node root(String what) {
    var first = parser.nextToken();
    if (first == null) {
      throw problems.fatal(Place.START, "the file is empty, expected a " + what);
    }
    var root = value(first, "the " + what, place(), 1);
    if (parser.nextToken() != null) {
      throw problems.fatal(place(), "there is more after the end of the " + what);
    }
    return root;
  }

  private Node value(JsonToken token, String name, Place place, int depth) {
    if (depth > DEEPEST) {
      throw problems.fatal(place, "values are nested more than " + DEEPEST + " deep");
    }
    if (++values > MOST_VALUES) {
      throw problems.fatal(place, "there are more than " + MOST_VALUES + " values");
    }
    var refused = refused(place);
    var node =
        switch (token) {
          case START_OBJECT -> fields(place, name, depth);
          case START_ARRAY -> items(place, name, depth);
          case VALUE_STRING -> text(place, name);
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(place, name, Node.Scalar.Kind.NUMBER);
          case VALUE_TRUE, VALUE_FALSE -> scalar(place, name, Node.Scalar.Kind.FLAG);
          case VALUE_NULL -> scalar(place, name, Node.Scalar.Kind.NOTHING);
          case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE, PROPERTY_NAME, END_OBJECT, END_ARRAY ->
              new Node.Broken(place, name);
        };
    return refused ? new Node.Broken(place, name) : node;
  }

  private Node fields(Place place, String name, int depth) {
    var fields = ImmutableList.<Node.Field>builder();
    Map<String, Place> seen = new HashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var field = parser.currentName();
      var at = place().in(place, field);
      var shown = Words.quote(field);
      var wanted = !refused(at) && mayBeNamed(at, field) && isFirst(at, shown, seen.get(field));
      var token = parser.nextToken();
      var value = value(token, shown, place().in(place, field), depth + 1);
      if (wanted) {
        seen.put(field, at);
        var key = new Node.Scalar(at, "field name", Node.Scalar.Kind.TEXT, field);
        fields.add(new Node.Field(key, value));
      }
    }
    return new Node.Fields(place, name, fields.build());
  }

  private boolean mayBeNamed(Place at, String field) {
    if (format == PlanFormat.YAML && field.equals("<<")) {
      problems.add(at, "a plan has no merge keys, expected the fields written out");
      return false;
    }
    return isClean(at, "field name", field);
  }

  private boolean isFirst(Place at, String shown, @Nullable Place before) {
    if (before != null) {
      problems.add(at, "field " + shown + " is there twice, first on line " + before.line());
    }
    return before == null;
  }

  private Node items(Place place, String name, int depth) {
    var items = ImmutableList.<Node>builder();
    var list = name.startsWith("item ") ? "a list" : name;
    var index = 0;
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      var at = place().in(place, Integer.toString(index++));
      items.add(value(token, "item " + index + " of " + list, at, depth + 1));
    }
    return new Node.Items(place, name, items.build());
  }

  private Node text(Place place, String name) {
    var left = parser.getString().isEmpty() && "\"'|>".indexOf(source.at(offset())) < 0;
    return scalar(place, name, left ? Node.Scalar.Kind.NOTHING : Node.Scalar.Kind.TEXT);
  }

  private Node scalar(Place place, String name, Node.Scalar.Kind kind) {
    var text = parser.getString();
    return isClean(place, name, text)
        ? new Node.Scalar(place, name, kind, text)
        : new Node.Broken(place, name);
  }

  private boolean isClean(Place place, String name, String text) {
    var unseen = Words.unseen(text, 0);
    if (unseen >= 0) {
      problems.add(place, name + " holds " + Words.name(text.charAt(unseen)));
    }
    if (text.length() > Source.LONGEST_VALUE) {
      problems.add(place, name + " has more than " + Source.LONGEST_VALUE + " characters");
    }
    return unseen < 0 && text.length() <= Source.LONGEST_VALUE;
  }

  /** Reports an anchor, an alias or a tag; no plain value of YAML starts with their marks. */
  private boolean refused(Place place) {
    if (format == PlanFormat.JSON) {
      return false;
    }
    var what =
        switch (source.at(offset())) {
          case '&' -> "anchors, expected the value";
          case '*' -> "aliases, expected the value written out";
          case '!' -> "tags, expected the value";
          default -> "";
        };
    if (!what.isEmpty()) {
      problems.add(place, "a plan has no YAML " + what);
    }
    return !what.isEmpty();
  }

  private int offset() {
    var at = parser.currentTokenLocation().getCharOffset();
    return format == PlanFormat.JSON ? (int) at : source.offset(at);
  }

  private Place place() {
    return source.place(offset());
  }

  private PlanFileException syntaxError(JacksonException e) {
    var cause = e.getCause();
    if (format == PlanFormat.YAML && cause == null) {
      return refused(place())
          ? problems.exception()
          : problems.fatal(place(), "not YAML: a field name must be text");
    }
    var error =
        cause == null
            ? SyntaxError.ofJson(e)
            : SyntaxError.ofYaml(String.valueOf(cause.getMessage()), source);
    return problems.fatal(source.place(error.offset()), error.message());
  }
}
