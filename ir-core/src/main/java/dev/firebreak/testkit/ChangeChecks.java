package dev.firebreak.testkit;

import static dev.firebreak.testkit.Expect.equal;
import static dev.firebreak.testkit.Expect.kept;
import static dev.firebreak.testkit.Expect.notKept;
import static dev.firebreak.testkit.SampleEvents.append;
import static dev.firebreak.testkit.SampleEvents.incident;

import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.journal.Journal;
import java.util.HashMap;
import java.util.Map;

/** Checks of what a journal tells of histories that have changed. */
final class ChangeChecks {
  private static final StreamId A = incident("north", "a");
  private static final StreamId B = incident("north", "b");
  private static final StreamId C = incident("north", "c");

  private ChangeChecks() {}

  /** What was told in one call, and the mark that it gave. */
  private static final class Told {
    final Map<StreamId, Long> versions = new HashMap<>();
    final long mark;

    Told(Journal journal, StreamId of, long since) {
      mark = journal.changedSince(of.tenant(), of.kind(), since, versions::put);
    }

    /** Expects that the change was told; more may be. */
    Told includes(StreamId stream, long version) {
      var told = versions.getOrDefault(stream, 0L);
      if (told < version) {
        throw new AssertionError(
            "a change of " + stream + " to event " + version + " should be told, not " + told);
      }
      return this;
    }

    Told only(StreamId... streams) {
      for (StreamId stream : streams) {
        versions.remove(stream);
      }
      equal(Map.of(), versions, "what is told beside what has happened");
      return this;
    }
  }

  static void everyChange(Journal journal) {
    var none = new Told(journal, A, 0).only();
    kept(journal, append(A, 0, 2), append(B, 0, 1));
    notKept(journal, append(C, 1, "lee"));
    var first = new Told(journal, A, none.mark).includes(A, 2).includes(B, 1).only(A, B);
    kept(journal, append(B, 1, 2));
    kept(journal, append(C, 0, 1));
    var second = new Told(journal, A, first.mark).includes(B, 3).includes(C, 1).only(A, B, C);
    kept(journal, append(A, 2, 1));
    kept(journal, append(C, 1, 1));
    kept(journal, append(A, 3, 1));
    new Told(journal, A, second.mark).includes(A, 4).includes(C, 2).only(A, B, C);
    new Told(journal, A, first.mark).includes(A, 4).includes(B, 3).includes(C, 2).only(A, B, C);
    new Told(journal, A, 0).includes(A, 4).includes(B, 3).includes(C, 2).only(A, B, C);
  }

  static void byTenantAndKind(Journal journal) {
    var intake = StreamId.intakeOf(A.tenant());
    var namesake = incident("south", A.name());
    kept(journal, append(A, 0, 1), append(intake, 0, 2));
    kept(journal, append(namesake, 0, 3));
    new Told(journal, A, 0).includes(A, 1).only(A);
    new Told(journal, intake, 0).includes(intake, 2).only(intake);
    new Told(journal, namesake, 0).includes(namesake, 3).only(namesake);
    new Told(journal, new StreamId(new Tenant("west"), A.kind(), "a"), 0).only();
  }

  static void readWhenTold(Journal journal) {
    kept(journal, append(A, 0, 1));
    kept(journal, append(A, 1, 1));
    journal.changedSince(
        A.tenant(),
        A.kind(),
        0,
        (stream, version) -> equal(2, journal.read(stream, 0).size(), "what is read when told"));
  }
}
