package dev.firebreak.playbook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** Facts that a test knows. */
record KnownFacts(
    @Nullable String severity,
    @Nullable String category,
    String phase,
    @Nullable String verdict,
    long hosts,
    ImmutableSet<String> items,
    @Nullable Long dataRecords,
    ImmutableMap<String, String> variables)
    implements Facts {
  static final ImmutableList<String> LEVELS = ImmutableList.of("low", "medium", "high");
  static final KnownFacts NONE =
      new KnownFacts(
          null, null, "identification", null, 0, ImmutableSet.of(), null, ImmutableMap.of());
  static final KnownFacts ALL =
      new KnownFacts(
          "high",
          "ransomware",
          "containment",
          "true-positive",
          3,
          ImmutableSet.of("e-1", "e-2"),
          500L,
          ImmutableMap.of("vip", "true", "tries", "7", "ticket", "T-1"));

  @Override
  public ImmutableList<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable Boolean isOf(String other) {
    return category == null ? null : other.equals(category) || other.equals("malicious-code");
  }

  @Override
  public long assets(@Nullable String kind) {
    return kind == null || kind.equals("host") ? hosts : 0;
  }

  @Override
  public long assetsBelow(String state) {
    return state.equals("affected") ? 0 : hosts;
  }

  @Override
  public long observables() {
    return 4;
  }

  @Override
  public long evidence() {
    return items.size();
  }

  @Override
  public boolean hasEvidence(String id) {
    return items.contains(id);
  }

  @Override
  public @Nullable Long dataPersons() {
    return null;
  }

  @Override
  public @Nullable String variable(String name) {
    return variables.get(name);
  }
}
