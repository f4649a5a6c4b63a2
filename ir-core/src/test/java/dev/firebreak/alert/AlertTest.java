package dev.firebreak.alert;

import static dev.firebreak.alert.Alerts.alert;
import static dev.firebreak.alert.Alerts.key;
import static dev.firebreak.fact.Askings.after;
import static dev.firebreak.fact.Askings.asking;
import static dev.firebreak.fact.Askings.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.alert.AlertFact.Attached;
import dev.firebreak.alert.AlertRequest.Attach;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AlertTest {
  private static final AttachedAlerts START = AttachedAlerts.CONCEPT.start();

  @Test
  void refuses_an_alert_that_says_nothing() {
    assertThatThrownBy(() -> raw("", "f", "")).hasMessage("title must not be blank");
    assertThatThrownBy(() -> raw("t", " ", "")).hasMessage("fingerprint must not be blank");
  }

  @Test
  void refuses_a_raw_alert_that_is_too_long() {
    assertThatThrownBy(() -> raw("t", "f", "x".repeat(Alert.MAX_RAW + 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a raw alert must have at most 1048576 characters but has 1048577");
    assertThat(raw("t", "f", "x".repeat(Alert.MAX_RAW)).raw()).hasSize(1_048_576);
  }

  @Test
  void refuses_a_window_that_ends_before_it_begins() {
    assertThatThrownBy(() -> new CorrelationRule(Duration.ofNanos(-1), ImmutableSet.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("window must not be negative but was PT-0.000000001S");
    assertThat(new CorrelationRule(Duration.ZERO, ImmutableSet.of()).window()).isZero();
  }

  @Test
  void brings_together_what_repeats_within_an_hour_by_default() {
    assertThat(CorrelationRule.DEFAULT)
        .isEqualTo(new CorrelationRule(Duration.ofHours(1), ImmutableSet.of()));
  }

  @Test
  void refuses_to_attach_an_alert_twice_or_without_a_reason() {
    var attached = after(AttachedAlerts.CONCEPT, attached(1));

    assertThat(new Attach(alert(1, "other"), "by hand").unmet(attached, asking()))
        .containsExactly(AlertCondition.NOT_ATTACHED.unmet("suricata alert 1 is known here", 1L));
    assertThatThrownBy(() -> new Attach(alert(1, "f"), " "))
        .hasMessage("because must not be blank");
  }

  @Test
  void attaches_an_alert() {
    var attach = new Attach(alert(2, "f"), "by hand");

    assertThat(attach.unmet(after(AttachedAlerts.CONCEPT, attached(1)), asking())).isEmpty();
    assertThat(attach.yields(START, asking())).containsExactly(attached(2));
  }

  @Test
  void keeps_alerts_in_order_and_knows_the_earliest() {
    var alerts = after(AttachedAlerts.CONCEPT, attached(5), attached(3), attached(4));

    assertThat(START.firstObserved()).isEmpty();
    assertThat(alerts.firstObserved()).contains(time(3));
    assertThat(alerts.all()).extracting(AttachedAlert::key).containsExactly(key(5), key(3), key(4));
    assertThat(alerts.find(key(3))).contains(new AttachedAlert(key(3), "C2 beacon", time(3), 2));
    assertThat(alerts.find(key(6))).isEmpty();
  }

  @Test
  void is_equal_whatever_the_order_in_which_alerts_came() {
    var one = new AttachedAlert(key(1), "C2 beacon", time(1), 1);
    var two = new AttachedAlert(key(2), "C2 beacon", time(2), 2);

    assertThat(START.with(one).with(two))
        .isEqualTo(START.with(two).with(one))
        .hasSameHashCodeAs(START.with(two).with(one))
        .isNotEqualTo(START.with(one))
        .isNotEqualTo("alerts");
    assertThat(START.with(one).toString()).startsWith("{suricata alert 1=AttachedAlert[");
  }

  private static Attached attached(int number) {
    return new Attached(key(number), "C2 beacon", AlertSeverity.HIGH, time(number), "by hand");
  }

  private static Alert raw(String title, String fingerprint, String raw) {
    return new Alert(
        key(1),
        title,
        fingerprint,
        time(1),
        ZoneOffset.UTC,
        AlertSeverity.LOW,
        ImmutableSet.of(),
        raw);
  }
}
