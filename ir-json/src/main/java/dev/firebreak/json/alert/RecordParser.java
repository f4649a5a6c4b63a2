package dev.firebreak.json.alert;

import static java.util.stream.Collectors.joining;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.Alert;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes an answer of the text of one record. */
final class RecordParser {
  private static final int MAX_REASON = 500;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(Alert.MAX_RAW)
                          .maxNameLength(Alert.MAX_RAW)
                          .maxNumberLength(40)
                          .build())
                  .build())
          .build();

  /** Finds where records start and end, also around those that will be refused. */
  private static final JsonFactory LENIENT =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10_000)
                  .maxStringLength(DocumentRecords.MAX_FILE)
                  .maxNameLength(DocumentRecords.MAX_FILE)
                  .maxNumberLength(DocumentRecords.MAX_FILE)
                  .build())
          .build();

  private final ImmutableList<AlertReader> readers;

  RecordParser(ImmutableList<AlertReader> readers) {
    this.readers = readers;
  }

  static JsonParser lenient(String text) {
    return LENIENT.createParser(ObjectReadContext.empty(), text);
  }

  /** Returns under which keys any of the products keeps a list of records. */
  ImmutableSet<String> lists() {
    return readers.stream()
        .flatMap(reader -> reader.lists().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns the text that the bytes are.
   *
   * @throws CharacterCodingException if they are not UTF-8
   */
  static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Returns what becomes of the record that is written so. */
  AlertRecord parse(String text, Place place) {
    JsonNode record;
    try {
      record = MAPPER.readTree(text);
    } catch (JacksonException e) {
      return refused(place, broken(e));
    }
    if (!record.isObject()) {
      return refused(place, "a record must be a JSON object but is " + Fields.kind(record));
    }
    for (AlertReader reader : readers) {
      if (reader.recognises(record)) {
        return read(reader, record, text, place);
      }
    }
    return refused(place, "is of no known format; known are " + names());
  }

  private static AlertRecord read(AlertReader reader, JsonNode record, String text, Place place) {
    try {
      return reader.read(record, text, place);
    } catch (IllegalArgumentException e) {
      return refused(place, reader.source() + ": " + e.getMessage());
    }
  }

  private String names() {
    return readers.stream().map(AlertReader::source).collect(joining(", "));
  }

  /** Returns what is wrong with a JSON text, and where. */
  static String broken(JacksonException e) {
    var location = e.getLocation();
    var column = location == null ? "" : ", at column " + location.getColumnNr();
    return "is not a JSON record: " + e.getOriginalMessage() + column;
  }

  /** Refuses a record; what it says itself may be in the reason, so that is made fit to show. */
  static AlertRecord refused(Place place, String reason) {
    var shown = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) + "…" : reason;
    return new AlertRecord.Refused(
        place, Fields.wellFormed(CharMatcher.javaIsoControl().replaceFrom(shown, '?')));
  }
}
