package dev.firebreak.json.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Adds lines to the end of a file. */
interface LineOutput extends AutoCloseable {
  /** Writes a line, and returns when it is forced to the disk. */
  void append(byte[] line) throws IOException;

  @Override
  void close() throws IOException;

  /** Opens a file. */
  @FunctionalInterface
  interface Opener {
    LineOutput open(Path file) throws IOException;
  }

  /**
   * Opens a file as a stream; a channel would be closed by an interrupt of a thread that uses it.
   */
  static LineOutput open(Path file) throws IOException {
    var out = new FileOutputStream(file.toFile(), true);
    return new LineOutput() {
      @Override
      public void append(byte[] line) throws IOException {
        out.write(line);
        out.getFD().sync();
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }
}
