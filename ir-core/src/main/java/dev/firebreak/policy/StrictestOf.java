package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.firebreak.action.Approval;

/** Several approval policies, of which the strictest answer counts. */
record StrictestOf(ImmutableList<ApprovalPolicy> parts) implements ApprovalPolicy {
  private static final Composition HOW = Composition.STRICTEST;

  StrictestOf {
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
  public Approval required(Context context) {
    var strictest = Approval.notNeeded(label());
    for (ApprovalPolicy part : parts) {
      strictest = stricter(strictest, part.required(context));
    }
    return strictest;
  }

  /** Returns an answer that satisfies both; where no role does, the one that asks for more. */
  private Approval stricter(Approval one, Approval other) {
    if (one.count() == 0 || other.count() == 0) {
      return signed(one.count() == 0 ? other : one);
    }
    var both = Sets.intersection(one.by(), other.by()).immutableCopy();
    if (both.isEmpty()) {
      return signed(one.count() >= other.count() ? one : other);
    }
    return new Approval(both, Math.max(one.count(), other.count()), label());
  }

  private Approval signed(Approval approval) {
    return new Approval(approval.by(), approval.count(), label());
  }
}
