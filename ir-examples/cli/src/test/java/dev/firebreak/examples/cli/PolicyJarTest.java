package dev.firebreak.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.firebreak.fact.Actor;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.json.plan.PlanReader;
import dev.firebreak.lifecycle.Decision;
import dev.firebreak.lifecycle.IncidentResponse;
import dev.firebreak.lifecycle.Viewer;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.Policies;
import dev.firebreak.policy.PolicyProvider;
import dev.firebreak.testkit.PolicyContract;
import dev.firebreak.triage.TriageRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor's policies in a jar, which a plan file names. */
class PolicyJarTest {
  private static final IncidentId ID = IncidentId.of("inc-1");
  private static final Actor LINUS = new Actor("linus");
  private static final String VENDOR =
      """
      package acme;

      import com.google.common.collect.*;
      import dev.firebreak.fact.Rejection;
      import dev.firebreak.policy.*;
      import dev.firebreak.triage.TriageRequest;

      public final class TwoWords implements PolicyProvider {
        @Override public String name() { return "acme-criterion"; }
        @Override public String version() { return "2"; }
        @Override public ImmutableSet<String> parameters() { return ImmutableSet.of("words", "impure"); }

        @Override public Policies provide(Policies policies, ImmutableMap<String, String> with) {
          if (!with.containsKey("words")) {
            throw new IllegalArgumentException("the parameter words is missing");
          }
          int words = Integer.parseInt(with.get("words"));
          return policies.withCommand(
              with.containsKey("impure") ? new Moody() : new Criterion(words));
        }

        private record Criterion(int words) implements CommandPolicy {
          @Override public String version() { return "2"; }
          @Override public String explain() { return "A criterion has " + words + " words or more."; }

          @Override public ImmutableList<Rejection> review(Context context) {
            return context.request() instanceof TriageRequest.Declare declare
                    && declare.criterion().split(" ").length < words
                ? ImmutableList.of(condition().unmet("the criterion has too few words"))
                : ImmutableList.of();
          }
        }

        private static final class Moody implements CommandPolicy {
          private int asked;

          @Override public ImmutableList<Rejection> review(Context context) {
            return asked++ % 2 == 0
                ? ImmutableList.of(condition().unmet("not now"))
                : ImmutableList.of();
          }
        }
      }
      """;

  @TempDir private static Path folder;
  private static ImmutableList<PolicyProvider> providers;

  @BeforeAll
  static void compile_the_vendors_jar() throws IOException {
    var source = folder.resolve("TwoWords.java");
    Files.writeString(source, VENDOR);
    var classes = Files.createDirectory(folder.resolve("classes"));
    var compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-d",
                classes.toString(),
                source.toString());
    assertThat(compiled).isZero();
    var jar = folder.resolve("acme.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        write(out, classes.relativize(file).toString(), Files.readAllBytes(file));
      }
      var service = "META-INF/services/" + PolicyProvider.class.getName();
      write(out, service, "acme.TwoWords\n".getBytes(StandardCharsets.UTF_8));
    }
    var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
    providers = ImmutableList.copyOf(ServiceLoader.load(PolicyProvider.class, loader));
  }

  private static void write(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    ((OutputStream) out).write(bytes);
    out.closeEntry();
  }

  private static ResponsePlan plan(String policies) {
    return PlanReader.read(
        "plan.yaml",
        """
        plan: small
        title: Small
        version: "1"
        roles:
          handler: {kind: handler, primary: linus}
        severity:
          levels: [low]
          majorFrom: low
          matrix:
            - {level: low}
        playbooks: []
        """
            + policies);
  }

  private static final String NAMED =
      """
      policies:
        - {policy: acme-criterion, version: "2", with: {words: 2}}
      """;

  @Test
  void a_plan_file_names_it_with_its_parameters() {
    var response = response(plan(NAMED), providers);
    assertThat(response.submit(ID, LINUS, new IncidentRequest.Open("files")).accepted()).isTrue();
    var refused = response.submit(ID, LINUS, new TriageRequest.Declare("encrypted"));
    assertThat(((Decision.Refused) refused).message())
        .isEqualTo("policy.criterion: the criterion has too few words");
    assertThat(response.submit(ID, LINUS, new TriageRequest.Declare("it spreads")).accepted())
        .isTrue();
    assertThat(response.incident(ID, Viewer.of(LINUS)).orElseThrow().origin().policies())
        .contains("criterion@2");
  }

  /** The same policy without a jar and without a name in the plan. */
  @Test
  void the_same_policy_may_be_a_lambda() {
    CommandPolicy criterion =
        context ->
            context.request() instanceof TriageRequest.Declare declare
                    && !declare.criterion().contains(" ")
                ? ImmutableList.of(
                    CommandPolicy.separationOfDuties()
                        .condition()
                        .unmet("the criterion has too few words"))
                : ImmutableList.of();
    PolicyContract.forCommands(criterion).verify(7);
    var response =
        IncidentResponse.under(plan(""), () -> Instant.EPOCH)
            .policies(Policies.STANDARD.withCommand(criterion))
            .build();
    assertThat(response.submit(ID, LINUS, new IncidentRequest.Open("files")).accepted()).isTrue();
    assertThat(response.submit(ID, LINUS, new TriageRequest.Declare("encrypted")).accepted())
        .isFalse();
  }

  @Test
  void keeps_the_contract_or_is_refused_by_it() {
    assertThat(PolicyContract.forCommands(provided("words", "2")).check(7)).isEmpty();
    assertThat(PolicyContract.forCommands(provided("words", "2", "impure", "yes")).check(7))
        .extracting(PolicyContract.Violation::rule)
        .contains("alike-when-asked-again");
  }

  private static CommandPolicy provided(String... parameters) {
    var with = ImmutableMap.<String, String>builder();
    for (int i = 0; i < parameters.length; i += 2) {
      with.put(parameters[i], parameters[i + 1]);
    }
    var provider = Iterables.getOnlyElement(providers);
    return Iterables.getLast(provider.provide(Policies.STANDARD, with.buildOrThrow()).commands());
  }

  static Stream<ImmutableList<String>> wrong() {
    return Stream.of(
        ImmutableList.of(
            "{policy: acme-other}",
            "small 1 /policies/0 names acme-other, but there are only [acme-criterion]"),
        ImmutableList.of(
            "{policy: acme-criterion, version: \"1\", with: {words: 2}}",
            "small 1 /policies/0 names acme-criterion in version 1, but there is 2"),
        ImmutableList.of(
            "{policy: acme-criterion, with: {words: 2, letters: 9}}",
            "small 1 /policies/0 gives acme-criterion the parameters [letters], but it takes only"
                + " [words, impure]"),
        ImmutableList.of(
            "{policy: acme-criterion}",
            "small 1 /policies/0 acme-criterion: the parameter words is missing"));
  }

  @Test
  void is_not_built_on_what_is_not_provided_as_the_plan_says() {
    wrong()
        .forEach(
            each -> {
              var plan = plan("policies: [" + each.get(0) + "]\n");
              assertThatThrownBy(() -> response(plan, providers))
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessage(each.get(1));
            });
    assertThatThrownBy(() -> response(plan(NAMED), ImmutableList.of()))
        .hasMessage("small 1 /policies/0 names acme-criterion, but there are only []");
    assertThatThrownBy(() -> response(plan(NAMED), Iterables.concat(providers, providers)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ImmutableSet.copyOf(providers)).hasSize(1);
  }

  private static IncidentResponse response(ResponsePlan plan, Iterable<PolicyProvider> providers) {
    return IncidentResponse.under(plan, () -> Instant.EPOCH).providers(providers).build();
  }
}
