package dev.firebreak.json.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Makes directories that are still there after a power failure. */
final class Directories {
  private Directories() {}

  /** Makes a directory and those above it, where they are missing, and forces their entries. */
  static void make(Path directory) throws IOException {
    @Nullable Path above = directory.getParent();
    if (!Files.isDirectory(directory)) {
      if (above != null) {
        make(above);
      }
      Files.createDirectory(directory);
    }
    if (above != null) {
      force(above);
    }
  }

  /** Forces the entries of a directory to the disk, where that can be done. */
  static void force(Path directory) throws IOException {
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
