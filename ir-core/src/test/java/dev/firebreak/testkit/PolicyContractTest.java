package dev.firebreak.testkit;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.Approval;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Due;
import dev.firebreak.phase.Phase;
import dev.firebreak.policy.ApprovalPolicy;
import dev.firebreak.policy.CommandPolicy;
import dev.firebreak.policy.CorrelationPolicy;
import dev.firebreak.policy.DisclosurePolicy;
import dev.firebreak.policy.DuePolicy;
import dev.firebreak.policy.EscalationPolicy;
import dev.firebreak.policy.ExitPolicy;
import dev.firebreak.policy.SeverityPolicy;
import dev.firebreak.severity.Rating;
import dev.firebreak.severity.Severity;
import dev.firebreak.testkit.PlantedPolicies.Stray;
import dev.firebreak.testkit.PolicyContract.Violation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyContractTest {
  private static final Duration MOMENT = Duration.ofMillis(300);

  static Stream<Arguments> planted() {
    return Stream.of(
        Arguments.of(new PlantedPolicies.NeedsCategory(), "total"),
        Arguments.of(new PlantedPolicies.Recurses(), "total"),
        Arguments.of(new PlantedPolicies.BlankMessage(), "total"),
        Arguments.of(new PlantedPolicies.SaysNothing(), "answers"),
        Arguments.of(new PlantedPolicies.ForgetsCondition(), "answers"),
        Arguments.of(new PlantedPolicies.ThrowsDice(), "alike-when-asked-again"),
        Arguments.of(new PlantedPolicies.CountsCalls(), "alike-when-asked-again"),
        Arguments.of(new PlantedPolicies.ReadsClock(), "alike-when-asked-again"),
        Arguments.of(new PlantedPolicies.RemembersLast(), "alike-when-asked-again"),
        Arguments.of(new PlantedPolicies.RemembersTriage(), "alike-in-any-order"),
        Arguments.of(new PlantedPolicies.LooksAtIdentity(), "alike-for-equal-contexts"),
        Arguments.of(new PlantedPolicies.KnowsItsThread(), "alike-on-any-thread"),
        Arguments.of(new PlantedPolicies.SpeaksDefaultLocale(), "alike-in-any-locale"),
        Arguments.of(new PlantedPolicies.FormatsNumbers(), "alike-in-any-locale"),
        Arguments.of(new PlantedPolicies.SpeaksDefaultZone(), "alike-in-any-zone"),
        Arguments.of(new PlantedPolicies.Anonymous(), "named"),
        Arguments.of(new PlantedPolicies.Renamed(), "named"),
        Arguments.of(new PlantedPolicies.Unexplained(), "named"),
        Arguments.of(rejects("acme.no", "It may."), "names-condition"),
        Arguments.of(rejects("policy.", "It may."), "names-condition"),
        Arguments.of(rejects("policy.no", " "), "names-condition"),
        Arguments.of(new PlantedPolicies.Cites(1), "cites-history"),
        Arguments.of(new PlantedPolicies.Cites(-1), "cites-history"),
        Arguments.of(new PlantedPolicies.SendsBack(), "offers-way-out"),
        Arguments.of(new PlantedPolicies.Prints(false), "prints-nothing"),
        Arguments.of(new PlantedPolicies.Prints(true), "prints-nothing"),
        Arguments.of(new PlantedPolicies.SetsProperty(), "sets-no-property"),
        Arguments.of(new PlantedPolicies.SetsLocale(), "sets-no-default"),
        Arguments.of(new PlantedPolicies.SetsZone(), "sets-no-default"));
  }

  private static CommandPolicy rejects(String code, String statement) {
    return new PlantedPolicies.Rejects(new Stray(code, statement));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void finds_the_one_rule_that_a_planted_policy_breaks(CommandPolicy policy, String rule) {
    assertThat(rules(PolicyContract.forCommands(policy).check(7))).containsExactly(rule);
  }

  @Test
  void finds_a_thread_that_is_left_running() {
    var policy = new PlantedPolicies.StartsThread();
    var violations = PolicyContract.forCommands(policy).check(7);
    policy.end.countDown();
    assertThat(rules(violations)).containsExactly("leaves-no-thread");
    assertThat(violations.get(0).what()).contains("planted thread");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 1000, 1400, 2000})
  void gives_up_on_a_policy_that_does_not_answer(int answers) {
    var policy = new PlantedPolicies.Loops(answers);
    var violations = PolicyContract.forCommands(policy).within(MOMENT).check(7);
    assertThat(rules(violations)).containsExactly("terminates");
    assertThat(violations.get(0).what()).contains("not within PT0.3S when asked about ");
  }

  @Test
  void gives_up_on_a_policy_that_does_not_tell_its_name() {
    var policy = new PlantedPolicies.LoopsForName();
    var violations = PolicyContract.forCommands(policy).within(MOMENT).check(7);
    assertThat(rules(violations)).containsExactly("terminates");
    assertThat(violations.get(0).what()).contains("when asked for its name");
  }

  @Test
  void refuses_a_budget_that_is_not_positive() {
    var contract = PolicyContract.forSeverity(SeverityPolicy.asPlanned());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> contract.within(Duration.ZERO))
        .withMessage("budget must be positive but was PT0S");
  }

  @Test
  void finds_an_exit_policy_that_cites_what_never_happened() {
    ExitPolicy policy =
        new ExitPolicy() {
          @Override
          public String name() {
            return "cites";
          }

          @Override
          public ImmutableList<Rejection> review(ExitPolicy.Context context) {
            return context.to() == Phase.CONTAINMENT
                ? ImmutableList.of(condition().unmet("no", Long.MAX_VALUE))
                : ImmutableList.of();
          }
        };
    assertThat(rules(PolicyContract.forExits(policy).check(7))).containsExactly("cites-history");
  }

  @Test
  void finds_a_severity_that_the_plan_does_not_have() {
    var stray = new Severity("apocalyptic", 99);
    SeverityPolicy policy = context -> new Rating(stray, "it is bad", "policy-contract-test@1");
    assertThat(rules(PolicyContract.forSeverity(policy).check(7))).containsExactly("stays-in-plan");
  }

  @Test
  void finds_a_severity_that_is_given_under_another_policy() {
    SeverityPolicy policy = context -> SeverityPolicy.asPlanned().rate(context);
    var violations = PolicyContract.forSeverity(policy).check(7);
    assertThat(rules(violations)).containsExactly("signs");
    assertThat(violations.get(0).what())
        .contains("\"planned-severity@1\" is not \"policy-contract-test@1\"");
  }

  @Test
  void finds_an_approval_by_a_role_that_the_plan_does_not_have() {
    ApprovalPolicy policy = context -> Approval.by(new Role("pope"), 1, "policy-contract-test@1");
    assertThat(rules(PolicyContract.forApproval(policy).check(7))).containsExactly("stays-in-plan");
  }

  @Test
  void finds_an_approval_that_is_given_under_another_policy() {
    ApprovalPolicy policy = context -> Approval.notNeeded("somebody else");
    assertThat(rules(PolicyContract.forApproval(policy).check(7))).containsExactly("signs");
    DuePolicy due = context -> new Due(null, "somebody else");
    assertThat(rules(PolicyContract.forDue(due).check(7))).containsExactly("signs");
  }

  @Test
  void finds_a_policy_of_an_anonymous_class_that_did_not_say_its_name() {
    CommandPolicy policy =
        new CommandPolicy() {
          @Override
          public ImmutableList<Rejection> review(CommandPolicy.Context context) {
            return ImmutableList.of();
          }
        };
    assertThat(rules(PolicyContract.forCommands(policy).check(7))).containsExactly("named");
  }

  @Test
  void tells_everything_at_once_with_the_seed_and_the_context() {
    CommandPolicy policy =
        context -> {
          System.out.println("here");
          return ImmutableList.of(new Stray("acme.no", "It may.").unmet("no", 0L));
        };
    assertThatThrownBy(() -> PolicyContract.forCommands(policy).verify(11))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(PolicyContractTest.class.getName())
        .hasMessageContaining("breaks the contract of policies (seed 11)")
        .hasMessageContaining("\nnames-condition: A rejection names a condition of the policy")
        .hasMessageContaining("\ncites-history: ")
        .hasMessageContaining("but there is no event 0 about incident.open by ")
        .hasMessageContaining("(context 1 of seed 11) (and 399 more)")
        .hasMessageContaining("\nprints-nothing: It prints nothing, but it printed \"here");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, -4_611_686_018_427_387_904L})
  void passes_the_built_in_policies(long seed) {
    assertThatCode(
            () -> {
              PolicyContract.forCommands(CommandPolicy.separationOfDuties()).verify(seed);
              PolicyContract.forExits(ExitPolicy.mandatorySteps()).verify(seed);
              PolicyContract.forExits(ExitPolicy.recoveryCriteria()).verify(seed);
              PolicyContract.forSeverity(SeverityPolicy.asPlanned()).verify(seed);
              PolicyContract.forApproval(ApprovalPolicy.asPlanned()).verify(seed);
              PolicyContract.forDue(DuePolicy.asPlanned()).verify(seed);
              PolicyContract.forEscalation(EscalationPolicy.ladder()).verify(seed);
              PolicyContract.forCorrelation(CorrelationPolicy.asPlanned()).verify(seed);
              PolicyContract.forDisclosure(DisclosurePolicy.byTlp()).verify(seed);
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void passes_lambdas(long seed) {
    CommandPolicy commands = context -> ImmutableList.of();
    ExitPolicy exits = context -> ImmutableList.of();
    SeverityPolicy severity =
        context ->
            new Rating(
                context.plan().severity().levels().get(0),
                "everything is small",
                "policy-contract-test@1");
    ApprovalPolicy approval =
        context ->
            context.plan().roles().isEmpty()
                ? Approval.notNeeded("policy-contract-test@1")
                : Approval.by(context.plan().roles().get(0).role(), 1, "policy-contract-test@1");

    assertThat(PolicyContract.forCommands(commands).check(seed)).isEmpty();
    assertThat(PolicyContract.forExits(exits).check(seed)).isEmpty();
    assertThat(PolicyContract.forSeverity(severity).check(seed)).isEmpty();
    assertThat(PolicyContract.forApproval(approval).check(seed)).isEmpty();
  }

  @Test
  void passes_a_condition_that_is_another_object_each_time() {
    var contract = PolicyContract.forCommands(new PlantedPolicies.NewCondition());
    assertThat(contract.check(7)).isEmpty();
  }

  @Test
  void passes_a_remedy_that_anybody_may_use() {
    var contract = PolicyContract.forCommands(new PlantedPolicies.SendsToAnybody());
    assertThat(contract.check(7)).isEmpty();
  }

  @Test
  void passes_a_thread_that_has_ended() {
    var contract = PolicyContract.forCommands(new PlantedPolicies.StartsAndEndsThread());
    assertThat(contract.check(7)).isEmpty();
  }

  @Test
  void puts_everything_back() {
    var out = System.out;
    var err = System.err;
    var locale = Locale.getDefault();
    var zone = TimeZone.getDefault();
    PolicyContract.forCommands(new PlantedPolicies.SetsLocale()).check(7);
    PolicyContract.forCommands(new PlantedPolicies.SetsZone()).check(7);
    PolicyContract.forCommands(new PlantedPolicies.SetsProperty()).check(7);
    assertThat(System.out).isSameAs(out);
    assertThat(System.err).isSameAs(err);
    assertThat(Locale.getDefault()).isEqualTo(locale);
    assertThat(TimeZone.getDefault()).isEqualTo(zone);
    assertThat(System.getProperty(PlantedPolicies.SetsProperty.NAME)).isNull();
  }

  @Test
  void hears_only_the_policy_and_passes_on_what_others_print() {
    var before = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    var findings = new Findings();
    var surroundings = new Surroundings(findings);
    try {
      surroundings.enter();
      System.out.print("from a test");
      surroundings.leave();
    } finally {
      System.setOut(before);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("from a test");
    assertThat(findings.violations()).isEmpty();
  }

  private static ImmutableSet<String> rules(ImmutableList<Violation> violations) {
    assertThat(violations.stream().map(Violation::rule).collect(toImmutableList()))
        .doesNotHaveDuplicates();
    return violations.stream().map(Violation::rule).collect(ImmutableSet.toImmutableSet());
  }
}
