package dev.firebreak.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.firebreak.lifecycle.Decision;
import dev.firebreak.policy.Policies;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The sides do the same work, and what Firebreak allocates for it stays within bounds. */
class SidesTest {
  private static final int COMMANDS = 25;

  /** Compiled code allocates less than what is interpreted, on both sides. */
  private static final int COMPILED_AFTER = 10_000;

  private final HandSide hand = new HandSide();
  private final FirebreakSide firebreak = new FirebreakSide(Policies.STANDARD);
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void every_side_records_twenty_five_commands_and_closes() {
    assertThat(Work.requests()).hasSize(COMMANDS);
    assertThat(firebreak.handle())
        .isInstanceOfSatisfying(
            Decision.Accepted.class,
            last -> assertThat(last.events().get(0).type()).isEqualTo("phase.closed"));
    assertThat(hand.handImmutable().log()).hasSize(COMMANDS);
    assertThat(hand.handImmutable().state().open()).isFalse();
    assertThat(new HandSide().handService()).isEqualTo(new HandSide().handImmutable());
    assertThat(hand.handMutable().log()).hasSize(COMMANDS);
    assertThat(hand.stateless4j().log()).hasSize(COMMANDS);
    assertThat(hand.stateless4j().closed()).isTrue();
  }

  @Test
  void what_is_sent_again_by_hand_is_answered_and_does_not_act_twice() {
    var service = new HandService();
    var by = new HandImmutable.By("c-1", "lead", Instant.EPOCH);
    var first = service.open("i", "Files are encrypted", by);

    assertThat(service.open("i", "Files are encrypted", by)).isSameAs(first);
    assertThat(service.acknowledge("i", by)).isSameAs(first);
    assertThat(service.incident("i").log()).containsExactly(first);
  }

  @Test
  void an_incident_allocates_less_than_nine_fifths_of_what_hand_written_code_does() {
    long ours = medianBytes(firebreak::handle);
    long byHand = medianBytes(new HandSide()::handService);

    assertThat(ours).as("against %s bytes by hand", byHand).isLessThan(byHand * 9 / 5);
  }

  private long medianBytes(Runnable handling) {
    for (int i = 0; i < COMPILED_AFTER; i++) {
      handling.run();
    }
    long[] bytes = new long[3 * HandSide.KEPT];
    for (int i = 0; i < bytes.length; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      handling.run();
      bytes[i] = threads.getCurrentThreadAllocatedBytes() - before;
    }
    Arrays.sort(bytes);
    return bytes[bytes.length / 2];
  }
}
