package dev.firebreak.policy;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.people.RoleKind;
import dev.firebreak.plan.CommandRule;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.RoleDefinition;
import dev.firebreak.policy.RoleTable.Allowed;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A table says in which roles somebody may ask for what; what it does not name is refused. */
final class ByRole implements CommandPolicy {
  private final RoleTable table;
  private final String version;
  private final ConcurrentMap<Class<?>, Row> rows = new ConcurrentHashMap<>();

  /** What the table says of one command. */
  private record Row(String concept, String command, Optional<Allowed> allowed) {
    boolean allows(Asking by, ResponsePlan plan) {
      if (allowed.isPresent() && allowed.get().engine() && by.actor().equals(Actor.ENGINE)) {
        return true;
      }
      var rule = plan.commands().isEmpty() ? null : ruleIn(plan);
      if (rule != null) {
        return !Collections.disjoint(by.roles(), rule.roles());
      }
      return allowed.isPresent()
          && (allowed.get().anybody() || holdsOne(by.roles(), allowed.get().kinds(), plan));
    }

    /** Returns the plan's rule for the command, null if the plan leaves it to the table. */
    @Nullable CommandRule ruleIn(ResponsePlan plan) {
      CommandRule found = null;
      for (CommandRule rule : plan.commands()) {
        if (rule.command().equals(command)) {
          return rule;
        }
        if (rule.isForAll() && rule.concept().equals(concept)) {
          found = rule;
        }
      }
      return found;
    }

    /** Returns the roles of the plan in which one may. */
    ImmutableSet<Role> rolesIn(ResponsePlan plan) {
      var rule = ruleIn(plan);
      if (rule != null) {
        return rule.roles();
      }
      var kinds = allowed.map(Allowed::kinds).orElse(ImmutableSet.of());
      return plan.roles().stream()
          .filter(role -> kinds.contains(role.kind()))
          .map(RoleDefinition::role)
          .collect(toImmutableSet());
    }
  }

  ByRole(RoleTable table) {
    this.table = table;
    this.version = table.version();
  }

  @Override
  public String name() {
    return "role-table";
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public String explain() {
    return "A command is for those whose role the table names.";
  }

  @Override
  public ImmutableList<Rejection> review(Context context) {
    var row = row(context.request());
    return row.allows(context.by(), context.plan())
        ? ImmutableList.of()
        : ImmutableList.of(refuse(row, context));
  }

  private Row row(Request<?> request) {
    var known = rows.get(request.getClass());
    return known == null
        ? rows.computeIfAbsent(request.getClass(), type -> row(request, type))
        : known;
  }

  private Row row(Request<?> request, Class<?> type) {
    var command = request.concept().nameOf(type);
    return new Row(request.concept().name(), command, table.find(command));
  }

  private static boolean holdsOne(
      ImmutableSet<Role> held, ImmutableSet<RoleKind> kinds, ResponsePlan plan) {
    var roles = plan.roles();
    for (int i = 0; i < roles.size(); i++) { // asked about every command, so nothing is made
      var definition = roles.get(i);
      if (held.contains(definition.role()) && kinds.contains(definition.kind())) {
        return true;
      }
    }
    return false;
  }

  private Rejection refuse(Row row, Context context) {
    var who = context.by().actor() + " may not ask for " + row.command();
    var roles = row.rolesIn(context.plan());
    if (roles.isEmpty()) {
      return condition().unmet(who + ", and no role of " + context.plan().version() + " may");
    }
    var refused =
        condition()
            .unmet(who + ", which takes one of " + roles)
            .or(new Remedy.AskAs(Remedy.Asker.holding(roles)));
    var actor = context.by().actor();
    return actor.equals(Actor.ENGINE)
        ? refused
        : refused.or(
            new Remedy.Act(
                new PeopleRequest.Assign(roles.iterator().next(), actor), Remedy.Asker.ANYBODY));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByRole byRole && table.equals(byRole.table);
  }

  @Override
  public int hashCode() {
    return table.hashCode();
  }

  @Override
  public String toString() {
    return label();
  }
}
