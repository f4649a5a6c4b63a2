package dev.firebreak.compliance;

import com.google.common.collect.ImmutableList;
import dev.firebreak.evidence.EvidenceFact;
import dev.firebreak.evidence.EvidenceId;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows every item of evidence from hand to hand. */
final class Custody {
  private final Course course;
  private final List<Event> links = new ArrayList<>();
  private Actor custodian;
  private @Nullable Event offer;
  private @Nullable Outcome broken;

  private Custody(Course course, Event acquired) {
    this.course = course;
    this.custodian = acquired.actor();
    links.add(acquired);
  }

  /** Passes when no item's chain is broken and every hand-over was received. */
  static Outcome judge(Course course) {
    Map<EvidenceId, Custody> items = new LinkedHashMap<>();
    for (Event event : course.all(EvidenceFact.class)) {
      if (event.fact() instanceof EvidenceFact.Acquired acquired) {
        items.put(acquired.item(), new Custody(course, event));
      } else if (event.fact() instanceof EvidenceFact.HandedOver handed) {
        items.computeIfPresent(handed.item(), (item, chain) -> chain.handedOver(event));
      } else if (event.fact() instanceof EvidenceFact.Verified verified) {
        items.computeIfPresent(
            verified.item(), (item, chain) -> chain.verified(event, verified.intact()));
      } else if (event.fact() instanceof EvidenceFact.Received received) {
        items.computeIfPresent(received.item(), (item, chain) -> chain.received(event));
      }
    }
    return items.isEmpty()
        ? Outcome.notApplicable("no evidence is recorded", Cited.NOTHING)
        : Outcome.all(
            items.values().stream().map(Custody::outcome).collect(ImmutableList.toImmutableList()));
  }

  private Custody handedOver(Event event) {
    links.add(event);
    check(offer == null, "a hand-over was not received", event);
    check(event.actor().equals(custodian), "it was handed over by another than its holder", event);
    offer = event;
    return this;
  }

  private Custody verified(Event event, boolean intact) {
    links.add(event);
    check(intact, "its digest is not the one of when it was secured", event);
    return this;
  }

  private Custody received(Event event) {
    links.add(event);
    if (offer == null) {
      check(false, "it was received without a hand-over", event);
    } else {
      var to = ((EvidenceFact.HandedOver) offer.fact()).to();
      check(event.actor().equals(to), "it was received by another than was named", event);
      check(!event.occurred().isBefore(offer.occurred()), "it was received too early", event);
    }
    custodian = event.actor();
    offer = null;
    return this;
  }

  private void check(boolean holds, String otherwise, Event event) {
    if (!holds && broken == null) {
      broken = Outcome.fail(otherwise, Cited.events(links).and(Cited.events(event)));
    }
  }

  private Outcome outcome() {
    if (broken != null) {
      return broken;
    }
    return offer == null
        ? Outcome.pass("every hand-over has both signatures", Cited.events(links))
        : course.undone("a hand-over is not received", Cited.events(links));
  }
}
