package dev.firebreak.lifecycle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.IncidentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what would let a refused command pass, by trying remedies on the decider that refused
 * it; nothing is recorded. One instance for one command.
 */
final class Explainer {
  private static final int MOST_TRIES = 1_500;
  private static final int MOST_ACTS = 40;
  private static final int DEEPEST = 4;

  private final CommandHandler commands;
  private final Plans plans;
  private final Prospect before;
  private final Command command;
  private final Instant now;
  private int tries;
  private ImmutableList<Rejection> deadEnds = ImmutableList.of();

  Explainer(CommandHandler commands, Plans plans, Prospect before, Command command, Instant now) {
    this.commands = commands;
    this.plans = plans;
    this.before = before;
    this.command = command;
    this.now = now;
  }

  /** How far one has got: what was done, what the incidents are then, and who asks for what. */
  private record Path(
      Prospect incidents,
      Instant now,
      ImmutableList<WayOut.Act> acts,
      IncidentId incident,
      Actor asker,
      Request<?> request) {
    Path askedBy(Actor other) {
      return new Path(incidents, now, acts, incident, other, request);
    }

    Path askingFor(Request<?> other) {
      return new Path(incidents, now, acts, incident, asker, other);
    }

    Path in(IncidentId other) {
      return new Path(incidents, now, acts, other, asker, request);
    }

    Path at(Instant later) {
      return new Path(incidents, later.isAfter(now) ? later : now, acts, incident, asker, request);
    }

    Path done(Prospect after, @Nullable String elsewhere) {
      var act = new WayOut.Act(asker, request, elsewhere);
      var more = ImmutableList.<WayOut.Act>builder().addAll(acts).add(act).build();
      return new Path(after, now, more, incident, asker, request);
    }
  }

  /** Returns a way out, null if there is none or it was not found. */
  @Nullable WayOut find() {
    var start =
        new Path(
            before,
            now,
            ImmutableList.of(),
            command.incident(),
            command.actor(),
            command.request());
    var found = solve(start, 0);
    return found == null ? null : reduced(found);
  }

  /** Returns what nothing was found against; empty if the search was given up. */
  ImmutableList<Rejection> deadEnds() {
    return tries > MOST_TRIES ? ImmutableList.of() : deadEnds;
  }

  /** Returns the path after everything that lets its request pass, null if that is not found. */
  private @Nullable Path solve(Path from, int depth) {
    var path = from;
    var lifted = new HashSet<String>();
    var unmet = unmet(path);
    while (!unmet.isEmpty()) {
      var next = lift(unmet, path, lifted, depth);
      if (next == null) {
        deadEnds = depth == 0 ? unmet : deadEnds;
        return null;
      }
      path = next;
      unmet = unmet(path);
    }
    return path;
  }

  /** Returns the path after one of the rejections is lifted, null if none can be. */
  private @Nullable Path lift(
      ImmutableList<Rejection> unmet, Path path, Set<String> lifted, int depth) {
    for (Rejection rejection : unmet) {
      lifted.add(rejection.toString());
      for (Remedy remedy : rejection.remedies()) {
        var next = after(remedy, path, lifted, depth);
        if (next != null) {
          return next;
        }
      }
      lifted.remove(rejection.toString());
    }
    return null;
  }

  /** Returns the path after the remedy, null if it cannot be had, or lifts nothing. */
  private @Nullable Path after(Remedy remedy, Path path, Set<String> lifted, int depth) {
    if (tries > MOST_TRIES || path.acts().size() > MOST_ACTS) {
      tries = MOST_TRIES + 1;
      return null;
    }
    if (remedy instanceof Remedy.WaitUntil wait) {
      return best(ImmutableList.of(path.at(wait.instant())), lifted);
    }
    if (remedy instanceof Remedy.AskFor other) {
      return best(ImmutableList.of(path.askingFor(other.request())), lifted);
    }
    if (remedy instanceof Remedy.AskIn other) {
      return best(ImmutableList.of(path.in(named(other.incident()))), lifted);
    }
    if (remedy instanceof Remedy.AskAs other) {
      var others = people(path, other.by()).stream().map(path::askedBy).toList();
      return best(others, lifted);
    }
    if (depth == DEEPEST) {
      return null;
    }
    if (remedy instanceof Remedy.Act act) {
      return after(act, path.incident(), path, lifted, depth);
    }
    return remedy instanceof Remedy.Elsewhere other
        ? after(
            new Remedy.Act(other.request(), other.by()),
            named(other.incident()),
            path,
            lifted,
            depth)
        : null;
  }

