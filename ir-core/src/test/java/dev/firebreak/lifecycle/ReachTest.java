package dev.firebreak.lifecycle;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import com.google.common.collect.TreeMultiset;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.firebreak.alert.Intake;
import dev.firebreak.fact.Condition;
import dev.firebreak.fact.Event;
import dev.firebreak.incident.Concepts;
import dev.firebreak.incident.Incident;
import dev.firebreak.policy.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What random courses over random plans come to: every kind of event and every reason to refuse.
 *
 * <p>The laws are checked along such courses, so what these do not reach is not checked there. How
 * often each was reached is written to {@code target/reach.txt}.
 */
class ReachTest {
  private static final int COURSES = 16_000;
  private static final int MOVES = 100;

  /** Reasons to refuse that no course comes to, and where they are tested. */
  private static final ImmutableMap<String, String> ELSEWHERE =
      ImmutableMap.of(
          "incident.readable", "law 9 in EngineLawsProperties: takes an event of a newer version",
          "incident.plan-at-hand", "IncidentResponseTest: takes an engine without the plan",
          "incident.not-ahead", "IncidentResponseTest: takes a command from the future");

  private final Multiset<String> events = TreeMultiset.create();
  private final Multiset<String> codes = TreeMultiset.create();

  @Test
  void random_courses_reach_every_kind_of_event_and_every_reason_to_refuse() throws IOException {
    var toReach = Sets.difference(conditions(), ELSEWHERE.keySet());
    int courses = 0;
    while (courses < COURSES
        && !(events.elementSet().containsAll(kinds()) && codes.elementSet().containsAll(toReach))) {
      live(courses++);
    }
    Files.writeString(
        Path.of("target", "reach.txt"),
        courses + " courses%n%s%n%s".formatted(report(events), report(codes)));

    assertThat(Sets.difference(kinds(), events.elementSet())).as("events not reached").isEmpty();
    assertThat(Sets.difference(toReach, codes.elementSet())).as("reasons not reached").isEmpty();
  }

  private void live(int seed) {
    var course = new AnyCourse(seed, this::note);
    new Random(seed).longs(MOVES).forEach(course::move);
    course.events().stream().map(Event::type).forEach(events::add);
  }

  private void note(Decision decision) {
    if (decision instanceof Decision.Refused refused) {
      refused.rejections().forEach(rejection -> codes.add(rejection.code()));
    }
  }

  private static String report(Multiset<String> counted) {
    var lines = new StringBuilder();
    counted
        .entrySet()
        .forEach(each -> lines.append("%7d %s%n".formatted(each.getCount(), each.getElement())));
    return lines.toString();
  }

  private static ImmutableSet<String> kinds() {
    return Stream.concat(Concepts.STANDARD.all().stream(), Stream.of(Intake.CONCEPT))
        .flatMap(concept -> concept.facts().keySet().stream())
        .collect(toImmutableSet());
  }

  /** Returns the codes of all conditions that are listed as enums, and of the standard policies. */
  private static ImmutableSet<String> conditions() {
    var code = Incident.class.getProtectionDomain().getCodeSource().getLocation();
    var enums =
        new ClassFileImporter()
            .importUrl(code).stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Condition.class))
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                .map(condition -> ((Condition) condition).code());
    var policies =
        Stream.concat(Policies.STANDARD.commands().stream(), Policies.STANDARD.exits().stream())
            .map(policy -> policy.condition().code());
    return Stream.concat(enums, policies).collect(toImmutableSet());
  }
}
