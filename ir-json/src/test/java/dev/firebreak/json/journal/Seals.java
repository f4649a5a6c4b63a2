package dev.firebreak.json.journal;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;

/** A vendor's concept: how often something was sealed. */
record Seals(int count) {
  static final Concept<Seals> CONCEPT = new Concept<>("seals", new Seals(0), SealFact.class);

  sealed interface SealFact extends Fact<Seals> {
    @Override
    default Concept<Seals> concept() {
      return CONCEPT;
    }
  }

  public record Sealed(String colour) implements SealFact {
    @Override
    public Seals applyTo(Seals before, Stamp stamp) {
      return new Seals(before.count + 1);
    }
  }
}
