package dev.firebreak.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTest {
  @ParameterizedTest
  @CsvSource({
    "phishing, fraud",
    "infected-system, malicious-code",
    "ddos, availability",
    "undetermined, other",
    "ransomware, malicious-code",
    "malicious-code.wiper, malicious-code",
    "fraud.invoice.forged, fraud.invoice",
    "fraud.invoice, fraud",
  })
  void knows_its_class(String name, String broader) {
    assertThat(new Category(name).broader()).contains(new Category(broader));
  }

  @ParameterizedTest
  @CsvSource({"fraud", "other", "test", "wiper", "acme:notify-bank"})
  void has_no_class_if_it_is_one_or_nobody_said_so(String name) {
    assertThat(new Category(name).broader()).isEmpty();
  }

  @Test
  void is_among_categories_that_name_it_or_its_class() {
    var some = ImmutableSet.of(new Category("fraud"), new Category("spam"));

    assertThat(new Category("fraud").isAmong(some)).isTrue();
    assertThat(new Category("phishing").isAmong(some)).isTrue();
    assertThat(new Category("fraud.invoice.forged").isAmong(some)).isTrue();
    assertThat(new Category("spam").isAmong(some)).isTrue();
    assertThat(new Category("abusive-content").isAmong(some)).isFalse();
    assertThat(new Category("wiper").isAmong(some)).isFalse();
    assertThat(new Category("phishing").isAmong(ImmutableSet.of())).isFalse();
  }

  @Test
  void the_taxonomy_has_eleven_classes_and_thirty_nine_types() {
    assertThat(Rsit.classes()).hasSize(11).contains(new Category("vulnerable"));
    assertThat(Rsit.classes().stream().flatMap(each -> Rsit.typesOf(each).stream()))
        .hasSize(39)
        .doesNotHaveDuplicates()
        .doesNotContain(Category.RANSOMWARE);
    assertThat(Rsit.typesOf(new Category("test"))).containsExactly(new Category("test"));
    assertThat(Rsit.typesOf(new Category("phishing"))).isEmpty();
  }

  @Test
  void every_type_of_the_taxonomy_is_of_its_class_and_no_class_is_of_another() {
    for (Category each : Rsit.classes()) {
      assertThat(each.broader()).isEmpty();
      assertThat(Rsit.typesOf(each)).allMatch(type -> type.isAmong(ImmutableSet.of(each)));
    }
  }
}
