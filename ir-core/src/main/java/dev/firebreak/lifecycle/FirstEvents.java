package dev.firebreak.lifecycle;

import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Event;
import org.jspecify.annotations.Nullable;

/**
 * The first event that each command of a history led to, so that none acts twice.
 *
 * <p>A hash table of the events themselves, searched from the place of the command's id on: there
 * may be one for each event of a long history, so nothing is held beside them. Not safe for use by
 * several threads.
 */
final class FirstEvents {
  private static final int SMALLEST = 16;

  private @Nullable Event[] slots = new Event[SMALLEST];
  private int size;

  /** Returns the sequence number of the first event that the command led to, 0 if none did. */
  long of(CommandId command) {
    var event = slots[slotOf(command, slots)];
    return event == null ? 0 : event.sequence();
  }

  /** Takes in an event, unless its command is known. */
  void add(Event event) {
    int slot = slotOf(event.cause(), slots);
    if (slots[slot] != null) {
      return;
    }
    slots[slot] = event;
    size++;
    if (size > slots.length / 4 * 3) {
      slots = grown();
    }
  }

  private @Nullable Event[] grown() {
    var more = new @Nullable Event[slots.length * 2];
    for (Event event : slots) {
      if (event != null) {
        more[slotOf(event.cause(), more)] = event;
      }
    }
    return more;
  }

  /** Returns where the first event of the command is, or would be. */
  private static int slotOf(CommandId command, @Nullable Event[] slots) {
    int hash = command.hashCode();
    int last = slots.length - 1;
    int slot = (hash ^ (hash >>> 16)) & last;
    for (var event = slots[slot]; event != null; event = slots[slot]) {
      if (event.cause().equals(command)) {
        break;
      }
      slot = (slot + 1) & last;
    }
    return slot;
  }
}
