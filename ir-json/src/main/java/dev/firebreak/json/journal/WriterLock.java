package dev.firebreak.json.journal;

import dev.firebreak.journal.JournalException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a directory for one writer, among all processes, until it is closed. */
final class WriterLock implements AutoCloseable {
  /**
   * The directories held by this process. They are looked at first: where locks are those of POSIX,
   * opening the file once more and closing it would let go of the lock.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private WriterLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Takes the directory.
   *
   * @throws JournalException if there is another writer
   */
  static WriterLock of(Path directory) throws IOException {
    var real = directory.toRealPath();
    if (!HELD.add(real)) {
      throw taken(directory, "this process");
    }
    boolean held = false;
    try {
      var channel = lock(real, directory);
      held = true;
      return new WriterLock(real, channel);
    } finally {
      if (!held) {
        HELD.remove(real);
      }
    }
  }

  private static FileChannel lock(Path real, Path directory) throws IOException {
    var channel =
        FileChannel.open(
            real.resolve("journal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      held = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      throw taken(directory, "this process");
    } finally {
      if (!held) {
        channel.close();
      }
    }
    if (!held) {
      throw taken(directory, "another process");
    }
    return channel;
  }

  private static JournalException taken(Path directory, String by) {
    return JournalException.failed(
        "the journal in " + directory + " is open in " + by + "; it has one writer at a time",
        null);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(directory);
    }
  }
}
