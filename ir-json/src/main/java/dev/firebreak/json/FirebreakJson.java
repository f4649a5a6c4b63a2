package dev.firebreak.json;

import dev.firebreak.incident.Concepts;
import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The strict mapper: what it reads is what was written, or an error that tells the place.
 *
 * <p>One document is one value. A document has at most 16,777,216 bytes or characters and 2,097,152
 * tokens, 32 levels, strings of 1,048,576 characters, names of 1,024 and numbers of 40. A name that
 * is there twice, text after the value, and half a surrogate pair are refused.
 */
public final class FirebreakJson {
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxDocumentLength(1 << 24)
          .maxTokenCount(1 << 21)
          .maxNestingDepth(32)
          .maxStringLength(Text.MAX_LENGTH)
          .maxNameLength(1024)
          .maxNumberLength(40)
          .build();

  private FirebreakJson() {}

  /**
   * Returns a mapper for events, facts, alerts and identifiers.
   *
   * <p>Safe for use by several threads, and costly to build: keep it.
   *
   * @param concepts the concepts whose facts it knows; the intake's are added
   * @throws IllegalArgumentException as the module's constructor does
   */
  public static JsonMapper mapper(Concepts concepts) {
    return JsonMapper.builder(factory())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .addModule(new FirebreakModule(concepts))
        .build();
  }

  /** Returns a factory of strict parsers, which know their input but do not show it. */
  static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(LIMITS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .errorReportConfiguration(
            ErrorReportConfiguration.builder()
                .maxRawContentLength(0)
                .maxErrorTokenLength(40)
                .build())
        .build();
  }
}
