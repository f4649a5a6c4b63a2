package dev.firebreak.persistent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Map;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PersistentMapTest {
  private static final PersistentMap<String, Integer> ABC =
      PersistentMap.<String, Integer>empty().with("a", 1).with("b", 2).with("c", 3);

  @Test
  @SuppressWarnings("NullAway") // on purpose
  void refuses_null_keys_values_and_actions() {
    for (var map : new PersistentMap<?, ?>[] {PersistentMap.empty(), ABC}) {
      assertThatNullPointerException().isThrownBy(() -> map.get(null)).withMessage("key");
      assertThatNullPointerException().isThrownBy(() -> map.containsKey(null)).withMessage("key");
      assertThatNullPointerException().isThrownBy(() -> map.without(null)).withMessage("key");
      assertThatNullPointerException()
          .isThrownBy(() -> map.forEach((BiConsumer<Object, Object>) null))
          .withMessage("action");
    }
    assertThatNullPointerException().isThrownBy(() -> ABC.with(null, 1)).withMessage("key");
    assertThatNullPointerException().isThrownBy(() -> ABC.with("a", null)).withMessage("value");
    assertThatNullPointerException().isThrownBy(() -> ABC.with("z", null)).withMessage("value");
  }

  @Test
  void no_view_can_change_the_map() {
    var entry = ABC.iterator().next();

    assertUnsupported(() -> ABC.asMap().put("d", 4));
    assertUnsupported(() -> ABC.asMap().put("a", 4));
    assertUnsupported(() -> ABC.asMap().remove("a"));
    assertUnsupported(() -> ABC.asMap().clear());
    assertUnsupported(() -> ABC.keySet().remove("a"));
    assertUnsupported(() -> ABC.values().remove(1));
    assertUnsupported(() -> ABC.asMap().entrySet().remove(entry));
    assertUnsupported(() -> entry.setValue(9));
    assertUnsupported(
        () -> {
          var entries = ABC.iterator();
          entries.next();
          entries.remove();
        });
    assertThat(ABC).hasToString("{a=1, b=2, c=3}");
  }

  @Test
  void knows_nothing_of_a_key_that_only_shares_its_hash() {
    var map = PersistentMap.<PersistentMapProperties.Key, String>empty().with(key(1, 7), "one");

    assertThat(map.get(key(2, 7))).isNull();
    assertThat(map.containsKey(key(2, 7))).isFalse();
    assertThat(map.without(key(2, 7))).isSameAs(map);
  }

  @Test
  void a_view_answers_for_keys_and_entries_of_any_type() {
    Map<String, Integer> view = ABC.asMap();

    assertThat(view.get((Object) 1)).isNull();
    assertThat(view.get("b")).isEqualTo(2);
    assertThat(view.containsKey((Object) 1)).isFalse();
    assertThat(view.containsKey("b")).isTrue();
    assertThat(view.entrySet().contains((Object) "a")).isFalse();
    assertThat(view.entrySet().contains(Map.entry("z", 1))).isFalse();
    assertThat(view.entrySet().contains(Map.entry("a", 2))).isFalse();
    assertThat(view.entrySet().contains(Map.entry("a", 1))).isTrue();
  }

  @Test
  void a_replaced_key_keeps_its_place_and_a_removed_one_loses_it() {
    assertThat(ABC.with("a", 9)).hasToString("{a=9, b=2, c=3}");
    assertThat(ABC.without("a").with("a", 9)).hasToString("{b=2, c=3, a=9}");
  }

  @Test
  void is_equal_to_maps_of_its_own_type_only() {
    assertThat(ABC).isNotEqualTo(ABC.asMap()).isNotEqualTo(null);
    assertThat(ABC.asMap()).isEqualTo(Map.of("a", 1, "b", 2, "c", 3));
    assertThat(ABC.without("a").without("b").without("c")).isEqualTo(PersistentMap.empty());
  }

  @Test
  void grows_large_and_shrinks_to_nothing() {
    var map = PersistentMap.<Integer, String>empty();
    for (int i = 0; i < 10_000; i++) {
      map = map.with(i * 31, "v" + i);
    }
    var full = map;

    assertThat(map.keySet()).hasSize(10_000).startsWith(0, 31, 62).endsWith(9_999 * 31);
    for (int i = 0; i < 10_000; i++) {
      assertThat(map.get(i * 31)).isEqualTo("v" + i);
      map = map.without(i * 31);
      assertThat(map.containsKey(i * 31)).isFalse();
    }
    assertThat(map.isEmpty()).isTrue();
    assertThat(map).isEmpty();
    assertThat(full.size()).isEqualTo(10_000);
    assertThat(full.values()).startsWith("v0", "v1").endsWith("v9999");
  }

  private static PersistentMapProperties.Key key(int id, int hash) {
    return new PersistentMapProperties.Key(id, hash);
  }

  private static void assertUnsupported(ThrowingCallable change) {
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change);
  }
}
