package dev.firebreak.json.journal;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Event;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Concepts;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal;
import dev.firebreak.journal.JournalException;
import dev.firebreak.json.journal.EventLines.BadLine;
import dev.firebreak.json.journal.LineIndex.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ObjLongConsumer;

/**
 * A journal in a directory of its own: the file {@code journal.jsonl}, one line for each append.
 *
 * <p>An append returns when its line is forced to the disk. After one that failed, no more is taken
 * until the journal is opened anew; what was kept before can still be read. When a journal is
 * opened, a last line without an end is cut off, since its append was never answered; its bytes go
 * to a file {@code journal.jsonl.N.torn}. Any other damage is a reason not to open.
 *
 * <p>Safe for use by several threads of one process, which holds the directory until the journal is
 * closed. An interrupt does not harm it. Events are read from the file; in memory are 20 bytes for
 * each line of a history. File systems other than local ones are not supported.
 */
public final class FileJournal implements Journal {
  /** The name of the file in the directory. */
  public static final String FILE_NAME = "journal.jsonl";

  private final LineFile file;
  private final EventLines lines;
  private final LineIndex index;
  private final long recovered;
  private final LineOutput output;
  private final WriterLock lock;
  private long end;
  private boolean broken;
  private volatile boolean closed;

  private FileJournal(LineFile file, EventLines lines, WriterLock lock, LineOutput.Opener opener)
      throws IOException {
    this.file = file;
    this.lines = lines;
    this.lock = lock;
    this.index = new LineIndex();
    this.recovered = file.recover(this::recover);
    this.output = opener.open(file.path());
  }

  /** Opens the journal in a directory, for incidents of the standard concepts. */
  public static FileJournal open(Path directory) {
    return open(directory, Concepts.STANDARD);
  }

  /**
   * Opens the journal in a directory, which is made if it is missing.
   *
   * @param concepts the concepts whose facts it knows; others are kept as they are written
   * @throws JournalException if the directory cannot be used, another writer has it, or the file
   *     holds what this journal does not write
   */
  public static FileJournal open(Path directory, Concepts concepts) {
    return open(directory, concepts, LineOutput::open);
  }

  static FileJournal open(Path directory, Concepts concepts, LineOutput.Opener opener) {
    try {
      if (Files.exists(directory) && !Files.isDirectory(directory)) {
        throw JournalException.failed(directory + " is not a directory", null);
      }
      var file = LineFile.in(directory.toAbsolutePath(), FILE_NAME);
      return open(file, EventLines.of(concepts), WriterLock.of(directory), opener);
    } catch (IOException e) {
      throw JournalException.failed("the journal in " + directory + " cannot be opened", e);
    }
  }

  private static FileJournal open(
      LineFile file, EventLines lines, WriterLock lock, LineOutput.Opener opener)
      throws IOException {
    boolean opened = false;
    try {
      var journal = new FileJournal(file, lines, lock, opener);
      opened = true;
      return journal;
    } finally {
      if (!opened) {
        lock.close();
      }
    }
  }

  private void recover(long number, Line line, byte[] bytes) {
    try {
      var appends = lines.read(bytes);
      if (!index.follows(appends)) {
        throw damaged("line " + number, "its events do not follow those before");
      }
      index.add(line, appends);
      end += bytes.length;
    } catch (BadLine e) {
      throw damaged("line " + number, e.what());
    }
  }

  private JournalException damaged(String place, String what) {
    return JournalException.failed(file.path() + ", " + place + ": " + what, null);
  }

  /** Returns how many bytes of a torn last line were cut off when the journal was opened. */
  public long recovered() {
    return recovered;
  }

  /**
   * Appends to one history or to several, all or nothing.
   *
   * @throws IllegalArgumentException if there is nothing to append, a history is there twice, an
   *     event could not be read back as it is, or all of them together take more than 16,777,216
   *     bytes
   * @throws JournalException if the storage fails
   */
  @Override
  public Appended append(ImmutableList<Append> appends) {
    Append.check(appends);
    checkOpen();
    if (!index.follows(appends)) {
      return Appended.NOTHING;
    }
    var added = appends.stream().filter(Append::adds).collect(toImmutableList());
    return append(lines.write(added), added, appends);
  }

  private synchronized Appended append(
      byte[] bytes, ImmutableList<Append> added, ImmutableList<Append> appends) {
    checkOpen();
    if (broken) {
      throw JournalException.failed(
          "an append to " + file.path() + " failed; open the journal anew", null);
    }
    if (!index.follows(appends)) {
      return Appended.NOTHING;
    }
    broken = true; // until all of it has gone well
    try {
      output.append(bytes);
    } catch (IOException e) {
      throw JournalException.outcomeUnknown(
          "an append to " + file.path() + " at byte " + end + " failed", e);
    }
    broken = false;
    index.add(new Line(end, bytes.length), added);
    end += bytes.length;
    return Appended.ALL;
  }

  @Override
  public ImmutableList<Event> read(StreamId stream, long after) {
    checkOpen();
    checkArgument(after >= 0, "after must not be negative but was %s", after);
    var found = index.after(stream, after);
    if (found.isEmpty()) {
      return ImmutableList.of();
    }
    var events = ImmutableList.<Event>builder();
    try {
      file.read(found, (line, bytes) -> add(line, bytes, stream, after, events));
    } catch (IOException e) {
      throw JournalException.failed(stream + " cannot be read from " + file.path(), e);
    }
    return events.build();
  }

  private void add(
      Line line, byte[] bytes, StreamId stream, long after, ImmutableList.Builder<Event> events) {
    try {
      lines.read(bytes).stream()
          .filter(append -> append.stream().equals(stream))
          .flatMap(append -> append.events().stream())
          .filter(event -> event.sequence() > after)
          .forEach(events::add);
    } catch (BadLine e) {
      throw damaged("byte " + line.offset(), e.what());
    }
  }

  @Override
  public ImmutableList<StreamId> streams(Tenant tenant, StreamId.Kind kind) {
    checkOpen();
    return index.streams(tenant, kind);
  }

  @Override
  public long changedSince(
      Tenant tenant, StreamId.Kind kind, long mark, ObjLongConsumer<StreamId> each) {
    checkOpen();
    return index.changedSince(tenant, kind, mark).tell(each);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lock) {
      output.close();
    } catch (IOException e) {
      throw JournalException.failed(file.path() + " cannot be closed", e);
    }
  }

  private void checkOpen() {
    checkState(!closed, "the journal in %s is closed", file.path());
  }
}
