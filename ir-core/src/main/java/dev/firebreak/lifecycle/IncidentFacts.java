package dev.firebreak.lifecycle;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import dev.firebreak.incident.Incident;
import dev.firebreak.playbook.Execution;
import dev.firebreak.playbook.Facts;
import dev.firebreak.playbook.Run;
import dev.firebreak.playbook.Variable;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.DataExtent;
import dev.firebreak.triage.Category;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an incident answers to the expressions of a playbook that runs in it.
 *
 * @param scope the execution of that playbook
 */
record IncidentFacts(Incident incident, PlanIndex plan, Execution scope) implements Facts {
  @Override
  public ImmutableList<String> levels() {
    return plan.plan().severity().names();
  }

  @Override
  public @Nullable String severity() {
    var severity = incident.assessment().severity();
    return severity == null ? null : severity.name();
  }

  @Override
  public @Nullable String category() {
    var category = incident.triage().category();
    return category == null ? null : category.name();
  }

  @Override
  public @Nullable Boolean isOf(String name) {
    var category = incident.triage().category();
    if (category == null) {
      return null;
    }
    for (Category each = category; each != null; each = each.broader().orElse(null)) {
      if (each.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String phase() {
    return nameOf(incident.progress().phase());
  }

  @Override
  public @Nullable String verdict() {
    var verdict = incident.triage().verdict();
    return verdict == null ? null : nameOf(verdict);
  }

  private static String nameOf(Enum<?> constant) {
    return Ascii.toLowerCase(constant.name()).replace('_', '-');
  }

  @Override
  public long assets(@Nullable String kind) {
    var assets = incident.scope().assets();
    return kind == null
        ? assets.size()
        : assets.stream().filter(asset -> asset.kind().name().equals(kind)).count();
  }

  @Override
  public long assetsBelow(String state) {
    for (AssetState each : AssetState.values()) {
      if (nameOf(each).equals(state)) {
        return incident.scope().countBelow(each);
      }
    }
    return 0;
  }

  @Override
  public long observables() {
    return incident.scope().observables().size();
  }

  @Override
  public long evidence() {
    return incident.evidence().all().size();
  }

  @Override
  public boolean hasEvidence(String id) {
    return incident.evidence().all().stream().anyMatch(item -> item.id().value().equals(id));
  }

  @Override
  public @Nullable Long dataRecords() {
    return most(DataExtent::records);
  }

  @Override
  public @Nullable Long dataPersons() {
    return most(DataExtent::persons);
  }

  private @Nullable Long most(Function<DataExtent, @Nullable Long> of) {
    Long most = null;
    for (var asset : incident.scope().assets()) {
      var extent = asset.data();
      var number = extent == null ? null : of.apply(extent);
      most = number == null || (most != null && most >= number) ? most : number;
    }
    return most;
  }

  /** What was set, or what the playbook that called this one has, or what the plan says. */
  @Override
  public @Nullable String variable(String name) {
    var run = incident.steps().run();
    for (Execution each = scope; each != null; ) {
      var set = run.variable(each.id(), name);
      var declared = declared(each, name);
      if (set != null || declared == null) {
        return set;
      }
      var caller = declared.external() ? callerOf(each, run) : null;
      if (caller == null || declared(caller, name) == null) {
        return declared.value();
      }
      each = caller;
    }
    return null;
  }

  private @Nullable Variable declared(Execution of, String name) {
    var playbook = of.playbook() == null ? null : plan.playbook(of.playbook());
    return playbook == null
        ? null
        : playbook.variables().stream()
            .filter(variable -> variable.name().equals(name))
            .findFirst()
            .orElse(null);
  }

  private static @Nullable Execution callerOf(Execution called, Run run) {
    var within = called.within();
    return within == null ? null : run.scopeOf(within);
  }
}
