package dev.firebreak.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.incident.Incident;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.sharing.Audience;
import dev.firebreak.sharing.SharingRequest;
import dev.firebreak.sharing.Tlp;
import java.util.EnumSet;
import java.util.Set;

/** The strictest mark decides who may be told. */
record DisclosureByTlp() implements DisclosurePolicy {
  private static final Set<Audience> ALL = Sets.immutableEnumSet(EnumSet.allOf(Audience.class));
  private static final Set<Audience> BUT_MEDIA =
      Sets.immutableEnumSet(EnumSet.complementOf(EnumSet.of(Audience.MEDIA)));
  private static final Set<Audience> HOUSE =
      Sets.immutableEnumSet(Sets.filter(ALL, Audience::internal));
  private static final Set<Audience> HOUSE_AND_CLIENTS =
      Sets.immutableEnumSet(Sets.union(HOUSE, Set.of(Audience.CUSTOMERS)));
  private static final Set<Audience> LAWYERS = Sets.immutableEnumSet(Audience.LEGAL);
  private static final Set<Audience> NOBODY = Set.of();

  @Override
  public String name() {
    return "disclosure-by-tlp";
  }

  @Override
  public String explain() {
    return "Nobody is told of an incident whom its mark or a claim of privilege keeps out.";
  }

  @Override
  public ImmutableList<Rejection> review(Context context) {
    var audience = context.notice().audience();
    if (isDuty(audience, context.plan())) {
      return ImmutableList.of();
    }
    var unmet = ImmutableList.<Rejection>builder();
    review(context.incident(), audience).forEach(unmet::add);
    for (Incident member : context.members()) {
      review(member, audience)
          .forEach(rejection -> unmet.add(rejection.elsewhere(member.id().name())));
    }
    return unmet.build();
  }

  private static boolean isDuty(Audience audience, ResponsePlan plan) {
    return plan.obligations().stream().anyMatch(duty -> duty.recipient() == audience);
  }

  private ImmutableList<Rejection> review(Incident incident, Audience audience) {
    var sharing = incident.sharing();
    var unmet = ImmutableList.<Rejection>builder();
    var tlp = sharing.tlp();
    if (tlp != null && !mayKnow(tlp).contains(audience)) {
      unmet.add(
          rejection(
              "what is marked " + tlp + " is not told to " + audience,
              sharing.since(),
              new SharingRequest.Mark(strictestFor(audience), "it may be told", "the source")));
    }
    if (sharing.privileged() && !LAWYERS.contains(audience)) {
      unmet.add(
          rejection(
              "what is privileged is not told to " + audience,
              sharing.since(),
              new SharingRequest.WaivePrivilege("it may be told")));
    }
    return unmet.build();
  }

  private Rejection rejection(String message, long since, Request<?> remedy) {
    return condition().unmet(message, since).or(new Remedy.Act(remedy, Remedy.Asker.ANYBODY));
  }

  /** Returns the strictest mark under which the audience may be told. */
  private static Tlp strictestFor(Audience audience) {
    var found = Tlp.CLEAR;
    for (Tlp tlp : Tlp.values()) {
      found = mayKnow(tlp).contains(audience) ? found.orStricter(tlp) : found;
    }
    return found;
  }

  private static Set<Audience> mayKnow(Tlp tlp) {
    return switch (tlp) {
      case CLEAR -> ALL;
      case GREEN -> BUT_MEDIA;
      case AMBER -> HOUSE_AND_CLIENTS;
      case AMBER_STRICT -> HOUSE;
      case RED -> NOBODY;
    };
  }
}
