package dev.firebreak.examples.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Says what went wrong in words, without a stack trace. */
final class Failures {
  private Failures() {}

  static String explain(Throwable failure) {
    if (failure instanceof NoSuchFileException missing) {
      return "there is no file " + missing.getFile();
    }
    if (failure instanceof FileAlreadyExistsException there) {
      return "there is already a file " + there.getFile();
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be read";
    }
    var message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
