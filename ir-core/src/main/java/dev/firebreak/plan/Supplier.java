package dev.firebreak.plan;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A supplier who matters in an incident.
 *
 * @param service what they supply
 * @param tellsWithin how soon they tell of their own incidents, null if not agreed
 * @param reach ways to reach them, the first one first
 */
public record Supplier(
    String name, String service, @Nullable Duration tellsWithin, ImmutableList<String> reach) {
  public Supplier {
    Check.text(name, "name");
    Check.text(service, "service");
  }
}
