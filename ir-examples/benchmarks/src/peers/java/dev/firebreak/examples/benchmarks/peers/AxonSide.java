package dev.firebreak.examples.benchmarks.peers;

import dev.firebreak.examples.benchmarks.peers.Course.Asked;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The work on an Axon aggregate that is cached, with its events in memory. */
final class AxonSide {
  private static final int KEPT = 200;

  private @Nullable CommandGateway gateway;
  private int handled;

  /** Opens an incident. */
  record Open(@TargetAggregateIdentifier String id) {}

  /** Asks for what comes next. */
  record Ask(@TargetAggregateIdentifier String id, Course kind, String subject) {}

  /** An incident was opened. */
  record Opened(String id) {}

  /** Something was recorded. */
  record Recorded(String id, Course kind, String subject) {}

  /** The incident. */
  public static class Incident {
    @AggregateIdentifier private @Nullable String id;
    private final Set<String> done = new HashSet<>();
    private boolean declared;
    private int moves;

    /** Is made by Axon. */
    Incident() {}

    /** Opens it. */
    @CommandHandler
    Incident(Open open) {
      AggregateLifecycle.apply(new Opened(open.id()));
    }

    @CommandHandler
    void handle(Ask ask) {
      boolean allowed =
          switch (ask.kind()) {
            case NOTE -> true;
            case STEP -> !done.contains(ask.subject());
            case NEXT -> declared && done.size() >= Course.stepsBefore(moves);
          };
      if (!allowed) {
        throw new IllegalStateException(ask + " is not allowed in " + id);
      }
      AggregateLifecycle.apply(new Recorded(ask.id(), ask.kind(), ask.subject()));
    }

    @EventSourcingHandler
    void on(Opened opened) {
      id = opened.id();
    }

    @EventSourcingHandler
    void on(Recorded recorded) {
      switch (recorded.kind()) {
        case NOTE -> declared |= recorded.subject().equals("declared");
        case STEP -> done.add(recorded.subject());
        case NEXT -> moves++;
      }
    }
  }

  private static CommandGateway started() {
    return DefaultConfigurer.defaultConfiguration(false)
        .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
        .configureAggregate(
            AggregateConfigurer.defaultConfiguration(Incident.class)
                .configureCache(configuration -> new WeakReferenceCache()))
        .start()
        .commandGateway();
  }

  /** Does the work and returns the answer to the last command. */
  @Nullable Object handle() {
    int number = handled++ % KEPT;
    var commands = gateway;
    if (commands == null || number == 0) {
      commands = started();
      gateway = commands;
    }
    var id = "i-" + handled;
    commands.sendAndWait(new Open(id));
    Object last = null;
    for (Asked asked : List.copyOf(Course.ALL.subList(1, Course.ALL.size()))) {
      last = commands.sendAndWait(new Ask(id, asked.kind(), asked.subject()));
    }
    return last;
  }
}
