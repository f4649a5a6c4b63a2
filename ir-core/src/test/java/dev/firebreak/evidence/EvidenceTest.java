package dev.firebreak.evidence;

import static dev.firebreak.fact.Askings.ADA;
import static dev.firebreak.fact.Askings.GRACE;
import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firebreak.evidence.EvidenceFact.Acquired;
import dev.firebreak.evidence.EvidenceFact.HandedOver;
import dev.firebreak.evidence.EvidenceFact.Received;
import dev.firebreak.evidence.EvidenceRequest.Acquire;
import dev.firebreak.evidence.EvidenceRequest.HandOver;
import dev.firebreak.evidence.EvidenceRequest.Receive;
import dev.firebreak.fact.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceTest {
  private static final EvidenceId DISK = new EvidenceId("disk");
  private static final EvidenceId DUMP = new EvidenceId("dump");
  private static final Sha256 DIGEST = new Sha256("0123456789abcdef".repeat(4));
  private static final Acquired ACQUIRED =
      new Acquired(DISK, "the disk", "srv-1", DIGEST, "safe 1");
  private static final EvidenceRegister START = EvidenceRegister.CONCEPT.start();
  private static final EvidenceRegister SECURED = after(EvidenceRegister.CONCEPT, ACQUIRED);
  private static final EvidenceRegister OFFERED =
      new HandedOver(DISK, GRACE, "analysis").applyTo(SECURED, stamp(2));

  static String[] digests() {
    return new String[] {
      "",
      "0".repeat(63),
      "0".repeat(65),
      "0".repeat(63) + "A",
      "0".repeat(63) + "g",
      "0".repeat(63) + "/",
      "0".repeat(63) + ":",
      "0".repeat(63) + "`",
    };
  }

  @ParameterizedTest
  @MethodSource("digests")
  void refuses_what_is_no_digest(String hex) {
    assertThatThrownBy(() -> new Sha256(hex))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a SHA-256 digest must be 64 lower-case hexadecimal digits");
  }

  @Test
  void refuses_an_id_that_is_used() {
    assertThat(acquire().unmet(SECURED, asking()))
        .containsExactly(EvidenceCondition.NEW.unmet("there is evidence disk", 1L));
  }

  @Test
  void refuses_to_hand_over_or_receive_what_is_not_there() {
    var unknown = EvidenceCondition.KNOWN.unmet("there is no evidence disk");

    assertThat(new HandOver(DISK, GRACE, "analysis").unmet(START, asking()))
        .containsExactly(unknown);
    assertThat(new Receive(DISK, "safe 2").unmet(START, asking())).containsExactly(unknown);
  }

  @Test
  void refuses_a_hand_over_by_anybody_but_the_custodian() {
    var handOver = new HandOver(DISK, GRACE, "analysis");

    assertThat(handOver.unmet(SECURED, asking(GRACE)))
        .containsExactly(EvidenceCondition.IN_CUSTODY.unmet("disk is in the custody of ada", 1L));
    assertThat(handOver.unmet(OFFERED, asking(GRACE)))
        .containsExactly(EvidenceCondition.IN_CUSTODY.unmet("disk is in the custody of ada", 2L));
  }

  @Test
  void refuses_to_receive_what_was_not_handed_over_to_the_one_who_asks() {
    var receive = new Receive(DISK, "safe 2");

    assertThat(receive.unmet(SECURED, asking(GRACE)))
        .containsExactly(
            EvidenceCondition.OFFERED.unmet("disk has not been handed over to grace", 1L));
    assertThat(receive.unmet(OFFERED, asking(ADA)))
        .containsExactly(
            EvidenceCondition.OFFERED.unmet("disk has not been handed over to ada", 2L));
  }

  @Test
  void refuses_blank_text() {
    assertThatThrownBy(() -> new Acquire(DISK, "", "srv-1", DIGEST, "safe"))
        .hasMessage("description must not be blank");
    assertThatThrownBy(() -> new Acquire(DISK, "disk", "", DIGEST, "safe"))
        .hasMessage("source must not be blank");
    assertThatThrownBy(() -> new Acquire(DISK, "disk", "srv-1", DIGEST, " "))
        .hasMessage("storage must not be blank");
    assertThatThrownBy(() -> new HandOver(DISK, GRACE, "")).hasMessage("reason must not be blank");
    assertThatThrownBy(() -> new Receive(DISK, "")).hasMessage("storage must not be blank");
  }

  @Test
  void who_secures_an_item_has_it_in_custody() {
    assertThat(acquire().unmet(START, asking())).isEmpty();
    assertThat(acquire().yields(START, asking())).containsExactly(ACQUIRED);
    assertThat(SECURED.find(DISK)).contains(item("safe 1", ADA, null, 1));
  }

  @Test
  void a_hand_over_leaves_the_custody_where_it_is_until_the_item_is_received() {
    var handOver = new HandOver(DISK, GRACE, "analysis");

    assertThat(handOver.unmet(SECURED, asking())).isEmpty();
    assertThat(handOver.yields(SECURED, asking()))
        .containsExactly(new HandedOver(DISK, GRACE, "analysis"));
    assertThat(OFFERED.find(DISK)).contains(item("safe 1", ADA, GRACE, 2));
  }

  @Test
  void who_receives_an_item_has_it_in_custody() {
    var receive = new Receive(DISK, "safe 2");

    assertThat(receive.unmet(OFFERED, asking(GRACE))).isEmpty();
    assertThat(receive.yields(OFFERED, asking(GRACE)))
        .containsExactly(new Received(DISK, "safe 2"));
    assertThat(new Received(DISK, "safe 2").applyTo(OFFERED, stamp(3, GRACE)).find(DISK))
        .contains(item("safe 2", GRACE, null, 3));
  }

  @Test
  void cannot_fold_a_fact_about_an_item_that_was_not_secured() {
    assertThatThrownBy(() -> new HandedOver(DISK, GRACE, "x").applyTo(START, stamp(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no evidence disk: its history is not in order");
    assertThatThrownBy(() -> new Received(DISK, "x").applyTo(START, stamp(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no evidence disk: its history is not in order");
  }

  @Test
  void keeps_items_in_the_order_in_which_they_were_secured() {
    var dump = new Acquired(DUMP, "memory", "srv-1", DIGEST, "safe 1");
    var register = after(EvidenceRegister.CONCEPT, dump, ACQUIRED);

    assertThat(register.all()).extracting(Evidence::id).containsExactly(DUMP, DISK);
  }

  @Test
  void is_equal_whatever_the_order_in_which_items_came() {
    var disk = item("safe 1", ADA, null, 1);
    var dump =
        new Evidence(
            DUMP, "memory", "srv-1", DIGEST, "safe 1", ADA, null, 2, time(2), null, true, false);

    assertThat(START.with(disk).with(dump))
        .isEqualTo(START.with(dump).with(disk))
        .hasSameHashCodeAs(START.with(dump).with(disk))
        .isNotEqualTo(START.with(disk))
        .isNotEqualTo("evidence");
    assertThat(SECURED.toString()).startsWith("{disk=Evidence[id=disk").contains(DIGEST.hex());
  }

  private static Acquire acquire() {
    return new Acquire(DISK, "the disk", "srv-1", DIGEST, "safe 1");
  }

  private static Evidence item(
      String storage, Actor custodian, @Nullable Actor offeredTo, long since) {
    return new Evidence(
        DISK,
        "the disk",
        "srv-1",
        DIGEST,
        storage,
        custodian,
        offeredTo,
        since,
        time(1),
        null,
        true,
        false);
  }
}
