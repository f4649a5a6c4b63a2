package dev.firebreak.json.alert;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterators;
import dev.firebreak.alert.Alert;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * The records of JSON documents, each with its text exactly as it stands.
 *
 * <p>A first pass only finds where records start and end, so that one which is refused does not
 * keep the next from being read.
 */
final class DocumentRecords extends AbstractIterator<AlertRecord> {
  /** The largest file, in bytes. */
  static final int MAX_FILE = 64 << 20;

  private final String file;
  private final String text;
  private final RecordParser records;
  private final ImmutableSet<String> lists;
  private final JsonParser parser;
  private long number;
  private boolean broken;

  private DocumentRecords(String file, String text, RecordParser records) {
    this.file = file;
    this.text = text;
    this.records = records;
    this.lists = records.lists();
    this.parser = RecordParser.lenient(text);
  }

  static Iterator<AlertRecord> of(String file, InputStream in, RecordParser records)
      throws IOException {
    var start = new Place(file, 1, 0);
    var bytes = in.readNBytes(MAX_FILE + 1);
    if (bytes.length > MAX_FILE) {
      return Iterators.singletonIterator(
          RecordParser.refused(
              start,
              "a JSON document must have at most "
                  + MAX_FILE
                  + " bytes; more is read as one record in each line"));
    }
    try {
      return new DocumentRecords(file, RecordParser.decode(bytes), records);
    } catch (CharacterCodingException e) {
      return Iterators.singletonIterator(RecordParser.refused(start, "is not UTF-8"));
    }
  }

  @Override
  protected @Nullable AlertRecord computeNext() {
    try {
      AlertRecord record = null;
      while (!broken && record == null && parser.nextToken() != null) {
        record = atToken();
      }
      return record == null ? endOfData() : record;
    } catch (JacksonException e) {
      broken = true;
      var line = parser.currentLocation().getLineNr();
      return RecordParser.refused(
          new Place(file, line, number + 1), RecordParser.broken(e) + "; what follows is not read");
    }
  }

  /** Returns the record that stands here, null if this only opens or closes a list. */
  private @Nullable AlertRecord atToken() {
    var token = parser.currentToken();
    if (token == JsonToken.PROPERTY_NAME) {
      entersList();
      return null;
    }
    if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
      return null;
    }
    var outside = parser.streamReadContext().getParent();
    boolean outermost = outside != null && outside.inRoot();
    if (token == JsonToken.START_ARRAY && outermost) {
      return null;
    }
    var start = parser.currentTokenLocation();
    if (token == JsonToken.START_OBJECT && outermost) {
      return objectHasList() ? null : record(start);
    }
    parser.skipChildren();
    parser.finishToken(); // text is read late: one that breaks off is broken, not a single value
    return record(start);
  }

  /** Goes to the first list in the object that starts here, or to the end of the object. */
  private boolean objectHasList() {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      if (entersList()) {
        return true;
      }
    }
    return false;
  }

  /** Goes into the value of the property if it is a list of records, and past it otherwise. */
  private boolean entersList() {
    boolean named = lists.contains(parser.currentName());
    if (parser.nextToken() == JsonToken.START_ARRAY && named) {
      return true;
    }
    parser.skipChildren();
    return false;
  }

  /** Returns what the record is that goes from there to where the parser stands. */
  private AlertRecord record(TokenStreamLocation start) {
    var place = new Place(file, start.getLineNr(), ++number);
    if (!parser.currentToken().isStructEnd()) {
      return RecordParser.refused(place, "a record must be a JSON object but is a single value");
    }
    long end = parser.currentLocation().getCharOffset();
    long length = end - start.getCharOffset();
    return length > Alert.MAX_RAW
        ? RecordParser.refused(
            place, "a record must have at most " + Alert.MAX_RAW + " characters but has " + length)
        : records.parse(text.substring((int) start.getCharOffset(), (int) end), place);
  }
}
