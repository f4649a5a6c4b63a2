package dev.firebreak.triage;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import org.jspecify.annotations.Nullable;

/**
 * The Reference Security Incident Taxonomy, version 1003 (public domain, CC0): eleven classes and
 * their types, by machine value.
 *
 * <p>The classes {@code other} and {@code test} have a type of the same name, which is the same
 * category here. Ransomware is no type of it: see {@link Category#RANSOMWARE}.
 */
public final class Rsit {
  /** The version that is meant. */
  public static final int VERSION = 1003;

  private static final ImmutableSetMultimap<Category, Category> TYPES =
      new Table()
          .with("abusive-content", "spam harmful-speech violence")
          .with(
              "malicious-code",
              "infected-system c2-server malware-distribution malware-configuration")
          .with("information-gathering", "scanner sniffing social-engineering")
          .with("intrusion-attempts", "ids-alert brute-force exploit")
          .with(
              "intrusions",
              "privileged-account-compromise unprivileged-account-compromise"
                  + " application-compromise system-compromise burglary")
          .with("availability", "dos ddos misconfiguration sabotage outage")
          .with(
              "information-content-security",
              "unauthorised-information-access unauthorised-information-modification"
                  + " data-loss data-leak")
          .with("fraud", "unauthorised-use-of-resources copyright masquerade phishing")
          .with(
              "vulnerable",
              "weak-crypto ddos-amplifier potentially-unwanted-accessible information-disclosure"
                  + " vulnerable-system")
          .with("other", "other undetermined")
          .with("test", "test")
          .types
          .build();

  private static final ImmutableMap<Category, Category> CLASS_OF = classOf();

  private Rsit() {}

  /** Returns the classes, in the order of the taxonomy. */
  public static ImmutableSet<Category> classes() {
    return TYPES.keySet();
  }

  /** Returns the types of a class; empty for what is no class. */
  public static ImmutableSet<Category> typesOf(Category category) {
    return TYPES.get(category);
  }

  /** Returns the class of a type, and of what we add to them; null for any other category. */
  static @Nullable Category classOf(Category category) {
    return CLASS_OF.get(category);
  }

  private static ImmutableMap<Category, Category> classOf() {
    var classOf = ImmutableMap.<Category, Category>builder();
    classOf.put(Category.RANSOMWARE, new Category("malicious-code"));
    TYPES.forEach(
        (broad, type) -> {
          if (!type.equals(broad)) {
            classOf.put(type, broad);
          }
        });
    return classOf.buildOrThrow();
  }

  /** Collects the types by their classes. */
  private static final class Table {
    private final ImmutableSetMultimap.Builder<Category, Category> types =
        ImmutableSetMultimap.builder();

    Table with(String name, String typeNames) {
      for (String type : Splitter.on(' ').split(typeNames)) {
        types.put(new Category(name), new Category(type));
      }
      return this;
    }
  }
}
