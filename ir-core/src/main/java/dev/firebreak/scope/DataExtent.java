package dev.firebreak.scope;

import static com.google.common.base.Preconditions.checkArgument;

import dev.firebreak.check.Check;
import org.jspecify.annotations.Nullable;

/**
 * Roughly how much data an asset holds, as a notification to an authority asks: Regulation (EU)
 * 2016/679, Art. 33(3)(a).
 *
 * <p>Two assets may hold data of the same persons, so the numbers of several do not add up.
 *
 * @param what the kinds of data and of persons, such as {@code addresses of customers}
 * @param records roughly how many records, from 0; null while that is not known
 * @param persons of roughly how many persons, from 0; null while that is not known
 */
public record DataExtent(String what, @Nullable Long records, @Nullable Long persons) {
  public DataExtent {
    Check.text(what, "what");
    checkArgument(records == null || records >= 0, "records must not be negative: %s", records);
    checkArgument(persons == null || persons >= 0, "persons must not be negative: %s", persons);
  }

  @Override
  public String toString() {
    return what + ", " + about(records, "records") + ", " + about(persons, "persons");
  }

  private static String about(@Nullable Long number, String of) {
    return number == null ? "number of " + of + " not known" : "about " + number + " " + of;
  }
}
