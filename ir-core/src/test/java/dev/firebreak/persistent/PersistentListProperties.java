package dev.firebreak.persistent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PersistentListProperties {
  @Property
  void every_version_of_a_branching_history_stays_equal_to_an_array_list(
      @ForAll @Size(max = 60) List<@IntRange(max = 99) Integer> picks) {
    everyVersionAgreesWithItsModel(picks);
  }

  @Property
  void equality_knows_the_elements_and_not_the_storage(
      @ForAll @Size(max = 30) List<Integer> elements, @ForAll int more) {
    equalityIgnoresStorage(elements, more);
  }

  /** Each pick adds to one of the versions so far, most often the newest. */
  static void everyVersionAgreesWithItsModel(List<Integer> picks) {
    var models = new ArrayList<List<Integer>>(List.of(List.of()));
    var lists = new ArrayList<>(List.of(PersistentList.<Integer>empty()));
    for (int step = 0; step < picks.size(); step++) {
      int base = picks.get(step) < 70 ? step : picks.get(step) % lists.size();
      var model = new ArrayList<>(models.get(base));
      model.add(step);
      models.add(model);
      lists.add(lists.get(base).plus(step));
    }
    for (int version = 0; version < lists.size(); version++) {
      assertAgrees(lists.get(version), models.get(version));
    }
  }

  static void equalityIgnoresStorage(List<Integer> elements, int more) {
    var one = list(elements);
    var other = list(elements);
    var longer = other.plus(more);

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one.plus(more)).isEqualTo(longer).hasSameHashCodeAs(longer);
    assertThat(other.plus(more)).isEqualTo(longer).hasSameHashCodeAs(longer);
    assertThat(one).isNotEqualTo(longer);
    assertThat(longer).isNotEqualTo(one);
    assertThat(one.plus(~more)).isNotEqualTo(longer);
  }

  private static void assertAgrees(PersistentList<Integer> list, List<Integer> model) {
    assertThat(list.size()).isEqualTo(model.size());
    assertThat(list.isEmpty()).isEqualTo(model.isEmpty());
    for (int index = 0; index < model.size(); index++) {
      assertThat(list.get(index)).isEqualTo(model.get(index));
      assertThat(list.last()).isEqualTo(model.get(model.size() - 1));
    }
    assertThat(list).containsExactlyElementsOf(model);
    assertThat(list.asList()).isEqualTo(model);
    assertThat(list.hashCode()).isEqualTo(model.hashCode());
    assertThat(list.toString()).isEqualTo(model.toString());
  }

  private static PersistentList<Integer> list(List<Integer> elements) {
    var list = PersistentList.<Integer>empty();
    for (Integer element : elements) {
      list = list.plus(element);
    }
    return list;
  }
}
