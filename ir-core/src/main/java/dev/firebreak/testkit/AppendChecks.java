package dev.firebreak.testkit;

import static dev.firebreak.testkit.Expect.equal;
import static dev.firebreak.testkit.Expect.events;
import static dev.firebreak.testkit.Expect.kept;
import static dev.firebreak.testkit.Expect.notKept;
import static dev.firebreak.testkit.Expect.refused;
import static dev.firebreak.testkit.SampleEvents.append;
import static dev.firebreak.testkit.SampleEvents.incident;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.Journal;

/** Checks of what is appended, and of what is read then. */
final class AppendChecks {
  /** As many as there are kinds of sample events, and some more. */
  private static final int MANY = 20;

  private static final StreamId A = incident("north", "a");
  private static final StreamId B = incident("north", "b");
  private static final StreamId C = incident("north", "c");
  private static final StreamId INTAKE = StreamId.intakeOf(A.tenant());

  private AppendChecks() {}

  static void empty(Journal journal) {
    events(journal, A);
    tells(journal, A.tenant(), StreamId.Kind.INCIDENT);
    tells(journal, A.tenant(), StreamId.Kind.INTAKE);
  }

  static void equalAndInOrder(Journal journal) {
    var first = append(A, 0, MANY);
    var second = append(A, MANY, 1);
    var third = append(A, MANY + 1, MANY);
    kept(journal, first);
    kept(journal, second);
    kept(journal, third);
    events(journal, A, first, second, third);
    var received = append(INTAKE, 0, 2);
    kept(journal, received);
    events(journal, INTAKE, received);
  }

  static void readsAfterVersion(Journal journal) {
    kept(journal, append(A, 0, 2));
    kept(journal, append(B, 0, 1));
    kept(journal, append(A, 2, 3));
    var all = append(A, 0, 5).events();
    for (int after = 0; after <= 5; after++) {
      equal(all.subList(after, 5), journal.read(A, after), "what is read after event " + after);
    }
    equal(ImmutableList.of(), journal.read(A, 6), "what is read beyond the end");
    equal(ImmutableList.of(), journal.read(A, Long.MAX_VALUE), "what is read far beyond the end");
    equal(ImmutableList.of(), journal.read(C, 1), "what is read of a history that is not there");
  }

  static void versionBehind(Journal journal) {
    var first = append(A, 0, 3);
    kept(journal, first);
    notKept(journal, append(A, 2, "lee"));
    notKept(journal, append(A, 0, "lee"));
    events(journal, A, first);
    var next = append(A, 3, 1);
    kept(journal, next);
    events(journal, A, first, next);
  }

  static void versionAhead(Journal journal) {
    notKept(journal, append(A, 1, "lee"));
    events(journal, A);
    tells(journal, A.tenant(), StreamId.Kind.INCIDENT);
    var first = append(A, 0, 1);
    kept(journal, first);
    notKept(journal, append(A, 2, "lee"));
    events(journal, A, first);
  }

  static void severalHistories(Journal journal) {
    var intake = append(INTAKE, 0, 1);
    var first = append(A, 0, 2);
    kept(journal, intake, first);
    var more = append(A, 2, 1);
    var other = append(B, 0, 3);
    kept(journal, other, more);
    events(journal, INTAKE, intake);
    events(journal, A, first, more);
    events(journal, B, other);
  }

  static void allOrNothing(Journal journal) {
    var first = append(A, 0, 2);
    kept(journal, first);
    notKept(journal, append(B, 0, 1), append(A, 1, 1), append(C, 0, 1));
    notKept(journal, append(A, 2, 1), append(B, 0, 1), append(C, 1, 1));
    events(journal, A, first);
    events(journal, B);
    events(journal, C);
    tells(journal, A.tenant(), StreamId.Kind.INCIDENT, A);
  }

  static void restsOnWhatWasRead(Journal journal) {
    var first = append(A, 0, 2);
    kept(journal, first, Append.unchanged(B, 0));
    tells(journal, A.tenant(), StreamId.Kind.INCIDENT, A);
    notKept(journal, append(B, 0, 1), Append.unchanged(A, 1));
    notKept(journal, Append.unchanged(A, 3), append(B, 0, 1));
    events(journal, B);
    var other = append(B, 0, 1);
    kept(journal, other, Append.unchanged(A, 2));
    events(journal, A, first);
    events(journal, B, other);
    tells(journal, A.tenant(), StreamId.Kind.INCIDENT, A, B);
    var next = append(A, 2, 1);
    kept(journal, Append.unchanged(B, 1), next);
    events(journal, A, first, next);
  }

  static void refusesNothing(Journal journal) {
    refused(
        IllegalArgumentException.class,
        "an append of nothing",
        () -> journal.append(ImmutableList.of()));
    refused(
        IllegalArgumentException.class,
        "an append without events",
        () -> journal.append(ImmutableList.of(Append.unchanged(A, 0))));
    refused(
        IllegalArgumentException.class,
        "an append with a history twice, once only read",
        () -> journal.append(ImmutableList.of(append(A, 0, 1), Append.unchanged(A, 0))));
    events(journal, A);
    tells(journal, A.tenant(), StreamId.Kind.INCIDENT);
  }

  static void refusesHistoryTwice(Journal journal) {
    var twice = ImmutableList.of(append(A, 0, 1), append(B, 0, 1), append(A, 1, 1));
    refused(
        IllegalArgumentException.class,
        "an append with a history twice",
        () -> journal.append(twice));
    events(journal, A);
    events(journal, B);
  }

  static void refusesNegativeVersion(Journal journal) {
    kept(journal, append(A, 0, 1));
    refused(
        IllegalArgumentException.class,
        "reading after a negative version",
        () -> journal.read(A, -1));
  }

  static void historiesInOrder(Journal journal) {
    var later = incident("north", "0");
    kept(journal, append(C, 0, 1));
    kept(journal, append(B, 0, 1), append(A, 0, 1));
    kept(journal, append(A, 1, 1));
    notKept(journal, append(later, 1, "lee"));
    kept(journal, append(C, 1, 1));
    kept(journal, append(later, 0, 1));
    tells(journal, A.tenant(), StreamId.Kind.INCIDENT, C, B, A, later);
  }

  static void historiesByKind(Journal journal) {
    var namesake = incident("north", INTAKE.name());
    var received = append(INTAKE, 0, 1);
    var opened = append(namesake, 0, 2);
    kept(journal, received);
    kept(journal, opened);
    events(journal, INTAKE, received);
    events(journal, namesake, opened);
    tells(journal, A.tenant(), StreamId.Kind.INCIDENT, namesake);
    tells(journal, A.tenant(), StreamId.Kind.INTAKE, INTAKE);
  }

  static void tenantsApart(Journal journal) {
    var namesake = incident("south", A.name());
    var ours = append(A, 0, 2);
    var theirs = append(namesake, 0, 1);
    kept(journal, ours);
    events(journal, namesake);
    kept(journal, theirs);
    events(journal, A, ours);
    events(journal, namesake, theirs);
    tells(journal, A.tenant(), StreamId.Kind.INCIDENT, A);
    tells(journal, namesake.tenant(), StreamId.Kind.INCIDENT, namesake);
    tells(journal, new Tenant("west"), StreamId.Kind.INCIDENT);
  }

  private static void tells(
      Journal journal, Tenant tenant, StreamId.Kind kind, StreamId... expected) {
    equal(
        ImmutableList.copyOf(expected),
        journal.streams(tenant, kind),
        "the histories of " + tenant + " of kind " + kind);
  }
}
