package dev.firebreak.json.alert;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads a file of alerts, whatever mixture of known formats it holds.
 *
 * <p>A file is either JSON lines, one record in each line, or JSON documents: objects, arrays of
 * objects, or lists as {@link AlertReader#lists()} describes, one after the other and laid out in
 * any way. Which of the two it is shows at its start. All text is UTF-8, with or without a byte
 * order mark.
 *
 * <p>Each record gives one {@link AlertRecord}, in the order of the file; blank lines are none. A
 * broken line refuses that line alone. Where a document is broken, the records before that place
 * are read, and one refusal stands for the rest.
 *
 * <p>Limits: a record has at most 1,048,576 bytes in a line, as many characters in a document; its
 * objects and arrays nest at most 64 deep, its numbers have at most 40 characters, and no key
 * stands twice in an object. A file of documents has at most 67,108,864 bytes; a file of lines may
 * be of any size, since one line at a time is in memory.
 */
public final class AlertFile {
  private static final ImmutableList<AlertReader> STANDARD =
      ImmutableList.of(AlertReader.suricata(), AlertReader.guardDuty());

  private AlertFile() {}

  /** Returns the readers of the formats that this library knows. */
  public static ImmutableList<AlertReader> standardReaders() {
    return STANDARD;
  }

  /**
   * Returns the records of a file, read by the standard readers.
   *
   * @throws IOException as {@link #read(Path, List)} does
   */
  public static Stream<AlertRecord> read(Path file) throws IOException {
    return read(file, STANDARD);
  }

  /**
   * Returns the records of a file; closing the stream closes the file.
   *
   * <p>An error while it is read arrives as an {@link UncheckedIOException} from the stream.
   *
   * @param readers those that are asked, in this order, whether they recognise a record
   * @throws IOException if there is no such file, it is a directory, or it cannot be opened
   */
  public static Stream<AlertRecord> read(Path file, List<AlertReader> readers) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a directory, not a file of alerts");
    }
    var in = Files.newInputStream(file);
    try {
      return read(file.toString(), in, readers);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /**
   * Returns the records of a file, read by the standard readers.
   *
   * @throws IOException as {@link #read(String, InputStream, List)} does
   */
  public static Stream<AlertRecord> read(String name, InputStream in) throws IOException {
    return read(name, in, STANDARD);
  }

  /**
   * Returns the records of what is read; closing the stream closes the input.
   *
   * <p>An error while it is read arrives as an {@link UncheckedIOException} from the stream.
   *
   * @param name the name of the file, for {@link Place}
   * @param readers those that are asked, in this order, whether they recognise a record
   * @throws IOException if the start of the input cannot be read
   */
  public static Stream<AlertRecord> read(String name, InputStream in, List<AlertReader> readers)
      throws IOException {
    var parser = new RecordParser(ImmutableList.copyOf(readers));
    var head = in.readNBytes(Layout.HEAD);
    var layout = Layout.of(head);
    var all = new SequenceInputStream(new ByteArrayInputStream(head), in);
    all.skipNBytes(layout.start());
    var records =
        switch (layout.kind()) {
          case LINES -> new LineRecords(name, all, parser);
          case DOCUMENTS -> DocumentRecords.of(name, all, parser);
        };
    return stream(records).onClose(() -> close(in));
  }

  private static Stream<AlertRecord> stream(Iterator<AlertRecord> records) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(records, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
