package dev.firebreak.lifecycle;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.firebreak.alert.Alert;
import dev.firebreak.alert.Report;
import dev.firebreak.execution.ActionExecutor;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Tenant;
import dev.firebreak.incident.Command;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Family;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRecord;
import dev.firebreak.journal.InMemoryJournal;
import dev.firebreak.journal.Journal;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.PlannedPolicies;
import dev.firebreak.policy.Policies;
import dev.firebreak.policy.PolicyProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Incident response under a plan: takes commands and alerts, decides, records, and answers
 * questions.
 *
 * <p>Safe for use by several threads. Commands of one incident are decided one after another, those
 * of different incidents side by side. Several of these, in several processes, may share one
 * journal: each append states what was read, and after a conflict the command is decided anew.
 *
 * <p>A call blocks while the journal does, and throws what the journal or a policy throws. A
 * refusal is a value, never an exception. Nothing here has a thread of its own, and nothing needs
 * to be started: the journal is first read by the first call that asks for something. In memory are
 * the open incidents of those that were asked for, and as many closed ones as have room.
 *
 * <p>Before the process ends, {@link #drain} lets calls end that are under way; after {@link
 * #close} every call throws {@link IllegalStateException}, as commands, alerts and {@link #wake} do
 * after {@code drain}.
 */
public final class IncidentResponse implements AutoCloseable {
  private final Histories histories;
  private final Plans plans;
  private final Sight sight;
  private final CommandHandler commands;
  private final Executions executions;
  private final JointHandler joint;
  private final AlertHandler alerts;
  private final WakeHandler wakes;
  private final @Nullable Observation observation;
  private final ConcurrentMap<Tenant, OpenIncidents> open = new ConcurrentHashMap<>();
  private final Gate gate = new Gate();
  private volatile boolean closed;

  private IncidentResponse(Builder builder) {
    this.observation = builder.observation;
    var journal = observation == null ? builder.journal : observation.watch(builder.journal);
    this.histories = new Histories(journal, builder.concepts);
    this.plans =
        new Plans(
            builder.plan,
            builder.earlier,
            builder.concepts,
            plan -> new PlannedPolicies(builder.providers).of(plan, builder.policies));
    this.sight = new Sight(histories, plans);
    var announcer =
        new Announcer(
            ImmutableList.copyOf(builder.listeners),
            ImmutableList.copyOf(builder.notifiers),
            builder.executor,
            plans,
            sight,
            observation);
    this.executions =
        new Executions(ImmutableList.copyOf(builder.executors), builder.executor, histories);
    this.commands =
        new CommandHandler(histories, plans, sight, builder.clock, announcer, executions);
    this.joint = new JointHandler(histories, commands, announcer, builder.clock);
    this.alerts =
        new AlertHandler(
            histories, plans, plans.policies().correlation(), commands, announcer, builder.clock);
    this.wakes = new WakeHandler(histories, commands, alerts, builder.clock, observation);
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
    gate.enter();
    try {
      return handle(command);
    } finally {
      gate.leave();
    }
  }

  private Decision handle(Command command) {
    checkArgument(!command.id().isOfEvent(), "command id %s is not for choosing", command.id());
    return observation == null
        ? decide(command)
        : observation.command(command.incident(), command.request(), () -> decide(command));
  }

  private Decision decide(Command command) {
    return JointHandler.isJoint(command.request())
        ? joint.handle(command)
        : commands.handle(command);
  }

  private Decision decide(IncidentId incident, Actor actor, Request<?> request) {
    return JointHandler.isJoint(request)
        ? joint.handle(incident, actor, request)
        : commands.handle(incident, actor, request);
  }

  /** Decides on a request that happens now, and acts each time that it is made. */
  public Decision submit(IncidentId incident, Actor actor, Request<?> request) {
    gate.enter();
    try {
      return observation == null
          ? decide(incident, actor, request)
          : observation.command(incident, request, () -> decide(incident, actor, request));
    } finally {
      gate.leave();
    }
  }

  /**
   * Decides on several commands, each by itself, in the order of the list.
   *
   * <p>A command that is refused or fails does not keep those after it from being decided on. This
   * is not a transaction: what was recorded stays recorded. To send the whole list again is safe,
   * since what was accepted does not act twice.
   *
   * @return what became of each, in the same order
   */
  public ImmutableList<Submission> submitAll(List<Command> several) {
    gate.enter();
    try {
      var submissions = ImmutableList.<Submission>builderWithExpectedSize(several.size());
      for (Command command : several) {
        submissions.add(submission(command));
      }
      return submissions.build();
    } finally {
      gate.leave();
    }
  }

  private Submission submission(Command command) {
    try {
      return new Submission.Decided(command, handle(command));
    } catch (RuntimeException e) {
      return new Submission.Failed(command, e);
    }
  }

  /**
   * Receives an alert: the correlation policy says whether it opens an incident, joins one or
   * waits.
   *
   * <p>The same alert never opens two incidents, however often and wherever it is received.
   */
  public Receipt receive(Tenant tenant, Alert alert) {
    gate.enter();
    try {
      return observation == null
          ? alerts.receive(tenant, alert)
          : observation.alert(alert.key(), () -> alerts.receive(tenant, alert));
    } finally {
      gate.leave();
    }
  }

  /**
   * Receives what somebody noticed, named or not; it is placed like an alert.
   *
   * <p>Who reported it by name is told by a notification, once it belongs to an incident that they
   * may see. Of an anonymous report no name is kept anywhere.
   */
  public Receipt receive(Tenant tenant, Report report) {
    return receive(tenant, report.toAlert());
  }

  /** Receives an alert in an application that has only one tenant. */
  public Receipt receive(Alert alert) {
    return receive(Tenant.SINGLE, alert);
  }

  /**
   * Does what is due by now in incidents of the tenant, looks again at the alerts whose snooze is
   * over, and returns what was decided about incidents.
   *
   * <p>Nothing runs by itself: the application calls this at {@link #nextDue}, or as often as it
   * likes. Each thing that is due happens once, also when several engines share a journal and are
   * woken at once. What is refused is asked for again at the next call.
   *
   * <p>If it fails in one incident, it is still done in the others; then the failure is thrown.
   */
  public ImmutableList<Decision> wake(Tenant tenant) {
    gate.enter();
    try {
      return wakes.wake(tenant, openOf(tenant));
    } finally {
      gate.leave();
    }
  }

  /**
   * Returns when something is due next in an incident of the tenant: the time has passed if it was
   * not done yet. What was refused when it was last due is left out until its incident changes.
   */
  public Optional<Instant> nextDue(Tenant tenant) {
    checkOpen();
    var incident = openOf(tenant).nextDue();
    var alert = alerts.nextDue(tenant);
    return Optional.ofNullable(
        incident == null || (alert != null && alert.isBefore(incident)) ? alert : incident);
  }

  /**
   * Takes up the actions of the tenant that were started and of whose end nothing is known, since
   * the process that started them is gone: each executor is asked, or called again under the same
   * key, as it declares. What is under way in this engine is left alone.
   *
   * <p>To be called when an engine starts. Actions that no executor handles are left to people.
   *
   * @return how many were taken up
   */
  public int resume(Tenant tenant) {
    gate.enter();
    try {
      int count = 0;
      for (IncidentId incident : openOf(tenant).all()) {
        count += executions.resume(incident, commands);
      }
      return count;
    } finally {
      gate.leave();
    }
  }

  /**
   * Reads the incidents of a tenant, so that the first question about all that are open is answered
   * as fast as the later ones. Without this, that question reads them.
   *
   * <p>Every stored incident is read once, one after another; of those that are closed nothing is
   * kept.
   */
  public void start(Tenant tenant) {
    checkOpen();
    openOf(tenant).refresh();
  }

  /**
   * Takes no more commands, alerts and wake-up calls, and waits until those under way have ended.
   * Questions are still answered.
   *
   * <p>Not for a listener or a policy to call, which would wait for itself.
   *
   * @param atMost how long to wait
   * @return whether all have ended
   */
  public boolean drain(Duration atMost) throws InterruptedException {
    gate.shut();
    return gate.awaitEmpty(atMost);
  }

  /**
   * Takes no more calls. Those under way go on to their end; to wait for them, drain first. The
   * journal stays open: who opened it closes it, once those calls have ended.
   */
  @Override
  public void close() {
    gate.shut();
    closed = true;
  }

  /**
   * Returns the open incidents that are asked for, of those that the viewer may see.
   *
   * <p>The answer has in it what was recorded before the call, here or by other engines on the same
   * journal. It looks at open incidents only, in the order that is asked for, until it has found as
   * many as are wanted.
   */
  public ImmutableList<IncidentSummary> find(IncidentQuery query, Viewer viewer) {
    checkOpen();
    return openOf(viewer.tenant()).find(query, id -> sight.maySee(id, viewer));
  }

  /** Returns the incident, if there is one that the viewer may see. */
  public Optional<Incident> incident(IncidentId id, Viewer viewer) {
    checkOpen();
    return seen(id, viewer);
  }

  /**
   * Returns the incident together with those that are merged into it, if there is one that the
   * viewer may see.
   */
  public Optional<Family> family(IncidentId id, Viewer viewer) {
    return record(id, viewer)
        .map(
            head ->
                new Family(
                    head,
                    histories.members(head.incident()).stream()
                        .map(member -> histories.record(member.id()))
                        .collect(toImmutableList())));
  }

  /** Returns the incident with its whole history, if there is one that the viewer may see. */
  public Optional<IncidentRecord> record(IncidentId id, Viewer viewer) {
    checkOpen();
    return seen(id, viewer).map(seen -> histories.record(seen.id()));
  }

  /**
   * Returns why a command would be refused now, and what would let it pass; nothing is recorded.
   *
   * <p>The way out is found by trying, on the function that decides, what the rejections say would
   * lift them: acts of people who hold the roles now, another one who asks, another request,
   * waiting. To somebody who may not see an incident it is as if there were none. What relates
   * several incidents is tried on all of them, and some of the acts may be for another one.
   *
   * @param viewer who wants to know, which need not be who asks
   */
  public Explanation explain(Command command, Viewer viewer) {
    checkOpen();
    var id = command.incident();
    var seen = seen(id, viewer);
    var record = seen.isPresent() ? histories.record(id) : histories.blank(id);
    return commands.explain(
        record,
        command,
        other -> seen(other, viewer).orElseGet(() -> histories.blank(other).incident()));
  }

  /** Returns why a request would be refused now, and what would let it pass. */
  public Explanation explain(IncidentId incident, Actor actor, Request<?> request, Viewer viewer) {
    return explain(new Command(new CommandId("explained"), incident, actor, null, request), viewer);
  }

  /** Returns the incidents that the viewer may see, in the order in which they were opened. */
  public ImmutableList<Incident> incidents(Viewer viewer) {
    checkOpen();
    return histories.incidents(viewer.tenant()).stream()
        .map(stream -> new IncidentId(stream.tenant(), stream.name()))
        .flatMap(id -> seen(id, viewer).stream())
        .collect(toImmutableList());
  }

  /** Returns the incident as it is now, if there is one that the viewer may see. */
  private Optional<Incident> seen(IncidentId id, Viewer viewer) {
    return id.tenant().equals(viewer.tenant())
        ? Optional.of(histories.latest(id))
            .filter(incident -> incident.version() > 0 && sight.maySee(incident, viewer.actor()))
        : Optional.empty();
  }

  private OpenIncidents openOf(Tenant tenant) {
    return open.computeIfAbsent(tenant, any -> new OpenIncidents(any, histories, plans));
  }

  private void checkOpen() {
    checkState(!closed, "incident response is closed");
  }

  /** Builds incident response; what is not given has the default that its method names. */
  public static final class Builder {
    private final ResponsePlan plan;
    private final InstantSource clock;
    private final List<ResponsePlan> earlier = new ArrayList<>();
    private final List<DecisionListener> listeners = new ArrayList<>();
    private final List<Notifier> notifiers = new ArrayList<>();
    private final List<ActionExecutor> executors = new ArrayList<>();
    private final List<PolicyProvider> providers = new ArrayList<>();
    private Executor executor = Runnable::run;
    private @Nullable Observation observation;
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

    /** Adds a provider of policies that plans name. */
    public Builder provider(PolicyProvider provider) {
      providers.add(provider);
      return this;
    }

    /** Adds providers of policies that plans name, such as those that a service loader finds. */
    public Builder providers(Iterable<PolicyProvider> several) {
      several.forEach(providers::add);
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

    /** Adds a notifier; they are called in the order in which they were added. */
    public Builder notifier(Notifier notifier) {
      notifiers.add(notifier);
      return this;
    }

    /**
     * Adds one that carries out actions; of several that handle a type, the first one added does.
     */
    public Builder executor(ActionExecutor executor) {
      executors.add(executor);
      return this;
    }

    /**
     * Sets where notifiers and executors run; by default on the thread of the command, after it was
     * recorded. The caller shuts it down. A notification that it rejects is logged and lost, and an
     * action that it rejects has failed.
     */
    public Builder runOn(Executor executor) {
      this.executor = executor;
      return this;
    }

    /**
     * Sets who observes what the engine does; by default nobody, at no cost.
     *
     * @param nanos the source of durations, in nanoseconds from any origin, such as {@code
     *     System::nanoTime}
     */
    public Builder observer(EngineObserver observer, LongSupplier nanos) {
      this.observation = new Observation(observer, nanos);
      return this;
    }

    /**
     * Returns incident response; the journal is not touched yet.
     *
     * @throws IllegalArgumentException if two plans have the same version, or one has a rule for a
     *     command that the concepts do not have, or names a policy that is not provided
     */
    public IncidentResponse build() {
      return new IncidentResponse(this);
    }
  }
}
