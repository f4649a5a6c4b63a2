package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.firebreak.plan.PlanDifference;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.playbook.Playbook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two plans of what incidents run by; the rest of the document is left out.
 */
final class RunningChanges {
  private final ImmutableList.Builder<PlanDifference.Change> changes = ImmutableList.builder();

  private RunningChanges() {}

  /** Returns the changes, by names, in the order of the document. */
  static ImmutableList<PlanDifference.Change> between(ResponsePlan older, ResponsePlan newer) {
    var found = new RunningChanges();
    found.entries("/roles", older.roles(), newer.roles(), each -> each.role());
    found.value("/severity", older.severity(), newer.severity());
    found.value("/majorFrom", older.majorFrom(), newer.majorFrom());
    found.value("/nciss", older.nciss(), newer.nciss());
    found.value("/levelRules", older.levelRules(), newer.levelRules());
    found.playbooks(older, newer);
    found.value("/communications", older.communications(), newer.communications());
    found.entries("/obligations", older.obligations(), newer.obligations(), each -> each.id());
    found.value("/escalation", older.escalation(), newer.escalation());
    found.entries("/recovery", older.recovery(), newer.recovery(), each -> each.id());
    found.entries("/actions", older.actions(), newer.actions(), each -> each.type());
    found.entries("/commands", older.commands(), newer.commands(), each -> each.command());
    found.value("/policies", older.policies(), newer.policies());
    return found.changes.build();
  }

  private void playbooks(ResponsePlan older, ResponsePlan newer) {
    var before = byName(older.playbooks(), Playbook::id);
    var after = byName(newer.playbooks(), Playbook::id);
    for (String name : Sets.union(before.keySet(), after.keySet())) {
      var one = before.get(name);
      var other = after.get(name);
      var path = "/playbooks/" + name;
      if (one == null || other == null) {
        value(path, one == null ? null : one.title(), other == null ? null : other.title());
        continue;
      }
      value(path + "/title", one.title(), other.title());
      value(path + "/categories", one.categories(), other.categories());
      entries(path + "/steps", one.steps(), other.steps(), each -> each.id());
      value(path + "/flow", one.flow(), other.flow());
      entries(path + "/variables", one.variables(), other.variables(), each -> each.name());
    }
  }

  private <T> void entries(String path, List<T> older, List<T> newer, Function<T, Object> name) {
    var before = byName(older, name);
    var after = byName(newer, name);
    for (String each : Sets.union(before.keySet(), after.keySet())) {
      var one = before.get(each);
      var other = after.get(each);
      value(path + "/" + each, one, other);
    }
  }

  /** Notes a difference; null for what is not there. */
  private void value(String path, @Nullable Object older, @Nullable Object newer) {
    if (Objects.equals(older, newer)) {
      return;
    }
    var kind =
        older == null
            ? PlanDifference.Kind.ADDED
            : newer == null ? PlanDifference.Kind.REMOVED : PlanDifference.Kind.CHANGED;
    changes.add(new PlanDifference.Change(kind, path, textOf(older), textOf(newer)));
  }

  private static @Nullable String textOf(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static <T> Map<String, T> byName(List<T> entries, Function<T, Object> name) {
    var named = new LinkedHashMap<String, T>();
    entries.forEach(entry -> named.put(name.apply(entry).toString(), entry));
    return named;
  }
}
