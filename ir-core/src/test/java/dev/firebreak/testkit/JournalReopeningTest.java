package dev.firebreak.testkit;

import static dev.firebreak.testkit.JournalContractTest.finds;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import dev.firebreak.journal.Append;
import dev.firebreak.testkit.JournalContract.Storage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Shows that the contract finds journals that are wrong when they are opened again. */
class JournalReopeningTest {
  @Test
  void finds_the_last_event_lost_when_opened_again() {
    findsReopening(
        "what was kept is there again",
        kept -> {
          var last = kept.remove(kept.size() - 1);
          var fewer = last.events().subList(0, last.events().size() - 1);
          if (!fewer.isEmpty()) {
            kept.add(new Append(last.stream(), last.version(), fewer));
          }
        });
  }

  @Test
  void finds_histories_in_another_order_when_opened_again() {
    findsReopening(
        "what was kept is there again",
        kept -> kept.sort(Comparator.comparing(append -> append.stream().name())));
  }

  @Test
  void finds_an_empty_journal_when_opened_again() {
    findsReopening("a reopened journal goes on", List::clear);
  }

  @Test
  void finds_what_was_refused_when_opened_again() {
    findsReopening("what was refused is not there", () -> reopening(log -> {}, true));
  }

  @Test
  void passes_a_journal_that_keeps_everything() {
    JournalContract.checkReopening(() -> reopening(log -> {}, false));
  }

  /** Returns a storage whose log is damaged each time that it is opened again. */
  private static Storage reopening(Consumer<List<Append>> damage, boolean logsRefused) {
    List<Append> log = new ArrayList<>();
    return () -> {
      if (!log.isEmpty()) {
        damage.accept(log);
      }
      return new Logged(log, logsRefused);
    };
  }

  private static final class Logged extends LooseJournal {
    private final List<Append> log;
    private final boolean logsRefused;

    Logged(List<Append> log, boolean logsRefused) {
      this.log = log;
      this.logsRefused = logsRefused;
      log.forEach(this::keep);
    }

    @Override
    public Appended append(ImmutableList<Append> appends) {
      synchronized (kept) {
        var appended = super.append(appends);
        if (appended == Appended.ALL || logsRefused) {
          log.addAll(appends);
        }
        return appended;
      }
    }
  }

  private static void findsReopening(String check, Consumer<List<Append>> damage) {
    findsReopening(check, () -> reopening(damage, false));
  }

  private static void findsReopening(String check, Supplier<Storage> storage) {
    finds(check, JournalContract.checksReopening(storage));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> JournalContract.checkReopening(storage));
  }
}
