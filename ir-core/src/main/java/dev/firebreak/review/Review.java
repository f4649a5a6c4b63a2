package dev.firebreak.review;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.fact.Concept;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one incident taught.
 *
 * @param held the sequence number of the event by which the last review was held, 0 before
 * @param answers the answers of that review
 * @param rootCause the root cause that it found, null before
 * @param lossInCents the estimated damage in hundredths of the organisation's currency, null if
 *     none was estimated
 * @param improvements what is to be made better, oldest first
 */
public record Review(
    long held,
    ImmutableMap<ReviewQuestion, String> answers,
    @Nullable String rootCause,
    @Nullable Long lossInCents,
    ImmutableList<Improvement> improvements) {
  /** The review as a part of an incident. */
  public static final Concept<Review> CONCEPT =
      new Concept<>(
          "review",
          new Review(0, ImmutableMap.of(), null, null, ImmutableList.of()),
          ReviewFact.class,
          ReviewRequest.class);

  /** Returns the improvement of that id. */
  public Optional<Improvement> find(ImprovementId id) {
    return improvements.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
