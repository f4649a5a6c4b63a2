package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.severity.Rating;

/** Several severity policies, of which the worst answer counts. */
record WorstOf(ImmutableList<SeverityPolicy> parts) implements SeverityPolicy {
  private static final Composition HOW = Composition.WORST;

  WorstOf {
    HOW.of(parts);
  }

  @Override
  public String name() {
    return HOW.name(parts);
  }

  @Override
  public String version() {
    return Composition.version(parts);
  }

  @Override
  public String explain() {
    return HOW.explain(parts);
  }

  @Override
  public Rating rate(Context context) {
    var worst = parts.get(0).rate(context);
    for (SeverityPolicy part : parts.subList(1, parts.size())) {
      var rating = part.rate(context);
      if (!worst.severity().atLeast(rating.severity())) {
        worst = rating;
      }
    }
    return new Rating(worst.severity(), worst.under() + ": " + worst.because(), label());
  }
}
