package dev.firebreak.json;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.alert.Intake;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.incident.Concepts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;

/** The kinds of fact that are known, by their names. */
final class FactKinds {
  private final ImmutableMap<String, RecordForm<?>> byName;

  private FactKinds(ImmutableMap<String, RecordForm<?>> byName) {
    this.byName = byName;
  }

  /** Returns the kinds of those concepts, and of the intake of alerts. */
  static FactKinds of(Concepts concepts, Forms forms) {
    var kinds = ImmutableMap.<String, RecordForm<?>>builder();
    for (Concept<?> concept : concepts.all()) {
      add(concept, forms, kinds);
    }
    add(Intake.CONCEPT, forms, kinds);
    return new FactKinds(kinds.buildOrThrow());
  }

  /** Returns no kinds, so that every fact is one that is not known. */
  static FactKinds none() {
    return new FactKinds(ImmutableMap.of());
  }

  private static void add(
      Concept<?> concept, Forms forms, ImmutableMap.Builder<String, RecordForm<?>> kinds) {
    for (Map.Entry<String, Class<?>> kind : concept.facts().entrySet()) {
      kinds.put(kind.getKey(), forms.members(kind.getValue()));
    }
  }

  /** Returns the forms, by the names of the kinds. */
  ImmutableMap<String, RecordForm<?>> byName() {
    return byName;
  }

  @Nullable RecordForm<?> named(String type) {
    return byName.get(type);
  }

  /** Writes the components of a fact, without type and braces. */
  void writeMembers(String type, Fact<?> fact, JsonGenerator to) {
    var kind = byName.get(type);
    if (kind == null || kind.type() != fact.getClass()) {
      throw DatabindException.from(
          to, type + " is not a kind of fact of the concepts that the mapper was given");
    }
    write(kind, fact, to);
  }

  private static <T> void write(RecordForm<T> kind, Fact<?> fact, JsonGenerator to) {
    kind.writeMembers(kind.type().cast(fact), to);
  }
}
