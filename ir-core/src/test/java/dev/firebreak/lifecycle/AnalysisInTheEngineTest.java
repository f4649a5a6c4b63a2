package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.Ransomware.CATEGORY;
import static dev.firebreak.lifecycle.Ransomware.CONFIRM;
import static dev.firebreak.lifecycle.Ransomware.HANDLER;
import static dev.firebreak.lifecycle.Ransomware.ISOLATE;
import static dev.firebreak.lifecycle.Ransomware.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.firebreak.analysis.Activity;
import dev.firebreak.analysis.ActivityId;
import dev.firebreak.analysis.ActivityTime;
import dev.firebreak.analysis.AnalysisRequest;
import dev.firebreak.analysis.FindingId;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.incident.IncidentId;
import dev.firebreak.incident.IncidentRequest;
import dev.firebreak.phase.Disposition;
import dev.firebreak.phase.Phase;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.scope.AssetId;
import dev.firebreak.scope.AssetKind;
import dev.firebreak.scope.AssetState;
import dev.firebreak.scope.Observable;
import dev.firebreak.scope.ScopeRequest;
import dev.firebreak.scope.SeenObservable;
import dev.firebreak.severity.FunctionalImpact;
import dev.firebreak.severity.Impact;
import dev.firebreak.severity.InformationImpact;
import dev.firebreak.severity.Recoverability;
import dev.firebreak.severity.SeverityRequest;
import dev.firebreak.triage.Category;
import dev.firebreak.triage.TriageFact;
import dev.firebreak.triage.TriageRequest;
import dev.firebreak.triage.Verdict;
import org.junit.jupiter.api.Test;

/** What triage and analysis demand of the rest of an incident. */
class AnalysisInTheEngineTest {
  private static final IncidentId ID = IncidentId.of("inc-1");
  private static final AssetId HOST = new AssetId("web-1");

  private final TestClock clock = new TestClock();
  private final IncidentResponse response =
      IncidentResponse.under(Ransomware.plan(), clock).build();

  @Test
  void refuses_to_cite_evidence_that_is_not_there_until_it_is_acquired() {
    open();
    var cited = ImmutableSet.of(new EvidenceId("disk-1"), new EvidenceId("mail-1"));
    var find = new AnalysisRequest.Find(new FindingId("f-1"), "no patch", cited);
    var refused = refused(HANDLER, find);

    assertThat(refused.message())
        .isEqualTo(
            "guard.evidence-known: there is no evidence disk-1\n"
                + "guard.evidence-known: there is no evidence mail-1");
    refused
        .rejections()
        .forEach(
            rejection -> submit(HANDLER, ((Remedy.Act) rejection.remedies().get(0)).request()));
    submit(HANDLER, find);
    assertThat(incident().analysis().findings()).hasSize(1);
  }

  @Test
  void activity_may_cite_no_evidence_but_none_that_is_not_there() {
    open();
    var when = ActivityTime.at(Ransomware.START.minusSeconds(3600));
    submit(
        HANDLER,
        new AnalysisRequest.RecordActivity(new ActivityId("t-1"), new Activity(when, "a visit")));
    var unknown =
        new Activity(
            when,
            "a visit",
            null,
            ImmutableSet.of(HOST),
            ImmutableSet.of(),
            ImmutableSet.of(new EvidenceId("log-1")));
    var correct = new AnalysisRequest.CorrectActivity(new ActivityId("t-1"), unknown, "a log");
    assertThat(refused(HANDLER, correct).message())
        .isEqualTo("guard.evidence-known: there is no evidence log-1");
  }

