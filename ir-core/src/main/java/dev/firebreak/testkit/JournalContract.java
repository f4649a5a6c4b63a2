package dev.firebreak.testkit;

import com.google.common.collect.ImmutableList;
import dev.firebreak.journal.Journal;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What every {@link Journal} must do, as checks that any test framework can run.
 *
 * <p>The checks make their own events: of several kinds, with times to the nanosecond, offsets,
 * text that is hard to quote, and a kind that nobody knows, whose raw form is the flat JSON of
 * {@code ir-json}. They use threads, but neither sleep nor measure time.
 */
public final class JournalContract {
  /** A place where one journal keeps its events. */
  @FunctionalInterface
  public interface Storage {
    /** Opens the journal: empty the first time, then with everything that it has kept. */
    Journal open();
  }

  private JournalContract() {}

  /**
   * Runs all checks of a journal that need not be opened again.
   *
   * @param fresh opens an empty journal, another each time; the checks close it
   * @throws AssertionError at the first that does not hold
   */
  public static void check(Supplier<? extends Journal> fresh) {
    checks(fresh).forEach(ContractCheck::run);
  }

  /**
   * Returns the checks of a journal that need not be opened again.
   *
   * @param fresh opens an empty journal, another each time; the checks close it
   */
  public static ImmutableList<ContractCheck> checks(Supplier<? extends Journal> fresh) {
    return ImmutableList.<ContractCheck>builder()
        .add(on(fresh, "a new journal is empty", AppendChecks::empty))
        .add(on(fresh, "events come back equal and in order", AppendChecks::equalAndInOrder))
        .add(on(fresh, "reading begins after a version", AppendChecks::readsAfterVersion))
        .add(on(fresh, "a version that is behind keeps nothing", AppendChecks::versionBehind))
        .add(on(fresh, "a version that is ahead keeps nothing", AppendChecks::versionAhead))
        .add(on(fresh, "several histories are kept together", AppendChecks::severalHistories))
        .add(on(fresh, "one conflict among several keeps nothing", AppendChecks::allOrNothing))
        .add(on(fresh, "an append rests on what was read", AppendChecks::restsOnWhatWasRead))
        .add(on(fresh, "nothing to append is refused", AppendChecks::refusesNothing))
        .add(on(fresh, "a history twice is refused", AppendChecks::refusesHistoryTwice))
        .add(on(fresh, "a negative version is refused", AppendChecks::refusesNegativeVersion))
        .add(on(fresh, "histories are told in order", AppendChecks::historiesInOrder))
        .add(on(fresh, "histories are told by kind", AppendChecks::historiesByKind))
        .add(on(fresh, "tenants do not see each other", AppendChecks::tenantsApart))
        .add(on(fresh, "every change since a mark is told", ChangeChecks::everyChange))
        .add(on(fresh, "changes are told by tenant and kind", ChangeChecks::byTenantAndKind))
        .add(on(fresh, "a change may be read when told of it", ChangeChecks::readWhenTold))
        .add(on(fresh, "of several appenders one wins", ConcurrencyChecks::oneWins))
        .add(on(fresh, "crossing appenders do not block", ConcurrencyChecks::crossingAppenders))
        .add(on(fresh, "no append is read by halves", ConcurrencyChecks::readsWhole))
        .add(on(fresh, "a closed journal is not used", ClosingChecks::notUsedAfterClose))
        .build();
  }

  /**
   * Runs all checks of a journal that can be opened again.
   *
   * @param fresh makes a storage that is empty, another each time
   * @throws AssertionError at the first that does not hold
   */
  public static void checkReopening(Supplier<? extends Storage> fresh) {
    checksReopening(fresh).forEach(ContractCheck::run);
  }

  /**
   * Returns the checks of a journal that can be opened again.
   *
   * @param fresh makes a storage that is empty, another each time
   */
  public static ImmutableList<ContractCheck> checksReopening(Supplier<? extends Storage> fresh) {
    return ImmutableList.<ContractCheck>builder()
        .addAll(checks(() -> fresh.get().open()))
        .add(after(fresh, "what was kept is there again", ClosingChecks::keptIsThereAgain))
        .add(after(fresh, "what was refused is not there", ClosingChecks::refusedIsNotThere))
        .add(after(fresh, "a reopened journal goes on", ClosingChecks::goesOn))
        .build();
  }

  private static ContractCheck on(
      Supplier<? extends Journal> fresh, String name, Consumer<Journal> check) {
    return new ContractCheck(
        name,
        () -> {
          try (Journal journal = fresh.get()) {
            check.accept(journal);
          }
        });
  }

  private static ContractCheck after(
      Supplier<? extends Storage> fresh, String name, Consumer<Storage> check) {
    return new ContractCheck(name, () -> check.accept(fresh.get()));
  }
}
