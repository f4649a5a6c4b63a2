package dev.firebreak.json;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonGeneratorBase;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DatabindException;

/**
 * The text of an object while it is read.
 *
 * <p>Exact, where the parser tells its input: that of {@link FirebreakJson} does for bytes and for
 * short strings. Else the tokens are recorded: the same, but for white space and needless escapes.
 */
final class Source {
  private static final JsonFactory FACTORY = FirebreakJson.factory();

  private final JsonParser parser;
  private final @Nullable Object content;
  private final long start;

  private Source(JsonParser parser, @Nullable Object content, long start) {
    this.parser = parser;
    this.content = content;
    this.start = start;
  }

  /** Returns the source of the object that the parser has just stepped into. */
  static Source at(JsonParser parser) {
    var place = parser.currentTokenLocation();
    var reference = place.contentReference();
    var content = reference.getRawContent();
    if (content instanceof byte[] && place.getByteOffset() >= 0) {
      return new Source(parser, content, place.getByteOffset() + reference.contentOffset());
    }
    if (content instanceof String && place.getCharOffset() >= 0) {
      return new Source(parser, content, place.getCharOffset());
    }
    return new Source(new Recorder(parser), null, 0);
  }

  /** Returns the parser to go on with. */
  JsonParser parser() {
    return parser;
  }

  /**
   * Returns the text, once the parser has come to the object's end.
   *
   * @throws DatabindException if it is not what a strict reader would read
   */
  String text() {
    var text = read();
    try (var check = parser(text)) {
      var strict = Reading.strict(check);
      while (check.nextToken() != null) {
        if (check.currentToken() == JsonToken.PROPERTY_NAME
            || check.currentToken() == JsonToken.VALUE_STRING) {
          strict.checked(check.getString());
        }
      }
    } catch (JacksonException e) {
      throw DatabindException.from(parser, e.getOriginalMessage(), e);
    }
    return text;
  }

  private String read() {
    var end = parser.currentLocation();
    if (content instanceof byte[] bytes) {
      long to = end.getByteOffset() + end.contentReference().contentOffset();
      return new String(bytes, (int) start, (int) (to - start), StandardCharsets.UTF_8);
    }
    if (content instanceof String string) {
      return string.substring((int) start, (int) end.getCharOffset());
    }
    return ((Recorder) parser).recorded();
  }

  /** Returns a strict parser of a text. */
  static JsonParser parser(String text) {
    return FACTORY.createParser(ObjectReadContext.empty(), text);
  }

  /** Writes a text that is JSON: as it is, or as its tokens if the output is not text. */
  static void copy(String text, JsonGenerator to) {
    if (to instanceof JsonGeneratorBase) {
      to.writeRawValue(text);
      return;
    }
    try (var parser = parser(text)) {
      parser.nextToken();
      to.copyCurrentStructure(parser);
    }
  }

  /** Writes down all tokens of an object that it gives. */
  private static final class Recorder extends JsonParserDelegate {
    private final StringWriter text = new StringWriter();
    private final JsonGenerator record = FACTORY.createGenerator(ObjectWriteContext.empty(), text);

    Recorder(JsonParser parser) {
      super(parser);
      record.writeStartObject();
    }

    String recorded() {
      record.close();
      return text.toString();
    }

    @Override
    public @Nullable JsonToken nextToken() {
      var token = super.nextToken();
      if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
        record.writeNumber(getString());
      } else if (token == JsonToken.VALUE_EMBEDDED_OBJECT) {
        throw DatabindException.from(delegate, "expected JSON but found an object of Java");
      } else if (token != null) {
        record.copyCurrentEvent(delegate);
      }
      return token;
    }

    @Override
    public JsonParser skipChildren() {
      if (currentToken() != JsonToken.START_OBJECT && currentToken() != JsonToken.START_ARRAY) {
        return this;
      }
      int open = 1;
      while (open > 0) {
        var token = nextToken();
        if (token == null) {
          return this;
        }
        open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      }
      return this;
    }
  }
}
