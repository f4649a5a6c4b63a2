package dev.firebreak.examples.benchmarks.peers;

import java.util.List;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** Ten rules in one Drools session that is used again for each decision. */
final class DroolsSide {
  private static final List<String> REQUESTS = List.of("acknowledge", "complete", "start", "declare");

  private final KieSession session;
  private final DroolsAsk[] asks = new DroolsAsk[REQUESTS.size()];

  DroolsSide() {
    var rules = new StringBuilder("import " + DroolsAsk.class.getName() + "\n");
    for (int i = 0; i < 10; i++) {
      var phase = i % 3 == 0 ? "IDENTIFICATION" : "RECOVERY";
      var role = i % 3 == 0 ? "incident-lead" : "visitor";
      rules.append(
          """
          rule "rule-%d" when
            ask: DroolsAsk(what == "%s", phase == "%s", role != "%s")
          then
            ask.object();
          end
          """
              .formatted(i, REQUESTS.get(i % REQUESTS.size()), phase, role));
    }
    this.session =
        new KieHelper().addContent(rules.toString(), ResourceType.DRL).build().newKieSession();
    for (int i = 0; i < asks.length; i++) {
      asks[i] = new DroolsAsk(REQUESTS.get(i));
    }
  }

  /** Decides on one of the four requests. */
  int decide(int request) {
    var ask = asks[request];
    var handle = session.insert(ask);
    session.fireAllRules();
    session.delete(handle);
    return ask.objections();
  }
}
