package dev.firebreak.json.journal;

import dev.firebreak.json.journal.LineIndex.Line;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A file of lines, the last of which may be torn: not written to its end when a process died.
 *
 * @param directory where it is
 * @param path the file
 */
record LineFile(Path directory, Path path) {
  /** Takes the lines of a file, in order. */
  @FunctionalInterface
  interface Visitor {
    /** Takes a line with its end; numbers begin with 1. */
    void visit(long number, Line line, byte[] bytes);
  }

  /** Returns the file in that directory, which is made where it is missing. */
  static LineFile in(Path directory, String name) throws IOException {
    var path = directory.resolve(name);
    if (!Files.exists(path)) {
      Directories.make(directory);
    }
    return new LineFile(directory, path);
  }

  /**
   * Makes the file where it is missing, shows all whole lines, and cuts off a torn one.
   *
   * @return how many bytes were cut off
   */
  long recover(Visitor visitor) throws IOException {
    if (!Files.exists(path)) {
      Files.createFile(path);
    }
    Directories.force(directory);
    long end = 0;
    long number = 0;
    var bytes = new ByteArrayOutputStream();
    try (var in = new BufferedInputStream(new FileInputStream(path.toFile()), 1 << 16)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        bytes.write(next);
        if (next == '\n') {
          number++;
          visitor.visit(number, new Line(end, bytes.size()), bytes.toByteArray());
          end += bytes.size();
          bytes.reset();
        }
      }
    }
    if (bytes.size() > 0) {
      keepAside(bytes.toByteArray());
      cut(end);
    }
    return bytes.size();
  }

  /** Writes to a file of its own that was not there before. */
  private void keepAside(byte[] torn) throws IOException {
    int number = 1;
    while (Files.exists(aside(number))) {
      number++;
    }
    Files.write(
        aside(number),
        torn,
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Directories.force(directory);
  }

  private Path aside(int number) {
    return path.resolveSibling(path.getFileName() + "." + number + ".torn");
  }

  private void cut(long end) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.truncate(end);
      channel.force(true);
    }
  }

  /** Shows some of the lines. */
  void read(List<Line> lines, BiConsumer<Line, byte[]> visitor) throws IOException {
    try (var in = new RandomAccessFile(path.toFile(), "r")) {
      for (Line line : lines) {
        var bytes = new byte[line.length()];
        in.seek(line.offset());
        in.readFully(bytes);
        visitor.accept(line, bytes);
      }
    }
  }
}
