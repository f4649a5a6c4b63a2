package dev.firebreak.examples.cli;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.json.FirebreakJson;
import dev.firebreak.json.plan.PlanReader;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.policy.PolicyProvider;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Tells why a request would be refused, and what would let it pass. */
@Command(
    name = "explain",
    description = "Tells why a request would be refused now, and what would let it pass.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "FILE",
      description = "The response plan, as YAML or JSON.")
  private Path plan;

  @Mixin private JournalOption journal;

  @Option(names = "--as", required = true, paramLabel = "ACTOR", description = "Who asks.")
  private String actor;

  @Parameters(index = "0", paramLabel = "INCIDENT", description = "The incident's id.")
  private String incident;

  @Parameters(
      index = "1",
      paramLabel = "REQUEST",
      description = "What is asked, such as {\"request\":\"action.approve\",\"action\":\"a-1\"}.")
  private String request;

  @Override
  public Integer call() {
    var asked = request();
    try (var events = journal.open()) {
      var response =
          IncidentResponse.under(PlanReader.read(plan), InstantSource.system())
              .journal(events)
              .providers(ServiceLoader.load(PolicyProvider.class))
              .build();
      var who = new Actor(actor);
      var explanation = response.explain(IncidentId.of(incident), who, asked, Viewer.of(who));
      Ir.screen(spec).block(explanation.toText());
      return explanation.refused() ? Ir.FINDINGS : Ir.FINE;
    }
  }

  private Request<?> request() {
    var mapper = FirebreakJson.mapper(Concepts.STANDARD);
    try {
      if (!(mapper.readTree(request) instanceof ObjectNode fields)) {
        throw wrong("a request is an object");
      }
      var name = fields.path("request").asString("");
      for (var concept : Concepts.STANDARD.all()) {
        var kind = concept.requests().get(name);
        if (kind != null) {
          fields.remove("request");
          return (Request<?>) mapper.treeToValue(fields, kind);
        }
      }
      throw wrong("there is no request \"" + name + '"');
    } catch (JacksonException e) {
      throw wrong(e.getOriginalMessage());
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), "REQUEST: " + what);
  }
}