  @Test
  void an_alert_is_the_source_of_what_it_saw() {
    var seen = new Observable(Observable.Type.IP_ADDRESS, "203.0.113.66");
    var receipt =
        (Receipt.Placed) response.receive(ID.tenant(), Ransomware.alert(1, "203.0.113.66"));
    var incident = response.incident(receipt.incident(), Viewer.of(MANAGER)).orElseThrow();

    assertThat(incident.scope().seen())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each)
                    .isEqualTo(new SeenObservable(seen, "suricata", null, each.since())));
  }

  @Test
  void may_be_reclassified_in_any_phase_and_it_is_recorded_as_that() {
    reachPostIncident();
    submit(HANDLER, new TriageRequest.Classify(new Category("phishing"), "no file was encrypted"));

    var record = response.record(ID, Viewer.of(MANAGER)).orElseThrow();
    assertThat(record.last(TriageFact.Classified.class).orElseThrow().fact())
        .isEqualTo(
            new TriageFact.Classified(new Category("phishing"), CATEGORY, "no file was encrypted"));
  }

  @Test
  void an_asset_that_is_infected_again_goes_its_whole_way_before_the_incident_is_resolved() {
    reachPostIncident();
    submit(
        HANDLER,
        new SeverityRequest.Assess(
            new Impact(FunctionalImpact.LOW, InformationImpact.NONE, Recoverability.REGULAR)));
    submit(HANDLER, new ScopeRequest.Reinfect(HOST, "a scheduled job"));
    var close = new PhaseRequest.Close(Disposition.RESOLVED, "all done");

    for (AssetState state : AssetState.values()) {
      if (state != AssetState.VERIFIED) {
        var refused = refused(MANAGER, close);
        assertThat(refused.message())
            .isEqualTo("guard.assets-handled: web-1 is " + state + " and not VERIFIED");
        var remedy = (Remedy.Act) refused.rejections().get(0).remedies().get(0);
        submit(HANDLER, remedy.request());
      }
    }
    submit(MANAGER, close);
  }

  @Test
  void an_incident_that_was_none_ends_without_its_assets_being_handled() {
    open();
    submit(HANDLER, new ScopeRequest.AddAsset(HOST, AssetKind.HOST));
    submit(HANDLER, new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "a drill"));
    submit(MANAGER, new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "a drill"));
  }

  @Test
  void takes_new_information_about_a_closed_incident_but_no_new_finding() {
    open();
    submit(HANDLER, new TriageRequest.Judge(Verdict.FALSE_POSITIVE, "a drill"));
    submit(MANAGER, new PhaseRequest.Close(Disposition.FALSE_POSITIVE, "a drill"));

    submit(HANDLER, new AnalysisRequest.ReceiveInformation("the bank", "a second account"));
    assertThat(incident().analysis().informationReceived()).isPositive();
    assertThat(refused(HANDLER, new AnalysisRequest.TuneTool("a sensor", "a rule")).message())
        .startsWith("incident.open");
  }

  private void open() {
    submit(HANDLER, new IncidentRequest.Open("files are encrypted"));
  }

  private void reachPostIncident() {
    open();
    submit(HANDLER, new TriageRequest.Classify(CATEGORY, "files are encrypted"));
    submit(MANAGER, new TriageRequest.Declare("files are encrypted"));
    submit(HANDLER, new PlaybookRequest.CompleteStep(CONFIRM, "looked"));
    submit(MANAGER, new PlaybookRequest.WaiveStep(ISOLATE, "by hand"));
    submit(HANDLER, new ScopeRequest.AddAsset(HOST, AssetKind.HOST));
    submit(HANDLER, PhaseRequest.Enter.next(Phase.CONTAINMENT));
    advance(AssetState.CONTAINED);
    submit(HANDLER, PhaseRequest.Enter.next(Phase.ERADICATION));
    advance(AssetState.ERADICATED);
    submit(HANDLER, PhaseRequest.Enter.next(Phase.RECOVERY));
    advance(AssetState.RESTORED);
    advance(AssetState.VERIFIED);
    submit(HANDLER, PhaseRequest.Enter.next(Phase.POST_INCIDENT));
  }

  private void advance(AssetState to) {
    submit(HANDLER, new ScopeRequest.Advance(HOST, to, "by hand"));
  }

  private void submit(Actor actor, Request<?> request) {
    assertThat(response.submit(ID, actor, request))
        .as("%s by %s", request, actor)
        .isInstanceOf(Decision.Accepted.class);
  }

  private Decision.Refused refused(Actor actor, Request<?> request) {
    var decision = response.submit(ID, actor, request);
    assertThat(decision).as("%s by %s", request, actor).isInstanceOf(Decision.Refused.class);
    return (Decision.Refused) decision;
  }

  private Incident incident() {
    return response.incident(ID, Viewer.of(MANAGER)).orElseThrow();
  }
}
