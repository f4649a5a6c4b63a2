package dev.firebreak.evidence;

import static dev.firebreak.fact.Askings.ADA;
import static dev.firebreak.fact.Askings.GRACE;
import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firebreak.evidence.EvidenceFact.Acquired;
import dev.firebreak.evidence.EvidenceFact.Disposed;
import dev.firebreak.evidence.EvidenceFact.Held;
import dev.firebreak.evidence.EvidenceFact.HoldReleased;
import dev.firebreak.evidence.EvidenceFact.Verified;
import dev.firebreak.evidence.EvidenceRequest.Dispose;
import dev.firebreak.evidence.EvidenceRequest.Examine;
import dev.firebreak.evidence.EvidenceRequest.HandOver;
import dev.firebreak.evidence.EvidenceRequest.Hold;
import dev.firebreak.evidence.EvidenceRequest.ReleaseHold;
import dev.firebreak.evidence.EvidenceRequest.Verify;
import dev.firebreak.fact.Remedy;
import org.junit.jupiter.api.Test;

class EvidenceCareTest {
  private static final EvidenceId DISK = new EvidenceId("disk");
  private static final Sha256 DIGEST = new Sha256("0123456789abcdef".repeat(4));
  private static final Sha256 OTHER = new Sha256("f".repeat(64));
  private static final EvidenceRegister START = EvidenceRegister.CONCEPT.start();
  private static final EvidenceRegister SECURED =
      after(
          EvidenceRegister.CONCEPT,
          new Acquired(DISK, "the disk", "srv-1", DIGEST, "safe 1", Volatility.DISK));

  @Test
  void refuses_all_care_of_what_is_not_there_or_was_disposed_of() {
    var gone = new Disposed(DISK, "wiped").applyTo(SECURED, stamp(2));
    var requests =
        new EvidenceRequest[] {
          new Verify(DISK, DIGEST),
          new Examine(DISK, "plaso", "nothing"),
          new Dispose(DISK, "wiped"),
          new HandOver(DISK, GRACE, "analysis"),
        };

    for (EvidenceRequest request : requests) {
      assertThat(request.unmet(START, asking()))
          .containsExactly(EvidenceCondition.KNOWN.unmet("there is no evidence disk"));
      assertThat(request.unmet(gone, asking()))
          .containsExactly(EvidenceCondition.NOT_DISPOSED.unmet("disk was disposed of", 2L));
      assertThat(request.unmet(SECURED, asking())).isEmpty();
    }
  }

  @Test
  void says_whether_the_digest_is_the_one_of_when_it_was_secured() {
    assertThat(new Verify(DISK, OTHER).yields(SECURED, asking()))
        .containsExactly(new Verified(DISK, OTHER, false));
    assertThat(new Verify(DISK, DIGEST).yields(SECURED, asking()))
        .containsExactly(new Verified(DISK, DIGEST, true));
  }

  @Test
  void what_has_changed_once_is_not_whole_again() {
    var changed = new Verified(DISK, OTHER, false).applyTo(SECURED, stamp(2));
    var again = new Verified(DISK, DIGEST, true).applyTo(changed, stamp(3));

    assertThat(SECURED.get(DISK).intact()).isTrue();
    assertThat(again.get(DISK).intact()).isFalse();
  }

  @Test
  void only_what_is_intact_and_there_counts_as_secured() {
    var changed = new Verified(DISK, OTHER, false).applyTo(SECURED, stamp(2));
    var gone = new Disposed(DISK, "wiped").applyTo(SECURED, stamp(2));

    assertThat(SECURED.securedFrom("srv-1")).containsExactly(Volatility.DISK);
    assertThat(SECURED.securedFrom("srv-2")).isEmpty();
    assertThat(changed.securedFrom("srv-1")).isEmpty();
    assertThat(gone.securedFrom("srv-1")).isEmpty();
  }

  @Test
  void nobody_disposes_of_what_somebody_else_has_in_custody_or_is_on_hold() {
    var held = new Held("srv-1", "a lawsuit").applyTo(SECURED, stamp(2, GRACE));

    assertThat(new Dispose(DISK, "wiped").unmet(held, asking(GRACE)))
        .containsExactly(
            EvidenceCondition.IN_CUSTODY.unmet("disk is in the custody of ada", 1L),
            EvidenceCondition.NOT_HELD
                .unmet("srv-1 is on legal hold, because: a lawsuit", 2L)
                .or(new Remedy.Act(new ReleaseHold("srv-1", "why it ends"), Remedy.Asker.ANYBODY)));
    assertThat(
            new Dispose(DISK, "wiped")
                .unmet(new HoldReleased("srv-1", "settled").applyTo(held, stamp(3)), asking(ADA)))
        .isEmpty();
  }

  @Test
  void a_source_is_held_once_at_a_time() {
    var held = new Held("srv-1", "a lawsuit").applyTo(START, stamp(2, GRACE));

    assertThat(new Hold("srv-1", "another").unmet(held, asking()))
        .containsExactly(EvidenceCondition.HOLD_FITS.unmet("srv-1 is on hold", 2L));
    assertThat(new Hold("srv-2", "another").unmet(held, asking())).isEmpty();
    assertThat(new ReleaseHold("srv-2", "settled").unmet(held, asking()))
        .containsExactly(EvidenceCondition.HOLD_FITS.unmet("srv-2 is not on hold"));
    assertThat(held.holds()).containsExactly(new LegalHold("srv-1", GRACE, "a lawsuit", 2));
    assertThat(held).isNotEqualTo(START);
  }
}
