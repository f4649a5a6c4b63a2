package dev.firebreak.examples.cli;

import com.google.common.base.Joiner;
import dev.firebreak.alert.Placement.Outcome;
import dev.firebreak.json.alert.AlertRecord;
import dev.firebreak.lifecycle.Receipt;
import java.util.EnumMap;
import java.util.Map;

/** Prints what became of each record, and counts. */
final class Tally {
  private final Screen screen;
  private final Map<Outcome, Integer> placed = new EnumMap<>(Outcome.class);
  private int notAlerts;
  private int refused;

  Tally(Screen screen) {
    this.screen = screen;
  }

  void add(AlertRecord.Read record, Receipt receipt) {
    if (receipt instanceof Receipt.Refused no) {
      refused++;
      screen.line(
          screen.bad("refused")
              + "    "
              + record.place()
              + "  by "
              + no.incident()
              + ": "
              + Joiner.on("; ").join(no.rejections()));
    } else if (receipt instanceof Receipt.Placed yes) {
      placed.merge(yes.outcome(), 1, Integer::sum);
      screen.line(
          String.format("%-9s  %-8s  ", word(yes.outcome()), yes.incident())
              + record.alert().title()
              + screen.faint("  (" + yes.because() + ")"));
    } else if (receipt instanceof Receipt.Held held) {
      placed.merge(held.outcome(), 1, Integer::sum);
      screen.line(
          String.format("%-9s  %-8s  ", word(held.outcome()), "")
              + record.alert().title()
              + screen.faint("  (" + held.because() + ")"));
    }
  }

  void add(AlertRecord.NotAnAlert record) {
    notAlerts++;
    screen.line(screen.faint("no alert   " + record.place() + "  " + record.why()));
  }

  void add(AlertRecord.Refused record) {
    refused++;
    screen.line(screen.bad("refused") + "    " + record.place() + "  " + record.reason());
  }

  int refused() {
    return refused;
  }

  /** Prints the counts, of which the first is the sum of the others. */
  void printSum() {
    int duplicates = count(Outcome.DUPLICATE) + count(Outcome.REPEATED);
    int received = count(Outcome.OPENED) + count(Outcome.JOINED) + duplicates + notAlerts + refused;
    screen.line(
        String.format(
            "received %d = opened %d + joined %d + duplicate %d + not an alert %d + refused %d",
            received,
            count(Outcome.OPENED),
            count(Outcome.JOINED),
            duplicates,
            notAlerts,
            refused));
  }

  private int count(Outcome outcome) {
    return placed.getOrDefault(outcome, 0);
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case OPENED -> "opened";
      case JOINED -> "joined";
      case DUPLICATE -> "duplicate";
      case REPEATED -> "repeated";
      case LINKED -> "linked";
      case LINKED_AND_CLOSED -> "closed";
      case SNOOZED -> "snoozed";
      case DROPPED -> "dropped";
    };
  }
}
