package dev.firebreak.incident;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.firebreak.action.Actions;
import dev.firebreak.alert.AttachedAlerts;
import dev.firebreak.analysis.Analysis;
import dev.firebreak.communication.Communications;
import dev.firebreak.decision.DecisionLog;
import dev.firebreak.evidence.EvidenceRegister;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.UnknownFact;
import dev.firebreak.obligation.Clocks;
import dev.firebreak.people.Team;
import dev.firebreak.phase.Progress;
import dev.firebreak.playbook.StepProgress;
import dev.firebreak.relation.Relations;
import dev.firebreak.review.Review;
import dev.firebreak.scope.Scope;
import dev.firebreak.severity.Assessment;
import dev.firebreak.sharing.Sharing;
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
              Analysis.CONCEPT,
              DecisionLog.CONCEPT,
              Relations.CONCEPT,
              Sharing.CONCEPT,
              Team.CONCEPT,
              Communications.CONCEPT,
              Clocks.CONCEPT,
              Review.CONCEPT));

  private final ImmutableList<Concept<?>> all;
  private final int[] indexes; // by the number of the concept, from 1; never changed
  private final Object[] start; // never changed

  private Concepts(ImmutableList<Concept<?>> all) {
    this.all = all;
    this.indexes = new int[all.stream().mapToInt(Concept::number).max().orElse(0) + 1];
    for (int i = 0; i < all.size(); i++) {
      indexes[all.get(i).number()] = i + 1;
    }
    this.start = all.stream().map(Concept::start).toArray();
  }

  /**
   * Returns these and one more.
   *
   * @throws IllegalArgumentException if one of them has the same name, or if the kinds of its facts
   *     or requests are not sealed
   */
  public Concepts and(Concept<?> concept) {
    concept.facts();
    concept.requests();
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
    int number = concept.number();
    int index = number < indexes.length ? indexes[number] : 0;
    if (index == 0) {
      throw new IllegalArgumentException("incidents are not composed of a concept " + concept);
    }
    return index - 1;
  }

  /** Returns the parts of an incident to which nothing has happened. */
  Object[] start() {
    return start.clone();
  }
}
