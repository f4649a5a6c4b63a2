package dev.firebreak.json.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.journal.Append;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class FileJournalProperties {
  private static final ImmutableList<StreamId> STREAMS =
      ImmutableList.of(
          new StreamId(new Tenant("north"), StreamId.Kind.INCIDENT, "a"),
          new StreamId(new Tenant("north"), StreamId.Kind.INCIDENT, "b"),
          new StreamId(new Tenant("north"), StreamId.Kind.INTAKE, "a"),
          new StreamId(new Tenant("south"), StreamId.Kind.INCIDENT, "a"));

  /** Something that is done to a journal. */
  private record Act(boolean reopen, List<Part> parts) {}

  /** A part of an append: to which history, how far from its version, how many events. */
  private record Part(int stream, int off, int count) {}

  @Property(tries = 50)
  void is_equal_to_one_in_memory(@ForAll("acts") List<Act> acts) throws IOException {
    var directory = Files.createTempDirectory("journal");
    var expected = new InMemoryJournal();
    var actual = FileJournal.open(directory);
    try {
      for (Act act : acts) {
        if (act.reopen()) {
          actual.close();
          actual = FileJournal.open(directory);
          assertThat(actual.recovered()).isZero();
        }
        var appends = appends(act, expected);
        assertThat(actual.append(appends)).isEqualTo(expected.append(appends));
        same(actual, expected);
      }
    } finally {
      actual.close();
      expected.close();
      delete(directory);
    }
  }

  @Provide
  Arbitrary<List<Act>> acts() {
    var part =
        Combinators.combine(
                Arbitraries.integers().between(0, STREAMS.size() - 1),
                Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(1, 1), Tuple.of(1, -1)),
                Arbitraries.integers().between(1, 3))
            .as(Part::new);
    var act =
        Combinators.combine(
                Arbitraries.integers().between(0, 3).map(one -> one == 0),
                part.list().uniqueElements(Part::stream).ofMinSize(1).ofMaxSize(3))
            .as(Act::new);
    return act.list().ofMaxSize(8);
  }

  private static ImmutableList<Append> appends(Act act, Journal journal) {
    var appends = ImmutableList.<Append>builder();
    for (Part part : act.parts()) {
      var stream = STREAMS.get(part.stream());
      long version = Math.max(0, journal.read(stream, 0).size() + part.off());
      appends.add(Notes.append(stream, version, part.count()));
    }
    return appends.build();
  }

  private static void same(Journal actual, Journal expected) {
    for (StreamId stream : STREAMS) {
      var kind = stream.kind();
      assertThat(actual.streams(stream.tenant(), kind))
          .isEqualTo(expected.streams(stream.tenant(), kind));
      var all = expected.read(stream, 0);
      IntStream.rangeClosed(0, all.size() + 1)
          .forEach(
              after ->
                  assertThat(actual.read(stream, after)).isEqualTo(expected.read(stream, after)));
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
