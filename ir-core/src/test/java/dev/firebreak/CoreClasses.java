package dev.firebreak;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.firebreak.incident.Incident;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The compiled classes of the core, without those of tests. */
final class CoreClasses {
  static final String BASE = "dev.firebreak";

  private static final URL CODE =
      Incident.class.getProtectionDomain().getCodeSource().getLocation();

  static final JavaClasses ALL = new ClassFileImporter().importUrl(CODE);

  private CoreClasses() {}

  /** Returns the names of the packages, without what all begin with. */
  static Stream<String> packages() {
    return ALL.stream().map(CoreClasses::packageOf).distinct().sorted();
  }

  static ModuleDescriptor module() throws IOException {
    var file = Path.of(URI.create(CODE.toString())).resolve("module-info.class");
    try (var in = Files.newInputStream(file)) {
      return ModuleDescriptor.read(in);
    }
  }

  static String packageOf(JavaClass type) {
    var name = type.getPackageName();
    return name.startsWith(BASE + ".") ? name.substring(BASE.length() + 1) : name;
  }

  static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(BASE);
  }

  static boolean isTestKit(JavaClass type) {
    return packageOf(type).equals("testkit");
  }

  static DescribedPredicate<JavaClass> are(String what, Predicate<JavaClass> test) {
    return describe("are " + what, test);
  }
}
