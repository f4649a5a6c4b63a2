package dev.firebreak.policy;

import static dev.firebreak.policy.Case.CHIEF;
import static dev.firebreak.policy.Case.LEADING;
import static dev.firebreak.policy.Case.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionId;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.Approval;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Due;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Rating;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.testkit.PolicyContract;
import dev.firebreak.triage.TriageRequest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompositionTest {
  private static final Remedy BY_LEAD =
      new Remedy.AskAs(Remedy.Asker.holding(ImmutableList.of(LEADING)));

  private final Case opened = new Case(Case.plan());
  private final CommandPolicy.Context asked =
      opened.asked(STRANGER, new TriageRequest.Declare("a criterion"));

  /** Objects as often as it is told, and offers a way out. */
  private record Objects(String name, int times) implements CommandPolicy {
    @Override
    public String version() {
      return "v" + times;
    }

    @Override
    public String explain() {
      return name + " objects.";
    }

    @Override
    public ImmutableList<Rejection> review(CommandPolicy.Context context) {
      var all = ImmutableList.<Rejection>builder();
      for (int i = 1; i <= times; i++) {
        var rejection = condition().unmet(name + " " + i, 1L);
        all.add(context.by().roles().contains(LEADING) ? rejection : rejection.or(BY_LEAD));
      }
      return all.build();
    }
  }

  private static CommandPolicy says(String name, int times) {
    return new Objects(name, times);
  }

  @Test
  void all_tell_every_objection() {
    var policy = CommandPolicy.all(says("one", 1), says("two", 0), says("three", 2));
    assertThat(policy.review(opened.asked(CHIEF, asked.request())))
        .extracting(Rejection::toString)
        .containsExactly("policy.one: one 1", "policy.three: three 1", "policy.three: three 2");
    assertThat(CommandPolicy.all(says("one", 0), says("two", 0)).review(asked)).isEmpty();
  }

  @Test
  void the_first_objection_is_all_that_is_told() {
    CommandPolicy never =
        context -> {
          throw new AssertionError("it is not asked");
        };
    var policy = CommandPolicy.firstObjection(says("one", 0), says("two", 2), never);
    assertThat(policy.review(asked))
        .extracting(Rejection::message)
        .containsExactly("two 1", "two 2");
    assertThat(CommandPolicy.firstObjection(says("one", 0)).review(asked)).isEmpty();
  }

  @Test
  void any_that_lets_it_pass_is_enough() {
    assertThat(CommandPolicy.any(says("one", 1), says("two", 0)).review(asked)).isEmpty();
  }

  @Test
  void where_all_object_any_is_one_rejection_that_offers_what_satisfies_one() {
    var policy = CommandPolicy.any(says("one", 1), says("two", 2));
    assertThat(policy.review(opened.asked(STRANGER, asked.request())))
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.code()).isEqualTo("policy.any:one+two");
              assertThat(rejection.message())
                  .isEqualTo(
                      "none lets it pass: policy.one: one 1; policy.two: two 1; policy.two: two 2");
              assertThat(rejection.facts()).containsExactly(1L);
              assertThat(rejection.remedies()).containsExactly(BY_LEAD);
            });
    assertThat(CommandPolicy.any(says("two", 2)).review(asked).get(0).remedies()).isEmpty();
  }

  @Test
  void exits_are_composed_the_same_way() {
    ExitPolicy open = context -> ImmutableList.of();
    var leaving = opened.leaving(null);
    var steps = ExitPolicy.mandatorySteps();
    assertThat(ExitPolicy.all(open, steps).review(leaving)).isEqualTo(steps.review(leaving));
    assertThat(ExitPolicy.any(steps, open).review(leaving)).isEmpty();
    assertThat(ExitPolicy.firstObjection(steps, steps).review(leaving))
        .isEqualTo(steps.review(leaving))
        .isNotEmpty();
  }

  @Test
  void name_version_and_explanation_are_those_of_the_parts() {
    var policy = CommandPolicy.all(says("one", 1), CommandPolicy.any(says("two", 2), says("x", 0)));
    assertThat(policy.label()).isEqualTo("all:one+any:two+x@v1+v2+v0");
    assertThat(policy.explain())
        .isEqualTo(
            "All of these must let it pass: one objects. One of these must let it pass:"
                + " two objects. x objects.");
    assertThat(policy)
        .isEqualTo(
            CommandPolicy.all(says("one", 1), CommandPolicy.any(says("two", 2), says("x", 0))));
  }

  @Test
  void refuses_to_compose_nothing_and_names_that_are_too_long() {
    assertThatThrownBy(CommandPolicy::all).hasMessage("all of no policy answers nothing");
    assertThatThrownBy(ExitPolicy::any).hasMessage("any of no policy answers nothing");
    var longest = says("n".repeat(100), 0);
    assertThatThrownBy(() -> CommandPolicy.all(longest, longest))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_worst_severity_counts_and_says_whose_it_is() {
    SeverityPolicy high =
        context -> new Rating(context.plan().majorFrom(), "all are major", "careful@2");
    var impact = new Impact(FunctionalImpact.LOW, InformationImpact.NONE, Recoverability.REGULAR);
    var context = new SeverityPolicy.Context(opened.incident(), impact, opened.responsePlan());
    var policy =
        SeverityPolicy.worstOf(SeverityPolicy.asPlanned(), high, SeverityPolicy.asPlanned());
    assertThat(policy.rate(context))
        .isEqualTo(
            new Rating(
                opened.responsePlan().majorFrom(), "careful@2: all are major", policy.label()));
    assertThat(
            SeverityPolicy.worstOf(SeverityPolicy.asPlanned(), SeverityPolicy.asPlanned())
                .rate(context))
        .extracting(rating -> rating.severity().name())
        .isEqualTo("low");
  }

  @Test
  void the_strictest_approval_satisfies_all() {
    assertThat(strictest("0", "0")).isEqualTo("0");
    assertThat(strictest("0", "1 lead")).isEqualTo("1 lead");
    assertThat(strictest("1 lead", "0")).isEqualTo("1 lead");
    assertThat(strictest("1 lead analyst", "2 lead")).isEqualTo("2 lead");
    assertThat(strictest("3 analyst lead", "2 lead")).isEqualTo("3 lead");
    assertThat(strictest("1 analyst", "2 lead")).isEqualTo("2 lead");
    assertThat(strictest("1 analyst", "1 lead")).isEqualTo("1 analyst");
  }

  /** Answers as a text says: how many of which roles. */
  private record Asks(String text) implements ApprovalPolicy {
    @Override
    public Approval required(ApprovalPolicy.Context context) {
      var words = ImmutableList.copyOf(text.split(" ", -1));
      var roles = words.subList(1, words.size()).stream().map(Role::new).toList();
      return new Approval(ImmutableSet.copyOf(roles), Integer.parseInt(words.get(0)), label());
    }
  }

  private String strictest(String one, String other) {
    var policy = ApprovalPolicy.strictestOf(new Asks(one), new Asks(other));
    var plan = new ActionRequest.Plan(new ActionId("a"), ActionType.PATCH, "web-1", null);
    var context = new ApprovalPolicy.Context(opened.incident(), plan, opened.responsePlan());
    var approval = policy.required(context);
    assertThat(approval.under()).isEqualTo(policy.label());
    var words = approval.by().stream().map(Role::name);
    return String.join(" ", Stream.concat(Stream.of("" + approval.count()), words).toList());
  }

  static Stream<PolicyContract> composed() {
    DuePolicy sooner =
        new DuePolicy() {
          @Override
          public String name() {
            return "sooner";
          }

          @Override
          public Due due(DuePolicy.Context context) {
            return new Due(context.started().plus(Duration.ofMinutes(5)), label());
          }
        };
    var duties = CommandPolicy.separationOfDuties();
    var roles = CommandPolicy.byRole(RoleTable.STANDARD);
    var steps = ExitPolicy.mandatorySteps();
    return Stream.of(
        PolicyContract.forCommands(CommandPolicy.all(duties, roles)),
        PolicyContract.forCommands(CommandPolicy.any(duties, roles)),
        PolicyContract.forCommands(CommandPolicy.firstObjection(roles, duties)),
        PolicyContract.forExits(ExitPolicy.all(steps, steps)),
        PolicyContract.forSeverity(SeverityPolicy.worstOf(SeverityPolicy.asPlanned())),
        PolicyContract.forApproval(
            ApprovalPolicy.strictestOf(ApprovalPolicy.asPlanned(), ApprovalPolicy.asPlanned())),
        PolicyContract.forDue(DuePolicy.earliestOf(DuePolicy.asPlanned(), sooner)));
  }

  @ParameterizedTest
  @MethodSource("composed")
  void keeps_the_contract(PolicyContract contract) {
    contract.within(Duration.ofMinutes(2)).verify(7);
  }
}
