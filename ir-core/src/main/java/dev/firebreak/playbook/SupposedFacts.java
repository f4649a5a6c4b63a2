package dev.firebreak.playbook;

import com.google.common.collect.ImmutableList;
import dev.firebreak.playbook.Possible.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts of an incident that does not exist: what is supposed, and nothing else. */
record SupposedFacts(ImmutableList<String> levels, Map<Subject, Object> supposed) implements Facts {
  private @Nullable Object get(Known known, String argument) {
    return supposed.get(new Subject(known.word(), argument));
  }

  private @Nullable String text(Known known) {
    return (String) get(known, "");
  }

  private @Nullable Long number(Known known, String argument) {
    return (Long) get(known, argument);
  }

  private long count(Known known, String argument) {
    var number = number(known, argument);
    return number == null ? 0 : number;
  }

  @Override
  public @Nullable String severity() {
    return text(Known.SEVERITY);
  }

  @Override
  public @Nullable String category() {
    return text(Known.CATEGORY);
  }

  @Override
  public @Nullable Boolean isOf(String category) {
    return (Boolean) get(Known.IS_OF, category);
  }

  @Override
  public String phase() {
    var phase = text(Known.PHASE);
    return phase == null ? "" : phase;
  }

  @Override
  public @Nullable String verdict() {
    return text(Known.VERDICT);
  }

  @Override
  public long assets(@Nullable String kind) {
    return count(Known.ASSETS, kind == null ? "" : kind);
  }

  @Override
  public long assetsBelow(String state) {
    return count(Known.ASSETS_BELOW, state);
  }

  @Override
  public long observables() {
    return count(Known.OBSERVABLES, "");
  }

  @Override
  public long evidence() {
    return count(Known.EVIDENCE, "");
  }

  @Override
  public boolean hasEvidence(String id) {
    return Boolean.TRUE.equals(get(Known.HAS_EVIDENCE, id));
  }

  @Override
  public @Nullable Long dataRecords() {
    return number(Known.DATA_RECORDS, "");
  }

  @Override
  public @Nullable Long dataPersons() {
    return number(Known.DATA_PERSONS, "");
  }

  @Override
  public @Nullable String variable(String name) {
    var value = supposed.get(Possible.variable(name));
    return value == null ? null : value.toString();
  }
}
