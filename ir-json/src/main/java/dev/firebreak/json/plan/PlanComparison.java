package dev.firebreak.json.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.firebreak.plan.Governance;
import dev.firebreak.plan.PlanDifference;
import dev.firebreak.plan.PlanVersion;
import dev.firebreak.plan.Readiness;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.plan.Staffing;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two plans by what their records declare, so that no part can be forgotten. */
public final class PlanComparison {
  /** What groups parts of the document, and has no name in it. */
  private static final ImmutableSet<Class<?>> SECTIONS =
      ImmutableSet.of(Governance.class, Staffing.class, Readiness.class);

  private final List<PlanDifference.Change> changes = new ArrayList<>();

  private PlanComparison() {}

  /** Returns what has to be done to the older plan to make it the newer one. */
  public static PlanDifference between(ResponsePlan older, ResponsePlan newer) {
    var comparison = new PlanComparison();
    comparison.records("", older, newer);
    return new PlanDifference(
        older.version(), newer.version(), ImmutableList.copyOf(comparison.changes));
  }

  private void records(String path, Object older, Object newer) {
    for (RecordComponent component : older.getClass().getRecordComponents()) {
      var type = component.getType();
      if (type != PlanVersion.class) {
        var at = SECTIONS.contains(type) ? path : path + "/" + component.getName();
        values(at, PlanWords.get(component, older), PlanWords.get(component, newer));
      }
    }
  }

  private void values(String path, @Nullable Object older, @Nullable Object newer) {
    if (Objects.equals(older, newer)) {
      return;
    }
    if (older == null || newer == null) {
      add(path, older, newer);
    } else if (older instanceof Map<?, ?> before && newer instanceof Map<?, ?> after) {
      entries(path, named(before), named(after));
    } else if (older instanceof Collection<?> before && newer instanceof Collection<?> after) {
      collections(path, before, after);
    } else if (older.getClass() == newer.getClass()
        && older.getClass().isRecord()
        && !PlanWords.isWord(older)) {
      records(path, older, newer);
    } else {
      add(path, older, newer);
    }
  }

  private void collections(String path, Collection<?> older, Collection<?> newer) {
    var before = byName(older);
    var after = byName(newer);
    if (before.size() < older.size() || after.size() < newer.size()) {
      before = byPlace(older); // they have no names that tell them apart
      after = byPlace(newer);
    }
    entries(path, before, after);
    if (!(older instanceof Set)) {
      order(path, before.keySet(), after.keySet());
    }
  }

  private void entries(String path, Map<String, Object> before, Map<String, Object> after) {
    for (String name : Sets.union(before.keySet(), after.keySet())) {
      var at = path + "/" + name.replace("~", "~0").replace("/", "~1");
      values(at, before.get(name), after.get(name));
    }
  }

  private void order(String path, Set<String> before, Set<String> after) {
    var was = before.stream().filter(after::contains).collect(toImmutableList());
    var is = after.stream().filter(before::contains).collect(toImmutableList());
    if (!was.equals(is)) {
      changes.add(
          new PlanDifference.Change(
              PlanDifference.Kind.MOVED, path, String.join(", ", was), String.join(", ", is)));
    }
  }

  private void add(String path, @Nullable Object older, @Nullable Object newer) {
    var kind =
        older == null
            ? PlanDifference.Kind.ADDED
            : newer == null ? PlanDifference.Kind.REMOVED : PlanDifference.Kind.CHANGED;
    changes.add(
        new PlanDifference.Change(
            kind,
            path,
            older == null ? null : PlanWords.of(older),
            newer == null ? null : PlanWords.of(newer)));
  }

  private static ImmutableMap<String, Object> named(Map<?, ?> values) {
    var named = ImmutableMap.<String, Object>builder();
    values.forEach((key, value) -> named.put(PlanWords.of(key), value));
    return named.buildKeepingLast();
  }

  private static Map<String, Object> byName(Collection<?> values) {
    var named = new LinkedHashMap<String, Object>();
    values.forEach(value -> named.put(PlanWords.name(value), value));
    return named;
  }

  private static Map<String, Object> byPlace(Collection<?> values) {
    var placed = new LinkedHashMap<String, Object>();
    values.forEach(value -> placed.put(String.valueOf(placed.size()), value));
    return placed;
  }
}