  private @Nullable Path after(
      Remedy.Act act, IncidentId in, Path path, Set<String> lifted, int depth) {
    var there = path.in(in);
    for (Actor who : people(there, act.by())) {
      var ready = solve(there.askedBy(who).askingFor(act.request()), depth + 1);
      if (ready == null) {
        continue; // somebody else may
      }
      var done = ready.done(decide(ready).after(), elsewhere(ready.incident()));
      return best(
          ImmutableList.of(
              done.in(path.incident()).askedBy(path.asker()).askingFor(path.request())),
          lifted);
    }
    return null;
  }

  private IncidentId named(String name) {
    return new IncidentId(command.incident().tenant(), name);
  }

  private @Nullable String elsewhere(IncidentId incident) {
    return incident.equals(command.incident()) ? null : incident.name();
  }

  /** Returns the path with least against it, of those against which nothing is that was lifted. */
  private @Nullable Path best(List<Path> paths, Set<String> lifted) {
    Path best = null;
    int least = Integer.MAX_VALUE;
    for (Path path : paths) {
      var unmet = unmet(path);
      if (unmet.size() < least
          && unmet.stream().noneMatch(each -> lifted.contains(each.toString()))) {
        best = path;
        least = unmet.size();
      }
    }
    return best;
  }

  /** Returns whom a remedy means, who asks now first. */
  private ImmutableList<Actor> people(Path path, Remedy.Asker asker) {
    var people = new LinkedHashSet<Actor>();
    people.add(path.asker());
    people.add(command.actor());
    var incident = path.incidents().get(path.incident());
    var plan = plans.of(incident);
    if (plan == null) {
      return ImmutableList.of();
    }
    plan.plan().roles().forEach(role -> people.addAll(role.holders()));
    people.addAll(incident.team().roles().keySet());
    var meant = new ArrayList<Actor>();
    for (Actor who : people) {
      if (asker.includes(who, plan.rolesOf(who, incident))) {
        meant.add(who);
      }
    }
    return ImmutableList.copyOf(meant);
  }

  private ImmutableList<Rejection> unmet(Path path) {
    return decide(path).rejections();
  }

  private Prospect.Outcome decide(Path path) {
    tries++;
    var own = path.request().equals(command.request()) ? command.occurred() : null;
    var id = CommandId.ofEvent(path.incidents().get(path.incident()).version() + 1);
    var asked = new Command(id, path.incident(), path.asker(), own, path.request());
    return path.incidents().decide(asked, commands, path.now());
  }

  /** Returns the way out without anything that is not needed. */
  private WayOut reduced(Path found) {
    var way =
        new WayOut(
            found.now().equals(now) ? null : found.now(),
            found.acts(),
            found.asker(),
            found.request(),
            elsewhere(found.incident()));
    for (var less = withoutOne(way); less != null; less = withoutOne(way)) {
      way = less;
    }
    return way;
  }

  private @Nullable WayOut withoutOne(WayOut way) {
    for (WayOut less : lesser(way)) {
      if (passes(less)) {
        return less;
      }
    }
    return null;
  }

  /** Returns the way out with each of its parts left out. */
  private ImmutableSet<WayOut> lesser(WayOut way) {
    var all = ImmutableSet.<WayOut>builder();
    for (int i = way.acts().size() - 1; i >= 0; i--) {
      var fewer = new ArrayList<>(way.acts());
      fewer.remove(i);
      all.add(
          new WayOut(
              way.until(),
              ImmutableList.copyOf(fewer),
              way.asker(),
              way.request(),
              way.elsewhere()));
    }
    all.add(new WayOut(null, way.acts(), way.asker(), way.request(), way.elsewhere()));
    all.add(new WayOut(way.until(), way.acts(), command.actor(), way.request(), way.elsewhere()));
    all.add(new WayOut(way.until(), way.acts(), way.asker(), command.request(), way.elsewhere()));
    return ImmutableSet.copyOf(all.build().stream().filter(less -> !less.equals(way)).toList());
  }

  /** Returns whether that much lets the request pass; what is refused of it is left out. */
  private boolean passes(WayOut way) {
    var path =
        new Path(
            before,
            way.until() == null ? now : way.until(),
            ImmutableList.of(),
            in(way.elsewhere()),
            way.asker(),
            way.request());
    for (WayOut.Act act : way.acts()) {
      var done = decide(path.in(in(act.elsewhere())).askedBy(act.by()).askingFor(act.request()));
      path =
          new Path(
              done.rejections().isEmpty() ? done.after() : path.incidents(),
              path.now(),
              path.acts(),
              path.incident(),
              path.asker(),
              path.request());
    }
    return unmet(path).isEmpty();
  }

  private IncidentId in(@Nullable String elsewhere) {
    return elsewhere == null ? command.incident() : named(elsewhere);
  }
}
