package dev.firebreak.plan;

import dev.firebreak.check.Check;

/**
 * Who has a copy of the plan.
 *
 * @param to who has it
 * @param where in which form and place, such as a printed copy in the crisis room
 */
public record Distribution(String to, String where) {
  public Distribution {
    Check.text(to, "to");
    Check.text(where, "where");
  }
}
