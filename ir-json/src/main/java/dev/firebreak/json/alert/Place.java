package dev.firebreak.json.alert;

/**
 * Where a record stands in its file.
 *
 * @param file the name of the file
 * @param line the line in which the record starts, from 1
 * @param record its number in a JSON document, from 1; 0 in a file where each line is a record
 */
public record Place(String file, long line, long record) {
  @Override
  public String toString() {
    return file + ":" + line + (record == 0 ? "" : " (record " + record + ")");
  }
}
