package dev.firebreak.lifecycle;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.Alert;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.journal.Journal;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.Policies;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Incident response under a plan: takes commands and alerts, decides, records, and answers
 * questions.
 *
 * <p>Safe for use by several threads. Commands of one incident are decided one after another, those
 * of different incidents side by side. Several of these, in several processes, may share one
 * journal: each append states what was read, and after a conflict the command is decided anew.
 *
 * <p>A call blocks while the journal does, and throws what the journal or a policy throws. A
 * refusal is a value, never an exception.
 */
public final class IncidentResponse {
  private final Histories histories;
  private final CommandHandler commands;
  private final AlertHandler alerts;

  private IncidentResponse(Builder builder) {
    this.histories = new Histories(builder.journal, builder.concepts);
    var plans = new Plans(builder.plan, builder.earlier);
    this.commands =
        new CommandHandler(
            histories,
            plans,
            new Decider(builder.policies),
            builder.clock,
            ImmutableList.copyOf(builder.listeners));
    this.alerts = new AlertHandler(histories, plans, commands, builder.clock);
  }

  /**
   * Returns a builder of incident response under the plan.
   *
   * @param plan the plan in force, under which incidents are opened
   * @param clock tells the time of recording
   */
  public static Builder under(ResponsePlan plan, InstantSource clock) {
    return new Builder(plan, clock);
  }

  /**
   * Decides on a command and records what follows.
   *
   * <p>A command that was accepted before, by its id, is answered with what it did then. A refused
   * one leaves no trace in the incident and may be sent again.
   *
   * @throws IllegalArgumentException if the id is one that {@link #submit(IncidentId, Actor,
   *     Request)} gives
   */
  public Decision submit(Command command) {
    checkArgument(!command.id().isOfEvent(), "command id %s is not for choosing", command.id());
    return commands.handle(command);
  }

  /** Decides on a request that happens now, and acts each time that it is made. */
  public Decision submit(IncidentId incident, Actor actor, Request<?> request) {
    return commands.handle(incident, actor, request);
  }

  /**
   * Receives an alert: it opens an incident, joins one, or is one that is known.
   *
   * <p>The same alert never opens two incidents, however often and wherever it is received.
   */
  public Receipt receive(Tenant tenant, Alert alert) {
    return alerts.receive(tenant, alert);
  }

  /** Receives an alert in an application that has only one tenant. */
  public Receipt receive(Alert alert) {
    return receive(Tenant.SINGLE, alert);
  }

  /**
   * Does what is due by now in incidents of the tenant, and returns what was decided.
   *
   * <p>Nothing runs by itself: the application calls this at {@link #nextDue}, or as often as it
   * likes. Each thing that is due happens once, also when several engines share a journal.
   */
  public ImmutableList<Decision> wake(Tenant tenant) {
    return histories.incidents(tenant).stream()
        .flatMap(stream -> commands.wake(new IncidentId(tenant, stream.name())).stream())
        .collect(toImmutableList());
  }

  /** Returns when something is due next in an incident of the tenant. */
  public Optional<Instant> nextDue(Tenant tenant) {
    return histories.incidents(tenant).stream()
        .map(stream -> histories.latest(new IncidentId(tenant, stream.name())).nextDue())
        .filter(Objects::nonNull)
        .min(Instant::compareTo);
  }

  /** Returns the incident, if there is one that the viewer may see. */
  public Optional<Incident> incident(IncidentId id, Viewer viewer) {
    return Optional.of(id)
        .filter(asked -> maySee(asked, viewer))
        .map(asked -> histories.latest(asked))
        .filter(incident -> incident.version() > 0);
  }

  /** Returns the incident with its whole history, if there is one that the viewer may see. */
  public Optional<IncidentRecord> record(IncidentId id, Viewer viewer) {
    return Optional.of(id)
        .filter(asked -> maySee(asked, viewer))
        .map(histories::record)
        .filter(record -> record.incident().version() > 0);
  }

  /** Returns the incidents that the viewer may see, in the order in which they were opened. */
  public ImmutableList<Incident> incidents(Viewer viewer) {
    return histories.incidents(viewer.tenant()).stream()
        .map(stream -> new IncidentId(stream.tenant(), stream.name()))
        .filter(id -> maySee(id, viewer))
        .map(id -> histories.latest(id))
        .collect(toImmutableList());
  }

  private static boolean maySee(IncidentId id, Viewer viewer) {
    return id.tenant().equals(viewer.tenant());
  }

  /** Builds incident response; what is not given has the default that its method names. */
  public static final class Builder {
    private final ResponsePlan plan;
    private final InstantSource clock;
    private final List<ResponsePlan> earlier = new ArrayList<>();
    private final List<DecisionListener> listeners = new ArrayList<>();
    private Journal journal = new InMemoryJournal();
    private Policies policies = Policies.STANDARD;
    private Concepts concepts = Concepts.STANDARD;

    private Builder(ResponsePlan plan, InstantSource clock) {
      this.plan = plan;
      this.clock = clock;
    }

    /** Sets where events are kept; by default in memory. The caller closes it. */
    public Builder journal(Journal journal) {
      this.journal = journal;
      return this;
    }

    /** Sets the policies; by default {@link Policies#STANDARD}. */
    public Builder policies(Policies policies) {
      this.policies = policies;
      return this;
    }

    /** Sets the concepts; by default {@link Concepts#STANDARD}. */
    public Builder concepts(Concepts concepts) {
      this.concepts = concepts;
      return this;
    }

    /** Adds an earlier version of the plan, under which incidents may still run. */
    public Builder earlier(ResponsePlan plan) {
      earlier.add(plan);
      return this;
    }

    /** Adds a listener; they are called in the order in which they were added. */
    public Builder listener(DecisionListener listener) {
      listeners.add(listener);
      return this;
    }

    /**
     * Returns incident response.
     *
     * @throws IllegalArgumentException if two plans have the same version
     */
    public IncidentResponse build() {
      return new IncidentResponse(this);
    }
  }
}
