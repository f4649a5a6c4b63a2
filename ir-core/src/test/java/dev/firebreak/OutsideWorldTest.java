package dev.firebreak;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.firebreak.CoreClasses.ALL;
import static dev.firebreak.CoreClasses.are;
import static dev.firebreak.CoreClasses.isOurs;
import static dev.firebreak.CoreClasses.packageOf;

import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the core may know of the world: no clock, no chance, no I/O, and few libraries. */
class OutsideWorldTest {
  /** What any package may know of the world: no I/O, no reflection, no regular expressions. */
  private static final ImmutableSet<String> WORLD =
      ImmutableSet.of(
          "java.lang",
          "java.math",
          "java.nio.charset",
          "java.time",
          "java.time.format",
          "java.time.temporal",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "java.util.function",
          "java.util.stream",
          "com.google.common.base",
          "com.google.common.cache",
          "com.google.common.collect",
          "com.google.common.util.concurrent",
          "org.jspecify.annotations");

  /** Streams in memory, by which the test kit sees what a policy prints. */
  private static final ImmutableSet<String> TEST_KIT_STREAMS =
      ImmutableSet.of(
          "java.io.ByteArrayOutputStream",
          "java.io.IOException",
          "java.io.OutputStream",
          "java.io.PrintStream");

  private static final ImmutableSet<String> CLOCK_CALLS =
      ImmutableSet.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.time.InstantSource.system",
          "java.time.Clock.system",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.tick",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickMinutes",
          "java.time.Clock.tickSeconds",
          "java.util.Date.<init>",
          "java.util.Calendar.getInstance",
          "java.util.GregorianCalendar.<init>");

  private static final ImmutableSet<String> RANDOM_CALLS =
      ImmutableSet.of("java.lang.Math.random", "java.util.UUID.randomUUID");

  private static final ImmutableSet<String> RANDOM_TYPES =
      ImmutableSet.of(
          "java.security.SecureRandom",
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.random.RandomGenerator",
          "java.util.random.RandomGeneratorFactory");

  private static final ImmutableSet<String> UNSEEDED_TYPES =
      ImmutableSet.of("java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom");

  private static final ImmutableSet<String> LOOK_UP_CALLS =
      ImmutableSet.of(
          "java.lang.Class.forName",
          "java.lang.ClassLoader.loadClass",
          "java.util.ServiceLoader.load");

  private static final ImmutableSet<String> REGEX_CALLS =
      ImmutableSet.of(
          "java.lang.String.matches",
          "java.lang.String.replaceAll",
          "java.lang.String.replaceFirst",
          "java.lang.String.split");

  @Test
  void knows_of_the_world_the_plain_jdk_and_guava_and_does_no_io() {
    noClasses()
        .should()
        .dependOnClassesThat(are("beyond " + WORLD, OutsideWorldTest::isBeyondTheWorld))
        .check(ALL.that(are("not in the test kit", type -> !CoreClasses.isTestKit(type))));
  }

  @Test
  void the_test_kit_knows_streams_in_memory_besides() {
    noClasses()
        .should()
        .dependOnClassesThat(
            are(
                "beyond " + WORLD + " and " + TEST_KIT_STREAMS,
                type -> isBeyondTheWorld(type) && !TEST_KIT_STREAMS.contains(type.getName())))
        .allowEmptyShould(true)
        .check(ALL.that(are("in the test kit", CoreClasses::isTestKit)));
  }

  @Test
  void only_the_engine_writes_a_log() {
    noClasses()
        .that(are("outside the engine", type -> !packageOf(type).equals("lifecycle")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.slf4j..")
        .check(ALL);
  }

  @Test
  void asks_no_clock_for_the_time() {
    noClasses()
        .should()
        .accessTargetWhere(calls("a clock", CLOCK_CALLS))
        .orShould()
        .accessTargetWhere(
            access(
                "is the time of day",
                to ->
                    to.getTargetOwner().getPackageName().startsWith("java.time")
                        && to.getName().equals("now")))
        .check(ALL);
  }

  @Test
  void draws_nothing_by_chance() {
    noClasses()
        .should()
        .accessTargetWhere(drawsUnseeded())
        .orShould()
        .dependOnClassesThat(
            are("sources of chance", type -> RANDOM_TYPES.contains(type.getName())))
        .check(ALL.that(are("not in the test kit", type -> !CoreClasses.isTestKit(type))));
  }

  @Test
  void the_test_kit_draws_from_a_seed_only() {
    noClasses()
        .should()
        .accessTargetWhere(drawsUnseeded())
        .orShould()
        .callConstructor(Random.class)
        .orShould()
        .callConstructor(SplittableRandom.class)
        .orShould()
        .dependOnClassesThat(
            are("sources without a seed", type -> UNSEEDED_TYPES.contains(type.getName())))
        .allowEmptyShould(true)
        .check(ALL.that(are("in the test kit", CoreClasses::isTestKit)));
  }

  @Test
  void looks_up_no_class_by_name() {
    noClasses().should().accessTargetWhere(calls("class look-up", LOOK_UP_CALLS)).check(ALL);
  }

  @Test
  void matches_no_regular_expression_in_passing() {
    noClasses().should().accessTargetWhere(calls("regex", REGEX_CALLS)).check(ALL);
  }

  private static boolean isBeyondTheWorld(JavaClass type) {
    var base = type.getBaseComponentType();
    var name = base.getPackageName();
    return !base.isPrimitive()
        && !isOurs(base)
        && !name.startsWith("org.slf4j")
        && !WORLD.contains(name);
  }

  private static DescribedPredicate<JavaAccess<?>> drawsUnseeded() {
    return access(
        "draws from what was not seeded",
        to ->
            RANDOM_CALLS.contains(nameOf(to))
                || (nameOf(to).equals("java.util.Collections.shuffle")
                    && to.getTarget().getFullName().indexOf(',') < 0));
  }

  private static DescribedPredicate<JavaAccess<?>> calls(String what, Set<String> names) {
    return access("is " + what, to -> names.contains(nameOf(to)));
  }

  private static String nameOf(JavaAccess<?> to) {
    return to.getTargetOwner().getName() + "." + to.getName();
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String what, Predicate<JavaAccess<?>> test) {
    return describe(what, test);
  }
}
