package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import dev.firebreak.fact.Rejection;

/** Several exit policies that answer as one. */
record ComposedExits(Composition how, ImmutableList<ExitPolicy> parts) implements ExitPolicy {
  ComposedExits {
    how.of(parts);
  }

  @Override
  public String name() {
    return how.name(parts);
  }

  @Override
  public String version() {
    return Composition.version(parts);
  }

  @Override
  public String explain() {
    return how.explain(parts);
  }

  @Override
  public ImmutableList<Rejection> review(Context context) {
    return how.review(this, parts, part -> part.review(context));
  }
}
