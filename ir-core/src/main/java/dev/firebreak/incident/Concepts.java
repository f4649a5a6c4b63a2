package dev.firebreak.incident;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.action.Actions;
import dev.firebreak.alert.AttachedAlerts;
import dev.firebreak.communication.Communications;
import dev.firebreak.evidence.EvidenceRegister;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.obligation.Clocks;
import dev.firebreak.people.Team;
import dev.firebreak.phase.Progress;
import dev.firebreak.playbook.StepProgress;
import dev.firebreak.review.Review;
import dev.firebreak.scope.Scope;
import dev.firebreak.severity.Assessment;
import dev.firebreak.triage.Triage;

/** The concepts of which incidents are composed: the standard ones, and those of vendors. */
public final class Concepts {
  /** The standard concepts, and no others. */
  public static final Concepts STANDARD =
      new Concepts(
          ImmutableList.of(
              UnknownFact.CONCEPT,
              Origin.CONCEPT,
              Progress.CONCEPT,
              Triage.CONCEPT,
              Assessment.CONCEPT,
              Scope.CONCEPT,
              AttachedAlerts.CONCEPT,
              StepProgress.CONCEPT,
              Actions.CONCEPT,
              EvidenceRegister.CONCEPT,
              Team.CONCEPT,
              Communications.CONCEPT,
              Clocks.CONCEPT,
              Review.CONCEPT));

  private final ImmutableList<Concept<?>> all;
  private final ImmutableMap<Concept<?>, Integer> indexes;

  private Concepts(ImmutableList<Concept<?>> all) {
    this.all = all;
    var byConcept = ImmutableMap.<Concept<?>, Integer>builder();
    for (int i = 0; i < all.size(); i++) {
      byConcept.put(all.get(i), i);
    }
    this.indexes = byConcept.buildOrThrow();
  }

  /**
   * Returns these and one more.
   *
   * @throws IllegalArgumentException if one of them has the same name
   */
  public Concepts and(Concept<?> concept) {
    for (Concept<?> known : all) {
      checkArgument(!known.name().equals(concept.name()), "there is a concept %s already", concept);
    }
    return new Concepts(ImmutableList.<Concept<?>>builder().addAll(all).add(concept).build());
  }

  /** Returns all of them. */
  public ImmutableList<Concept<?>> all() {
    return all;
  }

  int indexOf(Concept<?> concept) {
    var index = indexes.get(concept);
    if (index == null) {
      throw new IllegalArgumentException("incidents are not composed of a concept " + concept);
    }
    return index;
  }

  /** Returns the parts of an incident to which nothing has happened. */
  Object[] start() {
    return all.stream().map(Concept::start).toArray();
  }
}
