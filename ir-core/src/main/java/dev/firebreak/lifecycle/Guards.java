package dev.firebreak.lifecycle;

import static dev.firebreak.lifecycle.GuardCondition.EVIDENCE_KNOWN;
import static dev.firebreak.lifecycle.GuardCondition.NOTICE_FITS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionRequest;
import dev.firebreak.action.Actions;
import dev.firebreak.analysis.Analysis;
import dev.firebreak.analysis.AnalysisRequest;
import dev.firebreak.communication.CommunicationRequest;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.evidence.EvidenceRequest;
import dev.firebreak.evidence.Sha256;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.obligation.Clock;
import dev.firebreak.obligation.Clocks;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.obligation.ObligationRequest;
import dev.firebreak.people.Authority;
import dev.firebreak.phase.PhaseRequest;
import dev.firebreak.phase.Progress;
import dev.firebreak.playbook.PlaybookRequest;
import dev.firebreak.playbook.StepProgress;
import dev.firebreak.relation.RelationRequest;
import dev.firebreak.relation.Relations;

/** What spans several parts and must hold before a request is accepted. */
record Guards(Unmet unmet) {
  /**
   * Returns what is not met, after what was found before.
   *
   * @param others those that are merged into the incident, if it is to move on
   */
  static ImmutableList<Rejection> check(
      Request<?> request,
      Incident incident,
      ImmutableList<Incident> others,
      Asking by,
      PlanIndex plan,
      ImmutableList<Rejection> before) {
    if (isUnguarded(request, plan)) {
      return before;
    }
    var unmet = new Unmet(incident, others, by, plan, before);
    new Guards(unmet).check(request);
    return unmet.all();
  }

  private void check(Request<?> request) {
    if (request instanceof PhaseRequest phase) {
      new PhaseGuards(unmet).check(phase);
    } else if (request instanceof PlaybookRequest playbook) {
      new StepGuards(unmet).check(playbook);
    } else if (request instanceof ActionRequest action) {
      new ActionGuards(unmet).check(action);
    } else if (request instanceof AnalysisRequest analysis) {
      evidenceKnown(analysis.cited());
    } else if (request instanceof CommunicationRequest.Notify notice) {
      noticeFits(notice);
    } else if (request instanceof ObligationRequest clock) {
      clock(clock);
    } else if (request.concept() == Relations.CONCEPT) {
      unmet.entitled(Authority.MERGE, "merge incidents");
    }
  }

  private static boolean isUnguarded(Request<?> request, PlanIndex plan) {
    if (request instanceof PlaybookRequest.CompleteStep complete) {
      var step = plan.step(complete.step());
      return step != null && plan.isFree(step);
    }
    if (request instanceof CommunicationRequest.Notify notice) {
      return notice.fulfils().isEmpty();
    }
    var concept = request.concept();
    if (concept == Analysis.CONCEPT) {
      return request instanceof AnalysisRequest analysis && analysis.cited().isEmpty();
    }
    if (concept == Relations.CONCEPT) {
      return request instanceof RelationRequest relation && !relation.merges();
    }
    return concept != Progress.CONCEPT
        && concept != Clocks.CONCEPT
        && concept != StepProgress.CONCEPT
        && concept != Actions.CONCEPT;
  }

  private void noticeFits(CommunicationRequest.Notify notice) {
    for (ObligationId id : notice.fulfils()) {
      var obligation = unmet.plan.duties().find(id);
      if (obligation == null ? !isRunning(id) : obligation.recipient() != notice.audience()) {
        var version = unmet.plan.plan().version();
        unmet.add(
            NOTICE_FITS.unmet(
                version + " has no obligation " + id + " to tell " + notice.audience()));
      }
    }
  }

  /** Returns whether a clock runs, which it may under no obligation of this version of the plan. */
  private boolean isRunning(ObligationId id) {
    return unmet.incident.clocks().find(id).filter(Clock::running).isPresent();
  }

  private void evidenceKnown(ImmutableSet<EvidenceId> cited) {
    for (EvidenceId id : cited) {
      if (unmet.incident.evidence().find(id).isEmpty()) {
        unmet.add(
            EVIDENCE_KNOWN
                .unmet("there is no evidence " + id)
                .or(new Remedy.Act(exampleAcquisition(id), Remedy.Asker.ANYBODY)));
      }
    }
  }

  private void clock(ObligationRequest request) {
    if (request instanceof ObligationRequest.Loosen) {
      unmet.entitled(Authority.WAIVE, "loosen a service level");
    } else if (request instanceof ObligationRequest.CorrectTrigger correct) {
      var known = unmet.incident.clocks().occurrence(correct.trigger());
      if (known.isPresent() && correct.to().isAfter(known.get().first())) {
        unmet.entitled(Authority.WAIVE, "set a trigger later");
      }
    }
  }

  private static EvidenceRequest exampleAcquisition(EvidenceId id) {
    return new EvidenceRequest.Acquire(
        id,
        "what it is",
        "where it was taken from",
        new Sha256("0".repeat(64)),
        "where it is kept");
  }
}
