package dev.firebreak.examples.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableClassToInstanceMap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.Stamp;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.phase.Phase;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.triage.TriageRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Ten rules of the form "this request, in that phase, only in this role", three times. */
final class PolicySides {
  private static final int RULES = 10;
  private static final ImmutableList<Request<?>> REQUESTS =
      ImmutableList.of(
          new TriageRequest.Acknowledge(),
          new PlaybookRequest.CompleteStep(new StepId("identify-1"), "done"),
          new ActionRequest.Start(new ActionId("a-1")),
          new TriageRequest.Declare("a service is down"));

  private final ImmutableList<CommandPolicy> policies;
  private final ImmutableList<CommandPolicy.Context> contexts;
  private final List<Predicate<Ask>> predicates;
  private final ImmutableList<Ask> asks;
  private final Rules rules = new Rules();
  private final ImmutableList<Facts> facts;
  private final DefaultRulesEngine engine = new DefaultRulesEngine();
  private int objections;

  /** What the other sides know of a request. */
  record Ask(Request<?> what, Phase phase, ImmutableSet<Role> roles) {}

  PolicySides() {
    var incident = opened();
    var roles = Work.plan().rolesOf(Work.LEAD);
    var by =
        new Asking(
            new Stamp(3, Work.LEAD, Instant.EPOCH, ZoneOffset.UTC, Instant.EPOCH),
            roles,
            ImmutableClassToInstanceMap.of());
    this.policies =
        numbers().map(i -> policy(what(i), phase(i), role(i))).collect(toImmutableList());
    this.contexts =
        REQUESTS.stream()
            .map(request -> new CommandPolicy.Context(incident, request, by, Work.plan()))
            .collect(toImmutableList());
    this.predicates =
        numbers().map(i -> predicate(what(i), phase(i), role(i))).collect(toImmutableList());
    this.asks =
        REQUESTS.stream()
            .map(request -> new Ask(request, Phase.IDENTIFICATION, roles))
            .collect(toImmutableList());
    for (int i = 0; i < RULES; i++) {
      var objects = predicate(what(i), phase(i), role(i));
      rules.register(
          new RuleBuilder()
              .name("rule-" + i)
              .when(known -> objects.test(known.get("ask")))
              .then(known -> objections++)
              .build());
    }
    this.facts = asks.stream().map(PolicySides::facts).collect(toImmutableList());
  }

  private static Incident opened() {
    var response = IncidentResponse.under(Work.plan(), new Ticks()).build();
    var id = IncidentId.of("i");
    response.submit(id, Work.LEAD, new IncidentRequest.Open("Files are encrypted"));
    return response.incident(id, Viewer.of(Work.LEAD)).orElseThrow();
  }

  private static Stream<Integer> numbers() {
    return IntStream.range(0, RULES).boxed();
  }

  private static Class<?> what(int rule) {
    return REQUESTS.get(rule % REQUESTS.size()).getClass();
  }

  private static Phase phase(int rule) {
    return rule % 3 == 0 ? Phase.IDENTIFICATION : Phase.RECOVERY;
  }

  /** Returns a role that the asker holds where the phase fits, so that nothing is objected. */
  private static Role role(int rule) {
    return new Role(rule % 3 == 0 ? "incident-lead" : "visitor");
  }

  private static CommandPolicy policy(Class<?> what, Phase phase, Role role) {
    return context ->
        what.isInstance(context.request())
                && context.incident().progress().phase() == phase
                && !context.by().roles().contains(role)
            ? ImmutableList.of(
                CommandPolicy.separationOfDuties().condition().unmet("needs " + role))
            : ImmutableList.of();
  }

  private static Predicate<Ask> predicate(Class<?> what, Phase phase, Role role) {
    return ask ->
        what.isInstance(ask.what()) && ask.phase() == phase && !ask.roles().contains(role);
  }

  private static Facts facts(Ask ask) {
    var facts = new Facts();
    facts.put("ask", ask);
    return facts;
  }

  int firebreak(int request) {
    var context = contexts.get(request);
    int found = 0;
    for (int i = 0; i < policies.size(); i++) {
      ImmutableList<Rejection> rejections = policies.get(i).review(context);
      found += rejections.size();
    }
    return found;
  }

  int hand(int request) {
    var ask = asks.get(request);
    int found = 0;
    for (int i = 0; i < predicates.size(); i++) {
      found += predicates.get(i).test(ask) ? 1 : 0;
    }
    return found;
  }

  int easyRules(int request) {
    int before = objections;
    engine.fire(rules, facts.get(request));
    return objections - before;
  }
}
