package dev.firebreak.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AudienceTest {
  @Test
  void staff_executives_and_lawyers_belong_to_the_organisation() {
    assertThat(Audience.values())
        .filteredOn(Audience::internal)
        .containsExactly(Audience.STAFF, Audience.EXECUTIVES, Audience.LEGAL);
  }
}
