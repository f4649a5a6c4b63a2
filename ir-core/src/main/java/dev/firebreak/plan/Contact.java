package dev.firebreak.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Role;
import dev.firebreak.sharing.Audience;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be reached.
 *
 * @param name a person, a team or a desk
 * @param role the role that they have in the plan, null if none
 * @param audience the audience that they stand for, null if none
 * @param reach ways to reach them, the first one first, such as a number or an address
 * @param verify how one makes sure that it is them, null if not written down
 * @param verified when all this was last tried, null if never
 */
public record Contact(
    String name,
    @Nullable Role role,
    @Nullable Audience audience,
    ImmutableList<String> reach,
    @Nullable String verify,
    @Nullable LocalDate verified) {
  public Contact {
    Check.text(name, "name");
    checkArgument(!reach.isEmpty(), "contact %s needs a way to be reached", name);
  }
}
