package dev.firebreak.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Role;
import dev.firebreak.playbook.PlaybookId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what the written sections of a plan name but the plan does not have, or have twice. */
final class DocumentCheck {
  private final Governance governance;
  private final Staffing staffing;
  private final Readiness readiness;
  private final List<PlanProblem> problems = new ArrayList<>();

  DocumentCheck(Governance governance, Staffing staffing, Readiness readiness) {
    this.governance = governance;
    this.staffing = staffing;
    this.readiness = readiness;
  }

  List<PlanProblem> problems(Set<Role> roles, Set<PlaybookId> playbooks) {
    once("definition", "/definitions", "term", governance.definitions(), Definition::term);
    once("metric", "/metrics", "name", governance.metrics(), Metric::name);
    once("contact", "/contacts", "name", staffing.contacts(), Contact::name);
    once("channel", "/channels", "name", staffing.channels(), Channel::name);
    once("supplier", "/suppliers", "name", readiness.suppliers(), Supplier::name);
    once("resource", "/resources", "name", readiness.resources(), Resource::name);
    once("technique", "/techniques", "id", readiness.techniques(), Technique::id);
    once("strategy", "/strategies", "playbook", readiness.strategies(), each -> each.playbook());
    known("role", roles, "/contacts", "role", staffing.contacts(), each -> one(each.role()));
    known("role", roles, "/onCall", "role", staffing.onCall(), each -> one(each.role()));
    known("role", roles, "/trainings", "roles/*", readiness.trainings(), Training::roles);
    known("role", roles, "/exercises", "roles/*", readiness.exercises(), Exercise::roles);
    var books = "playbook";
    var all = "playbooks/*";
    known(books, playbooks, "/trainings", all, readiness.trainings(), Training::playbooks);
    known(books, playbooks, "/exercises", all, readiness.exercises(), Exercise::playbooks);
    known(books, playbooks, "/techniques", all, readiness.techniques(), Technique::playbooks);
    known(books, playbooks, "/strategies", books, readiness.strategies(), s -> one(s.playbook()));
    return problems;
  }

  private static <T> ImmutableList<T> one(@Nullable T value) {
    return value == null ? ImmutableList.of() : ImmutableList.of(value);
  }

  private <T> void once(
      String what, String list, String field, ImmutableList<T> items, Function<T, Object> name) {
    var seen = new HashSet<Object>();
    for (int i = 0; i < items.size(); i++) {
      var value = name.apply(items.get(i));
      if (!seen.add(value)) {
        var pointer = list + "/" + i + "/" + field;
        problems.add(new PlanProblem(pointer, what + " " + value + " is there twice"));
      }
    }
  }

  private <T, N> void known(
      String what,
      Set<N> names,
      String list,
      String field,
      ImmutableList<T> items,
      Function<T, ? extends ImmutableCollection<N>> named) {
    var candidates =
        items.isEmpty()
            ? ImmutableList.<String>of()
            : names.stream().map(String::valueOf).collect(toImmutableList());
    for (int i = 0; i < items.size(); i++) {
      var index = 0;
      for (N name : named.apply(items.get(i))) {
        if (!names.contains(name)) {
          problems.add(
              PlanProblem.unknown(
                  list + "/" + i + "/" + field.replace("*", String.valueOf(index)),
                  what,
                  name,
                  candidates));
        }
        index++;
      }
    }
  }
}
