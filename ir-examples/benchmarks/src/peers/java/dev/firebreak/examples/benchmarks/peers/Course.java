package dev.firebreak.examples.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;

/** The 25 commands as words: notes, steps and moves, in their order. */
enum Course {
  NOTE,
  STEP,
  NEXT;

  /** One command, and what it is about. */
  record Asked(Course kind, String subject) {}

  static final List<Asked> ALL = all();

  private static List<Asked> all() {
    var all = new ArrayList<Asked>();
    for (String note :
        List.of("opened", "acknowledged", "classified", "judged", "assessed", "declared")) {
      all.add(new Asked(NOTE, note));
    }
    for (String phase : List.of("identify", "contain", "eradicate", "recover")) {
      for (int i = 1; i <= 3; i++) {
        all.add(new Asked(STEP, phase + "-" + i));
      }
      if (phase.equals("contain")) {
        all.add(new Asked(NOTE, "scope-confirmed"));
      }
      all.add(new Asked(NEXT, "entered"));
    }
    all.add(new Asked(NOTE, "reviewed"));
    all.add(new Asked(NEXT, "closed"));
    return List.copyOf(all);
  }

  /** Returns how many steps must be done before the move with that number, from 0. */
  static int stepsBefore(int move) {
    return Math.min(3 * (move + 1), 12);
  }
}
