package dev.firebreak.review;

import static dev.firebreak.fact.Askings.ADA;
import static dev.firebreak.fact.Askings.GRACE;
import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.review.ReviewFact.Held;
import dev.firebreak.review.ReviewFact.ImprovementOpened;
import dev.firebreak.review.ReviewFact.LossEstimated;
import dev.firebreak.review.ReviewRequest.EstimateLoss;
import dev.firebreak.review.ReviewRequest.Hold;
import dev.firebreak.review.ReviewRequest.OpenImprovement;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final LocalDate DUE = LocalDate.parse("2026-12-01");
  private static final ImprovementId MFA = new ImprovementId("mfa");
  private static final ImmutableMap<ReviewQuestion, String> ANSWERS =
      ImmutableMap.of(ReviewQuestion.TOOLS, "none", ReviewQuestion.SHARING, "sooner");
  private static final Held HELD = new Held(ImmutableSet.of(ADA, GRACE), ANSWERS, "a password");
  private static final LossEstimated LOSS = new LossEstimated(12_345, "hours");
  private static final ImprovementOpened OPENED = new ImprovementOpened(MFA, "MFA", ADA, DUE);
  private static final Review START = Review.CONCEPT.start();

  @Test
  void refuses_an_improvement_id_that_is_used() {
    assertThat(
            new OpenImprovement(MFA, "again", GRACE, DUE)
                .unmet(after(Review.CONCEPT, OPENED), asking()))
        .containsExactly(ReviewCondition.NEW.unmet("there is an improvement mfa", 1L));
  }

  @Test
  void refuses_text_that_says_nothing_and_a_negative_loss() {
    assertThatThrownBy(() -> new Hold(ImmutableSet.of(), ANSWERS, " "))
        .hasMessage("root cause must not be blank");
    assertThatThrownBy(
            () -> new Hold(ImmutableSet.of(), ImmutableMap.of(ReviewQuestion.TOOLS, ""), "x"))
        .hasMessage("answer must not be blank");
    assertThatThrownBy(() -> new EstimateLoss(-1, "hours"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cents must not be negative but was -1");
    assertThatThrownBy(() -> new EstimateLoss(0, "")).hasMessage("basis must not be blank");
    assertThatThrownBy(() -> new OpenImprovement(MFA, "", ADA, DUE))
        .hasMessage("title must not be blank");
  }

  @Test
  void every_request_yields_its_one_fact() {
    var hold = new Hold(ImmutableSet.of(ADA, GRACE), ANSWERS, "a password");
    var estimate = new EstimateLoss(12_345, "hours");
    var open = new OpenImprovement(MFA, "MFA", ADA, DUE);

    assertThat(hold.unmet(START, asking())).isEmpty();
    assertThat(hold.yields(START, asking())).containsExactly(HELD);
    assertThat(estimate.unmet(START, asking())).isEmpty();
    assertThat(estimate.yields(START, asking())).containsExactly(LOSS);
    assertThat(open.unmet(START, asking())).isEmpty();
    assertThat(open.yields(START, asking())).containsExactly(OPENED);
  }

  @Test
  void every_fact_changes_its_own_part_only() {
    var improvement = new Improvement(MFA, "MFA", ADA, DUE, 3);

    assertThat(START).isEqualTo(new Review(0, ImmutableMap.of(), null, null, ImmutableList.of()));
    assertThat(after(Review.CONCEPT, HELD, LOSS, OPENED))
        .isEqualTo(new Review(1, ANSWERS, "a password", 12_345L, ImmutableList.of(improvement)));
    assertThat(after(Review.CONCEPT, LOSS, HELD, OPENED))
        .isEqualTo(new Review(2, ANSWERS, "a password", 12_345L, ImmutableList.of(improvement)));
  }

  @Test
  void the_last_review_and_the_last_estimate_count() {
    var again = new Held(ImmutableSet.of(ADA), ImmutableMap.of(), "no MFA");
    var review = after(Review.CONCEPT, HELD, LOSS, again, new LossEstimated(1, "bills"));

    assertThat(review)
        .isEqualTo(new Review(3, ImmutableMap.of(), "no MFA", 1L, ImmutableList.of()));
  }

  @Test
  void finds_improvements_in_the_order_in_which_they_were_opened() {
    var logs = new ImprovementId("logs");
    var review =
        after(Review.CONCEPT, OPENED, new ImprovementOpened(logs, "Keep logs", GRACE, DUE));

    assertThat(review.improvements()).extracting(Improvement::id).containsExactly(MFA, logs);
    assertThat(review.find(logs)).contains(new Improvement(logs, "Keep logs", GRACE, DUE, 2));
    assertThat(review.find(new ImprovementId("other"))).isEmpty();
  }
}
