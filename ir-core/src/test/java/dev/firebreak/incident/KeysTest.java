package dev.firebreak.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.action.ActionId;
import dev.firebreak.action.StepId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.CommandId;
import dev.firebreak.fact.Role;
import dev.firebreak.fact.StreamId;
import dev.firebreak.fact.Tenant;
import dev.firebreak.plan.PlanVersion;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is a key in the engine equals what has the same parts, and nothing else. */
class KeysTest {
  private static Stream<Function<String, Object>> ofOneName() {
    return Stream.of(
        Actor::new,
        Tenant::new,
        Role::new,
        StepId::new,
        ActionId::new,
        CommandId::new,
        IncidentId::of,
        name -> new IncidentId(new Tenant(name), "i"),
        name -> new StreamId(Tenant.SINGLE, StreamId.Kind.INTAKE, name),
        name -> new StreamId(new Tenant(name), StreamId.Kind.INTAKE, "i"),
        name -> new PlanVersion("p", name),
        name -> new PlanVersion(name, "1"));
  }

  @ParameterizedTest
  @MethodSource("ofOneName")
  void equal_what_has_the_same_parts_and_nothing_else(Function<String, Object> key) {
    var one = key.apply("one");
    assertThat(one)
        .isEqualTo(key.apply(String.valueOf(new char[] {'o', 'n', 'e'})))
        .hasSameHashCodeAs(key.apply("one"))
        .isNotEqualTo(key.apply("other"))
        .isNotEqualTo("one");
    assertThat(one.hashCode()).isNotEqualTo(key.apply("other").hashCode());
  }

  private static Stream<Object[]> pairs() {
    return Stream.of(
        new Object[] {new StreamId(Tenant.SINGLE, StreamId.Kind.INTAKE, "i"), IncidentId.of("i")},
        new Object[] {
          new StreamId(Tenant.SINGLE, StreamId.Kind.INTAKE, "i"), IncidentId.of("i").stream()
        },
        new Object[] {CommandId.ofEvent(7), CommandId.ofEvent(8)},
        new Object[] {CommandId.ofEvent(7), new CommandId("7")},
        new Object[] {CommandId.ofEvent(7), new CommandId("event:07")},
        new Object[] {new Actor("a"), new Role("a")});
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void differ_by_kind_too(Object one, Object other) {
    assertThat(one).isNotEqualTo(other);
    assertThat(other).isNotEqualTo(one);
  }
}
