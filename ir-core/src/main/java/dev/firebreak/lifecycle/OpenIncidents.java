package dev.firebreak.lifecycle;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.lifecycle.IncidentQuery.Order;
import dev.firebreak.obligation.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's incidents that are open, or in which something is still to come.
 *
 * <p>Filled when it is first asked, and brought up to date whenever it is asked again, by what the
 * journal says has changed meanwhile, here or elsewhere; commands do not wait for it. Safe for use
 * by several threads.
 */
final class OpenIncidents {
  private final Tenant tenant;
  private final Histories histories;
  private final Plans plans;
  private final Map<String, Listed> byName = new HashMap<>();
  private final Map<Order, Set<Listed>> inOrder = new EnumMap<>(Order.class);
  private final NavigableSet<Due> due = new TreeSet<>();
  private final Set<String> stuck = new HashSet<>();
  private long mark;

  OpenIncidents(Tenant tenant, Histories histories, Plans plans) {
    this.tenant = tenant;
    this.histories = histories;
    this.plans = plans;
    for (Order order : Order.values()) {
      inOrder.put(order, new TreeSet<>(Comparator.comparing(Listed::shown, order.comparator())));
    }
  }

  /**
   * What is known of one incident.
   *
   * @param text its name and title, in lower case
   * @param nextDue when something is to happen in it by itself, null if nothing is to come
   * @param summary null if it is closed
   */
  private record Listed(
      long version, @Nullable Instant nextDue, String text, @Nullable IncidentSummary summary) {

    IncidentSummary shown() {
      return requireNonNull(summary);
    }
  }

  private record Due(Instant at, String name) implements Comparable<Due> {
    private static final Comparator<Due> ORDER =
        Comparator.comparing(Due::at).thenComparing(Due::name);

    @Override
    public int compareTo(Due other) {
      return ORDER.compare(this, other);
    }
  }

  /** Reads what has changed. */
  synchronized void refresh() {
    mark = histories.changedSince(tenant, mark, this::changed);
  }

  /** Returns the open incidents that are asked for, of those that may be seen. */
  synchronized ImmutableList<IncidentSummary> find(
      IncidentQuery query, Predicate<IncidentId> maySee) {
    refresh();
    var found = new ArrayList<IncidentSummary>();
    for (Listed listed : inOrder.getOrDefault(query.order(), Set.of())) {
      var incident = listed.shown();
      if (query.matches(incident, listed.text()) && maySee.test(incident.id())) {
        found.add(incident);
        if (found.size() == query.limit()) {
          break;
        }
      }
    }
    return ImmutableList.copyOf(found);
  }

  /** Returns all that are open, in no particular order. */
  synchronized ImmutableList<IncidentId> all() {
    refresh();
    return byName.entrySet().stream()
        .filter(entry -> entry.getValue().summary() != null)
        .map(entry -> new IncidentId(tenant, entry.getKey()))
        .collect(toImmutableList());
  }

  /** Returns when something is due next, leaving out what was refused when it was last due. */
  synchronized @Nullable Instant nextDue() {
    refresh();
    for (Due next : due) {
      if (!stuck.contains(next.name())) {
        return next.at();
      }
    }
    return null;
  }

  /** Returns the incidents in which something is due, the one that is longest due first. */
  synchronized ImmutableList<IncidentId> dueBy(Instant now) {
    refresh();
    var found = ImmutableList.<IncidentId>builder();
    for (Due next : due) {
      if (next.at().isAfter(now)) {
        break;
      }
      found.add(new IncidentId(tenant, next.name()));
    }
    return found.build();
  }

  /** Takes note that all was done in them that could be; what is still due was refused. */
  synchronized void woken(List<IncidentId> incidents, Instant now) {
    refresh();
    for (IncidentId incident : incidents) {
      var listed = byName.get(incident.name());
      if (listed != null && listed.nextDue() != null && !listed.nextDue().isAfter(now)) {
        stuck.add(incident.name());
      }
    }
  }

  private void changed(StreamId stream, long version) {
    var before = byName.get(stream.name());
    if (before != null && before.version() >= version) {
      return;
    }
    var tracked = histories.atLeast(new IncidentId(tenant, stream.name()), version);
    var incident = tracked.incident();
    if (before != null && before.version() == incident.version()) {
      return;
    }
    if (before != null) {
      remove(before, stream.name());
    }
    add(listed(incident, tracked.acknowledgedBy()), stream.name());
  }

  private void remove(Listed before, String name) {
    byName.remove(name);
    stuck.remove(name);
    if (before.nextDue() != null) {
      due.remove(new Due(before.nextDue(), name));
    }
    if (before.summary() != null) {
      inOrder.values().forEach(all -> all.remove(before));
    }
  }

  private void add(Listed after, String name) {
    if (after.nextDue() != null) {
      due.add(new Due(after.nextDue(), name));
    }
    if (after.summary() != null) {
      inOrder.values().forEach(all -> all.add(after));
    }
    if (after.summary() != null || after.nextDue() != null) {
      byName.put(name, after);
    }
  }

  private Listed listed(Incident incident, @Nullable Actor acknowledgedBy) {
    if (!incident.progress().open()) {
      return new Listed(incident.version(), incident.nextDue(), "", null);
    }
    var title = incident.origin().title();
    var episodes = incident.progress().episodes();
    var summary =
        new IncidentSummary(
            incident.id(),
            title,
            incident.progress().phase(),
            incident.assessment().severity(),
            episodes.get(episodes.size() - 1).opened(),
            deadline(incident),
            owners(incident, acknowledgedBy));
    var text = IncidentQuery.lower(incident.id().name() + ' ' + title);
    return new Listed(incident.version(), incident.nextDue(), text, summary);
  }

  private static @Nullable Instant deadline(Incident incident) {
    Instant first = null;
    for (Clock clock : incident.clocks().byObligation().values()) {
      var due = clock.running() ? clock.due() : null; // null also where no moment is set
      if (due != null && (first == null || due.isBefore(first))) {
        first = due;
      }
    }
    return first;
  }

  private ImmutableSet<Actor> owners(Incident incident, @Nullable Actor acknowledgedBy) {
    var owners = ImmutableSet.<Actor>builder();
    if (acknowledgedBy != null) {
      owners.add(acknowledgedBy);
    }
    var plan = plans.of(incident);
    if (plan != null) {
      incident
          .team()
          .roles()
          .forEach(
              (actor, roles) -> {
                if (roles.stream().anyMatch(plan::leads)) {
                  owners.add(actor);
                }
              });
    }
    return owners.build();
  }
}
