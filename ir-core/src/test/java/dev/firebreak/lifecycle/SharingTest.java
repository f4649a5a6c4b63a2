package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.HANDLING;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static dev.firebreak.lifecycle.Ransomware.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.people.PeopleRequest;
import dev.firebreak.policy.Policies;
import dev.firebreak.relation.RelationRequest;
import dev.firebreak.sharing.Audience;
import dev.firebreak.sharing.NeedToKnow;
import dev.firebreak.sharing.SharingRequest;
import dev.firebreak.sharing.Tlp;
import dev.firebreak.triage.TriageRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharingTest {
  private static final IncidentId A = IncidentId.of("a");
  private static final IncidentId B = IncidentId.of("b");

  private final List<Notification> sent = new ArrayList<>();
  private final IncidentResponse response =
      IncidentResponse.under(Ransomware.plan(), new TestClock()).notifier(sent::add).build();

  private void accept(IncidentId id, Actor actor, Request<?> request) {
    assertThat(response.submit(id, actor, request))
        .as("%s of %s", request, id)
        .isInstanceOf(Decision.Accepted.class);
  }

  private ImmutableList<Rejection> refuse(IncidentId id, Actor actor, Request<?> request) {
    return ((Decision.Refused) response.submit(id, actor, request)).rejections();
  }

  private void open(IncidentId... ids) {
    ImmutableList.copyOf(ids)
        .forEach(id -> accept(id, HANDLER, new IncidentRequest.Open("Files on " + id)));
  }

  private static SharingRequest restrict(Actor... people) {
    return new SharingRequest.Restrict(
        new NeedToKnow(ImmutableSet.of(), ImmutableSet.copyOf(people)), "an insider");
  }

  private boolean sees(Actor actor, IncidentId id) {
    var viewer = Viewer.of(actor);
    boolean sees = response.incident(id, viewer).isPresent();
    assertThat(response.record(id, viewer).isPresent()).isEqualTo(sees);
    assertThat(response.family(id, viewer).isPresent()).isEqualTo(sees);
    assertThat(response.incidents(viewer).stream().anyMatch(each -> each.id().equals(id)))
        .isEqualTo(sees);
    return sees;
  }

  @Test
  void labels_are_those_of_the_protocol_and_no_others() {
    assertThat(Tlp.parse("TLP:AMBER+STRICT")).isEqualTo(Tlp.AMBER_STRICT);
    assertThat(Tlp.parse("TLP:WHITE")).isEqualTo(Tlp.CLEAR);
    for (String wrong : List.of("TLP: RED", "tlp:red", "RED", "TLP:AMBER STRICT", "")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Tlp.parse(wrong));
    }
    for (Tlp tlp : Tlp.values()) {
      assertThat(Tlp.parse(tlp.label())).isEqualTo(tlp);
      assertThat(tlp).hasToString(tlp.label());
      assertThat(Tlp.RED.orStricter(tlp)).isEqualTo(Tlp.RED);
      assertThat(tlp.orStricter(Tlp.CLEAR)).isEqualTo(tlp);
    }
  }

  @Test
  void who_restricts_an_incident_does_not_lock_out_himself() {
    open(A);
    assertThat(refuse(A, MANAGER, restrict(STRANGER)))
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.code()).isEqualTo("sharing.keeps-asker");
              var act = (Remedy.Act) rejection.remedies().get(0);
              accept(A, MANAGER, act.request());
            });
  }

  @Test
  void a_restricted_incident_is_not_there_for_others() {
    open(A);
    accept(A, MANAGER, restrict(MANAGER));
    assertThat(sees(MANAGER, A)).isTrue();
    assertThat(sees(HANDLER, A)).isFalse();
    assertThat(response.find(IncidentQuery.ALL, Viewer.of(HANDLER))).isEmpty();
    assertThat(response.find(IncidentQuery.ALL, Viewer.of(MANAGER))).hasSize(1);
    var unseen = refuse(A, HANDLER, new TriageRequest.Acknowledge());
    var absent = refuse(B, HANDLER, new TriageRequest.Acknowledge());
    assertThat(unseen.toString().replace("incident a", "incident b")).isEqualTo(absent.toString());
    accept(A, MANAGER, new SharingRequest.Unrestrict("it was nobody of us"));
    assertThat(sees(HANDLER, A)).isTrue();
  }

  @Test
  void nobody_is_notified_of_what_they_may_not_see() {
    open(A);
    accept(A, MANAGER, restrict(MANAGER));
    sent.clear();
    accept(A, MANAGER, new PeopleRequest.Assign(HANDLING, STRANGER));
    assertThat(sent).isEmpty();
    accept(
        A,
        MANAGER,
        new SharingRequest.Restrict(
            new NeedToKnow(ImmutableSet.of(HANDLING), ImmutableSet.of(MANAGER)), "handlers too"));
    accept(A, MANAGER, new PeopleRequest.Assign(Ransomware.MANAGING, STRANGER));
    assertThat(sent)
        .singleElement()
        .satisfies(each -> assertThat(each.people()).containsExactly(STRANGER));
  }

  @ParameterizedTest
  @CsvSource({
    "CLEAR, true, true, true",
    "GREEN, true, true, true",
    "AMBER, true, true, false",
    "AMBER_STRICT, true, true, false",
    "RED, true, false, false",
  })
  void a_mark_says_who_in_the_house_sees(
      Tlp tlp, boolean manager, boolean handler, boolean stranger) {
    open(A);
    accept(A, HANDLER, new SharingRequest.Mark(tlp, "as the source says"));
    assertThat(sees(MANAGER, A)).isEqualTo(manager);
    assertThat(sees(HANDLER, A)).isEqualTo(handler);
    assertThat(sees(STRANGER, A)).isEqualTo(stranger);
    accept(A, MANAGER, new PeopleRequest.Assign(HANDLING, STRANGER));
    assertThat(sees(STRANGER, A)).isTrue();
  }

  @Test
  void a_mark_is_loosened_with_the_permission_of_the_source_only() {
    open(A);
    accept(A, MANAGER, new SharingRequest.Mark(Tlp.RED, "as the source says"));
    assertThat(refuse(A, MANAGER, new SharingRequest.Mark(Tlp.GREEN, "we want to tell")))
        .extracting(Rejection::code)
        .containsExactly("sharing.permitted");
    accept(A, MANAGER, new SharingRequest.Mark(Tlp.GREEN, "they agreed", "the CSIRT, by phone"));
    assertThat(sees(STRANGER, A)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "CLEAR, 12",
    "GREEN, 11",
    "AMBER, 4",
    "AMBER_STRICT, 3",
    "RED, 0",
  })
  void a_mark_says_which_audiences_may_be_told_beside_those_that_must_be(Tlp tlp, int audiences) {
    open(A);
    accept(A, MANAGER, new SharingRequest.Mark(tlp, "as the source says"));
    Set<Audience> told = EnumSet.noneOf(Audience.class);
    for (Audience audience : Audience.values()) {
      if (response.submit(A, MANAGER, notice(audience)).accepted()) {
        told.add(audience);
      }
    }
    assertThat(told).contains(Audience.REGULATOR); // the plan makes it a duty
    told.remove(Audience.REGULATOR);
    assertThat(told.size()).isEqualTo(tlp.atLeast(Tlp.AMBER) ? audiences : audiences - 1);
  }

  @Test
  void a_refused_notice_says_what_would_lift_it() {
    open(A);
    accept(A, MANAGER, new SharingRequest.Mark(Tlp.RED, "as the source says"));
    accept(A, MANAGER, new SharingRequest.ClaimPrivilege("counsel leads"));
    var rejections = refuse(A, MANAGER, notice(Audience.PARTNERS));
    assertThat(rejections).hasSize(2);
    assertThat(rejections)
        .flatExtracting(Rejection::remedies)
        .containsExactly(
            new Remedy.Act(
                new SharingRequest.Mark(Tlp.GREEN, "it may be told", "the source"),
                Remedy.Asker.ANYBODY),
            new Remedy.Act(
                new SharingRequest.WaivePrivilege("it may be told"), Remedy.Asker.ANYBODY));
  }

  @Test
  void the_policy_of_disclosure_can_be_another() {
    var silent =
        IncidentResponse.under(Ransomware.plan(), new TestClock())
            .policies(
                Policies.STANDARD.withDisclosure(
                    context -> ImmutableList.of(rejection("we say nothing"))))
            .build();
    silent.submit(A, HANDLER, new IncidentRequest.Open("Files"));
    assertThat(silent.submit(A, MANAGER, notice(Audience.STAFF)).accepted()).isFalse();
  }

  private static Rejection rejection(String message) {
    return Policies.STANDARD.disclosure().condition().unmet(message);
  }

  private static CommunicationRequest notice(Audience audience) {
    return new CommunicationRequest.Notify(audience, "them", "it happened", null);
  }

  @Test
  void after_a_merge_the_most_restrictive_counts_for_all_of_it() {
    open(A, B);
    accept(B, MANAGER, restrict(MANAGER));
    accept(B, MANAGER, new SharingRequest.Mark(Tlp.AMBER_STRICT, "as the source says"));
    assertThat(sees(HANDLER, A)).isTrue();
    accept(A, MANAGER, new RelationRequest.Merge(ImmutableSet.of("b"), "the same"));
    assertThat(sees(HANDLER, A)).isFalse();
    assertThat(sees(HANDLER, B)).isFalse();
    assertThat(response.find(IncidentQuery.ALL, Viewer.of(HANDLER))).isEmpty();
    assertThat(refuse(A, MANAGER, notice(Audience.PARTNERS)))
        .extracting(Rejection::message)
        .containsExactly("b: what is marked TLP:AMBER+STRICT is not told to PARTNERS");
    accept(A, MANAGER, new RelationRequest.Unmerge(ImmutableSet.of("b"), "not so"));
    assertThat(sees(HANDLER, A)).isTrue();
    assertThat(sees(HANDLER, B)).isFalse();
  }

  @Test
  void nobody_merges_or_links_what_they_may_not_see() {
    open(A, B);
    accept(B, MANAGER, restrict(MANAGER));
    assertThat(
            refuse(
                A, Ransomware.DEPUTY, new RelationRequest.Merge(ImmutableSet.of("b"), "the same")))
        .extracting(Rejection::toString)
        .containsExactly("incident.open: b: no open incident b");
  }
}
