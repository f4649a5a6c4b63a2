package dev.firebreak.persistent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class PersistentMapProperties {
  @Property
  void every_version_stays_equal_to_a_linked_hash_map(@ForAll("changes") List<Change> changes) {
    everyVersionAgreesWithItsModel(changes);
  }

  @Property
  void equality_knows_neither_order_nor_history(
      @ForAll("changes") List<Change> changes, @ForAll("changes") List<Change> detour) {
    equalityIgnoresOrderAndHistory(changes, detour, new Random(changes.size()));
  }

  @Property
  void one_entry_more_or_less_or_other_makes_a_map_unequal(
      @ForAll("changes") List<Change> changes, @ForAll("keys") Key key) {
    equalityNoticesOneEntry(changes, key);
  }

  @Property
  void putting_what_is_there_and_removing_what_is_not_return_the_same_map(
      @ForAll("changes") List<Change> changes, @ForAll("keys") Key key) {
    changesNothingForNothing(changes, key);
  }

  static void everyVersionAgreesWithItsModel(List<Change> changes) {
    var model = new LinkedHashMap<Key, String>();
    var map = PersistentMap.<Key, String>empty();
    var models = new ArrayList<Map<Key, String>>(List.of(Map.of()));
    var maps = new ArrayList<>(List.of(map));
    for (Change change : changes) {
      change.applyTo(model);
      map = change.applyTo(map);
      models.add(new LinkedHashMap<>(model));
      maps.add(map);
    }
    for (int version = 0; version < maps.size(); version++) {
      assertAgrees(maps.get(version), models.get(version), model.keySet());
    }
  }

  static void equalityIgnoresOrderAndHistory(
      List<Change> changes, List<Change> detour, Random random) {
    var there = map(changes);
    var shuffled = new ArrayList<>(there.asMap().entrySet());
    Collections.shuffle(shuffled, random);

    var back = map(detour);
    for (var entry : shuffled) {
      back = back.with(entry.getKey(), entry.getValue());
    }
    for (Key key : List.copyOf(back.keySet())) {
      back = there.containsKey(key) ? back : back.without(key);
    }

    assertThat(back).isEqualTo(there).hasSameHashCodeAs(there);
    assertThat(there).isEqualTo(back);
  }

  static void equalityNoticesOneEntry(List<Change> changes, Key key) {
    var without = map(changes).without(key);
    var with = without.with(key, "one");
    var otherwise = without.with(key, "other");

    assertThat(with).isNotEqualTo(without).isNotEqualTo(otherwise);
    assertThat(without).isNotEqualTo(with);
    assertThat(otherwise.with(key, "one")).isEqualTo(with);
  }

  static void changesNothingForNothing(List<Change> changes, Key key) {
    var with = map(changes).with(key, "value");
    var equalKey = new Key(key.id(), key.hash());

    assertThat(with.with(equalKey, String.valueOf("value".toCharArray()))).isSameAs(with);
    var without = with.without(equalKey);
    assertThat(without.without(key)).isSameAs(without);
  }

  private static void assertAgrees(
      PersistentMap<Key, String> map, Map<Key, String> model, Iterable<Key> keys) {
    assertThat(map.size()).isEqualTo(model.size());
    assertThat(map.isEmpty()).isEqualTo(model.isEmpty());
    for (Key key : keys) {
      assertThat(map.get(key)).isEqualTo(model.get(key));
      assertThat(map.containsKey(key)).isEqualTo(model.containsKey(key));
    }
    assertThat(List.copyOf(map.keySet())).isEqualTo(List.copyOf(model.keySet()));
    assertThat(List.copyOf(map.values())).isEqualTo(List.copyOf(model.values()));
    assertThat(map).containsExactlyElementsOf(model.entrySet());
    assertThat(map.asMap().equals(model)).isTrue();
    assertThat(model.equals(map.asMap())).isTrue();
    assertThat(map.hashCode()).isEqualTo(model.hashCode());
    assertThat(map.toString()).isEqualTo(model.toString());
    var visited = new HashMap<Key, String>();
    map.forEach((key, value) -> assertThat(visited.put(key, value)).isNull());
    assertThat(visited).isEqualTo(model);
  }

  private static PersistentMap<Key, String> map(List<Change> changes) {
    var map = PersistentMap.<Key, String>empty();
    for (Change change : changes) {
      map = change.applyTo(map);
    }
    return map;
  }

  @Provide
  static Arbitrary<List<Change>> changes() {
    var put =
        Combinators.combine(keys(), Arbitraries.of("one", "two", "three"))
            .as((key, value) -> (Change) new Put(key, value));
    var remove = keys().map(key -> (Change) new Remove(key));
    return Arbitraries.frequencyOf(Tuple.of(3, put), Tuple.of(1, remove)).list().ofMaxSize(120);
  }

  /** Keys of which many share a hash, or its low bits, or its high bits. */
  @Provide
  static Arbitrary<Key> keys() {
    var hashes =
        Arbitraries.of(
            Stream.of(0, 1, 2, 3, -1, -2, 8, 64, 1 << 30, Integer.MIN_VALUE, Integer.MAX_VALUE)
                .toList());
    return Combinators.combine(
            Arbitraries.integers().between(0, 12), Arbitraries.oneOf(hashes, Arbitraries.of(0, 64)))
        .as(Key::new);
  }

  /** A key whose hash is chosen. */
  record Key(int id, int hash) {
    @Override
    public int hashCode() {
      return hash;
    }
  }

  interface Change {
    PersistentMap<Key, String> applyTo(PersistentMap<Key, String> map);

    void applyTo(Map<Key, String> model);
  }

  record Put(Key key, String value) implements Change {
    @Override
    public PersistentMap<Key, String> applyTo(PersistentMap<Key, String> map) {
      return map.with(key, value);
    }

    @Override
    public void applyTo(Map<Key, String> model) {
      model.put(key, value);
    }
  }

  record Remove(Key key) implements Change {
    @Override
    public PersistentMap<Key, String> applyTo(PersistentMap<Key, String> map) {
      return map.without(key);
    }

    @Override
    public void applyTo(Map<Key, String> model) {
      model.remove(key);
    }
  }
}
