package dev.firebreak.review;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import java.time.LocalDate;

/** What the review brought. */
public sealed interface ReviewFact extends Fact<Review> {
  @Override
  default Concept<Review> concept() {
    return Review.CONCEPT;
  }

  /** A review was held. */
  record Held(
      ImmutableSet<Actor> attendees, ImmutableMap<ReviewQuestion, String> answers, String rootCause)
      implements ReviewFact {
    @Override
    public Review applyTo(Review before, Stamp stamp) {
      return new Review(
          stamp.sequence(), answers, rootCause, before.lossInCents(), before.improvements());
    }
  }

  /**
   * The damage was estimated.
   *
   * @param cents in hundredths of the organisation's currency
   * @param basis what the estimate rests on
   */
  record LossEstimated(long cents, String basis) implements ReviewFact {
    @Override
    public Review applyTo(Review before, Stamp stamp) {
      return new Review(
          before.held(), before.answers(), before.rootCause(), cents, before.improvements());
    }
  }

  /** Something is to be made better. */
  record ImprovementOpened(ImprovementId improvement, String title, Actor owner, LocalDate due)
      implements ReviewFact {
    @Override
    public Review applyTo(Review before, Stamp stamp) {
      var more =
          ImmutableList.<Improvement>builder()
              .addAll(before.improvements())
              .add(new Improvement(improvement, title, owner, due, stamp.sequence()))
              .build();
      return new Review(
          before.held(), before.answers(), before.rootCause(), before.lossInCents(), more);
    }
  }
}
