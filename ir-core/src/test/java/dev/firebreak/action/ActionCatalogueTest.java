package dev.firebreak.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.evidence.Volatility;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionCatalogueTest {
  @Test
  void refuses_that_something_undoes_what_cannot_be_undone_or_undoes_itself() {
    assertThatThrownBy(() -> profile(ActionType.PATCH, false, ActionType.RESTORE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("patch cannot be undone, so nothing undoes it");
    assertThatThrownBy(() -> profile(ActionType.PATCH, true, ActionType.PATCH))
        .hasMessage("patch does not undo itself");
  }

  @Test
  void knows_nothing_of_a_type_that_is_not_in_it() {
    assertThat(ActionCatalogue.STANDARD.find(new ActionType("acme:notify-bank"))).isEmpty();
  }

  @Test
  void has_every_type_that_is_named_once_and_all_groups() throws IllegalAccessException {
    var named = new HashSet<ActionType>();
    for (var field : ActionType.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        named.add((ActionType) field.get(null));
      }
    }

    assertThat(ActionCatalogue.STANDARD.all())
        .extracting(ActionProfile::type)
        .containsExactlyInAnyOrderElementsOf(named);
    assertThat(ActionCatalogue.STANDARD.all())
        .extracting(ActionProfile::group)
        .containsAll(Arrays.asList(ActionGroup.values()));
  }

  @Test
  void what_undoes_something_is_undone_by_it() {
    for (var profile : ActionCatalogue.STANDARD.all()) {
      if (profile.undoneBy() != null) {
        assertThat(ActionCatalogue.STANDARD.find(profile.undoneBy()))
            .map(ActionProfile::undoneBy)
            .contains(profile.type());
      }
    }
  }

  @Test
  void securing_evidence_changes_and_destroys_nothing() {
    assertThat(ActionCatalogue.STANDARD.all())
        .filteredOn(profile -> profile.group() == ActionGroup.EVIDENCE)
        .isNotEmpty()
        .allMatch(profile -> profile.reach() == BlastRadius.NONE && !profile.destructive());
  }

  @Test
  void setting_up_anew_destroys_what_is_on_the_host() {
    assertThat(ActionCatalogue.STANDARD.find(ActionType.REBUILD).orElseThrow().destroys())
        .containsExactlyInAnyOrder(
            Volatility.CACHES, Volatility.MEMORY, Volatility.TEMPORARY_FILES, Volatility.DISK);
  }

  @Test
  void what_is_added_counts_instead_of_what_was_there() {
    var own = profile(new ActionType("acme:notify-bank"), true, null);
    var other = profile(ActionType.PATCH, false, null);
    var catalogue = ActionCatalogue.STANDARD.with(ImmutableList.of(own, other));

    assertThat(catalogue.find(own.type())).contains(own);
    assertThat(catalogue.find(ActionType.PATCH)).contains(other);
    assertThat(catalogue.all()).hasSize(ActionCatalogue.STANDARD.all().size() + 1);
  }

  @Test
  void a_radius_reaches_as_far_as_itself_and_those_within() {
    assertThat(BlastRadius.SITE.atLeast(BlastRadius.SITE)).isTrue();
    assertThat(BlastRadius.SITE.atLeast(BlastRadius.TARGET)).isTrue();
    assertThat(BlastRadius.SITE.atLeast(BlastRadius.ORGANIZATION)).isFalse();
  }

  @Test
  void volatile_evidence_goes_in_the_order_of_its_declaration() {
    assertThat(Volatility.values()).isSortedAccordingTo(Volatility.MOST_VOLATILE_FIRST);
  }

  private static ActionProfile profile(
      ActionType type, boolean reversible, @Nullable ActionType undoneBy) {
    return new ActionProfile(
        type, ActionGroup.ENDPOINT, BlastRadius.TARGET, ImmutableSet.of(), reversible, undoneBy);
  }
}
