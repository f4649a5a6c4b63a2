package dev.firebreak;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.firebreak.CoreClasses.ALL;
import static dev.firebreak.CoreClasses.BASE;
import static dev.firebreak.CoreClasses.are;
import static dev.firebreak.CoreClasses.isOurs;
import static dev.firebreak.CoreClasses.packageOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the packages of the core may know of each other, and what the module shows. */
class ArchitectureTest {
  /** The concepts, which know each other in one direction only, and nothing above them. */
  private static final ImmutableSet<String> LEAVES =
      ImmutableSet.of(
          "action",
          "alert",
          "analysis",
          "check",
          "communication",
          "decision",
          "evidence",
          "fact",
          "obligation",
          "people",
          "persistent",
          "phase",
          "playbook",
          "relation",
          "review",
          "scope",
          "severity",
          "sharing",
          "triage");

  private static final ImmutableSet<String> STATE = with(LEAVES, "plan", "incident");

  /** Which packages each may know; no package is missing here, but one here may be missing yet. */
  private static final ImmutableMap<String, Set<String>> MAY_KNOW = mayKnow();

  private static ImmutableMap<String, Set<String>> mayKnow() {
    var table = ImmutableMap.<String, Set<String>>builder();
    LEAVES.forEach(leaf -> table.put(leaf, LEAVES));
    table
        .put("check", Set.of())
        .put("persistent", Set.of())
        .put("fact", Set.of("check"))
        .put("plan", LEAVES)
        .put("lint", with(LEAVES, "plan"))
        .put("incident", with(LEAVES, "plan"))
        .put("policy", STATE)
        .put("journal", Set.of("check", "fact"))
        .put("execution", STATE)
        .put("lifecycle", with(STATE, "execution", "policy", "journal"))
        .put("compliance", STATE)
        .put("report", STATE)
        .put(
            "testkit",
            with(STATE, "execution", "policy", "journal", "lifecycle", "compliance", "report"));
    return table.buildKeepingLast();
  }

  /** What is for the library's own use; a user of the module cannot see it. */
  private static final ImmutableSet<String> HIDDEN = ImmutableSet.of("check", "persistent");

  private static final ImmutableSet<String> VAGUE =
      ImmutableSet.of("util", "common", "impl", "model", "dto", "service");

  static Stream<String> packages() {
    return CoreClasses.packages();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void a_package_knows_only_what_lies_below_it(String name) {
    assertThat(MAY_KNOW.keySet()).as("the packages that have a place").contains(name);
    var allowed = with(ImmutableSet.copyOf(MAY_KNOW.get(name)), name);

    noClasses()
        .that(are("in the package " + name, type -> packageOf(type).equals(name)))
        .should()
        .dependOnClassesThat(
            are(
                "in another package than " + allowed,
                type -> isOurs(type) && !allowed.contains(packageOf(type))))
        .check(ALL);
  }

  @Test
  void packages_know_each_other_in_one_direction_only() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void packages_are_flat_and_have_names_that_say_something() {
    assertThat(ALL)
        .extracting(JavaClass::getPackageName)
        .allMatch(name -> name.startsWith(BASE + "."))
        .allMatch(name -> name.lastIndexOf('.') == BASE.length())
        .noneMatch(name -> VAGUE.contains(name.substring(BASE.length() + 1)));
  }

  @ParameterizedTest
  @MethodSource("packages")
  void a_package_says_what_it_is_and_that_nothing_in_it_is_null(String name) {
    var found = ALL.getPackage(BASE + "." + name);

    assertThat(found.tryGetPackageInfo()).as("package-info of %s", name).isPresent();
    assertThat(found.isAnnotatedWith(NullMarked.class)).as("%s is null-marked", name).isTrue();
  }

  @Test
  void the_module_exports_what_is_public_and_nothing_of_its_own_use() throws IOException {
    var exported =
        CoreClasses.module().exports().stream()
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(toImmutableSet());
    var open =
        ALL.stream()
            .filter(type -> type.isTopLevelClass() && isPublic(type))
            .filter(type -> !HIDDEN.contains(packageOf(type)))
            .map(JavaClass::getPackageName)
            .collect(toImmutableSet());

    assertThat(exported).containsExactlyInAnyOrderElementsOf(open);
  }

  @Test
  void what_the_module_shows_tells_nothing_of_what_it_hides() {
    noMethods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat(
            are("shown", type -> isPublic(type) && !HIDDEN.contains(packageOf(type))))
        .should()
        .haveRawReturnType(describe("that is hidden", ArchitectureTest::isHidden))
        .orShould()
        .haveRawParameterTypes(
            describe(
                "of which some are hidden",
                types -> types.stream().anyMatch(ArchitectureTest::isHidden)))
        .check(ALL);
  }

  private static boolean isHidden(JavaClass type) {
    return isOurs(type) && HIDDEN.contains(packageOf(type));
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static ImmutableSet<String> with(Set<String> some, String... more) {
    return Sets.union(some, ImmutableSet.copyOf(more)).immutableCopy();
  }
}
