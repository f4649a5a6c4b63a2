package dev.firebreak.examples.cli;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.journal.Journal;
import dev.firebreak.journal.JournalException;
import dev.firebreak.json.journal.FileJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Names a journal that there is, and reads incidents from it. */
final class JournalOption {
  @Option(
      names = "--journal",
      required = true,
      paramLabel = "DIR",
      description = "The directory of the journal.")
  private Path directory;

  /** Opens the journal, which must exist. */
  FileJournal open() {
    if (!Files.isDirectory(directory)) {
      throw JournalException.failed("there is no journal " + directory, null);
    }
    return FileJournal.open(directory);
  }

  /** Opens the journal, or begins one. */
  FileJournal openOrBegin() {
    return FileJournal.open(directory);
  }

  /** Returns all incidents of the journal, in the order in which they were opened. */
  static ImmutableList<IncidentRecord> records(Journal journal) {
    return journal.streams(Tenant.SINGLE, StreamId.Kind.INCIDENT).stream()
        .map(stream -> record(journal, IncidentId.of(stream.name())))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the incident of that name, if there is one. */
  static Optional<IncidentRecord> find(Journal journal, String name) {
    return records(journal).stream()
        .filter(record -> record.incident().id().name().equals(name))
        .findFirst();
  }

  static IncidentRecord record(Journal journal, IncidentId id) {
    var history = journal.read(id.stream(), 0);
    return new IncidentRecord(Incident.blank(id, Concepts.STANDARD).after(history), history);
  }
}
