package dev.firebreak.review;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Request;
import java.time.LocalDate;

/** What may be asked about the review. */
public sealed interface ReviewRequest extends Request<Review> {
  @Override
  default Concept<Review> concept() {
    return Review.CONCEPT;
  }

  @Override
  default ImmutableList<Rejection> unmet(Review review, Asking by) {
    return ImmutableList.of();
  }

  /** Record that a review was held. */
  record Hold(
      ImmutableSet<Actor> attendees, ImmutableMap<ReviewQuestion, String> answers, String rootCause)
      implements ReviewRequest {
    public Hold {
      Check.text(rootCause, "root cause");
      answers.values().forEach(answer -> Check.text(answer, "answer"));
    }

    @Override
    public ImmutableList<Fact<Review>> yields(Review review, Asking by) {
      return ImmutableList.of(new ReviewFact.Held(attendees, answers, rootCause));
    }
  }

  /**
   * Record an estimate of the damage.
   *
   * @param cents in hundredths of the organisation's currency, not negative
   * @param basis what the estimate rests on
   */
  record EstimateLoss(long cents, String basis) implements ReviewRequest {
    public EstimateLoss {
      checkArgument(cents >= 0, "cents must not be negative but was %s", cents);
      Check.text(basis, "basis");
    }

    @Override
    public ImmutableList<Fact<Review>> yields(Review review, Asking by) {
      return ImmutableList.of(new ReviewFact.LossEstimated(cents, basis));
    }
  }

  /** Open an improvement, which outlives the incident. */
  record OpenImprovement(ImprovementId improvement, String title, Actor owner, LocalDate due)
      implements ReviewRequest {
    public OpenImprovement {
      Check.text(title, "title");
    }

    @Override
    public ImmutableList<Rejection> unmet(Review review, Asking by) {
      return review
          .find(improvement)
          .map(
              used ->
                  ImmutableList.of(
                      ReviewCondition.NEW.unmet(
                          "there is an improvement " + improvement, used.since())))
          .orElse(ImmutableList.of());
    }

    @Override
    public ImmutableList<Fact<Review>> yields(Review review, Asking by) {
      return ImmutableList.of(new ReviewFact.ImprovementOpened(improvement, title, owner, due));
    }
  }
}
