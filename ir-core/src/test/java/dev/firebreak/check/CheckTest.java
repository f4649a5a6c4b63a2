package dev.firebreak.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", ".a", "-a", "_a", ":a", "@a", "+a", " a", "a b", "a/b", "ä", "aé", "a\n", "１"})
  void refuses_an_identifier_with_other_characters_or_a_mark_in_front(String value) {
    assertThatThrownBy(() -> Check.identifier(value, "role"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "role must be 1..128 letters, digits or . _ : @ + - and start with a letter or digit but"
                + " was \"");
  }

  @Test
  void refuses_an_identifier_that_is_too_long_and_shows_its_beginning() {
    assertThatThrownBy(() -> Check.identifier("x".repeat(129), "role"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("but was \"" + "x".repeat(40) + "…\"");
  }

  @Test
  void shows_no_control_characters() {
    assertThatThrownBy(() -> Check.identifier("a\u001b[2J\n", "role"))
        .hasMessageEndingWith("but was \"a?[2J?\"");
  }

  @Test
  void shows_a_refused_identifier_of_forty_characters_whole() {
    assertThatThrownBy(() -> Check.identifier("!".repeat(40), "role"))
        .hasMessageEndingWith("but was \"" + "!".repeat(40) + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Z", "0", "9", "a._:@+-z", "incident-manager", "ada@example.org"})
  void returns_an_identifier(String value) {
    assertThat(Check.identifier(value, "role")).isEqualTo(value);
  }

  @Test
  void returns_an_identifier_of_the_greatest_length() {
    var longest = "x".repeat(Check.MAX_IDENTIFIER);

    assertThat(Check.identifier(longest, "role")).isEqualTo(longest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void refuses_a_blank_text(String value) {
    assertThatThrownBy(() -> Check.text(value, "title"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("title must not be blank");
  }

  @Test
  void refuses_a_text_that_is_too_long() {
    assertThatThrownBy(() -> Check.text("x".repeat(Check.MAX_TEXT + 1), "title"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("title must have at most 16384 characters but has 16385");
  }

  @Test
  void returns_a_text_up_to_the_greatest_length() {
    var longest = "x".repeat(Check.MAX_TEXT);

    assertThat(Check.text(longest, "title")).isEqualTo(longest);
    assertThat(Check.text(" ä\n", "title")).isEqualTo(" ä\n");
  }
}
