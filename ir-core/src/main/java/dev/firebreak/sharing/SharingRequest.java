package dev.firebreak.sharing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Asking;
import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Rejection;
import dev.firebreak.fact.Remedy;
import dev.firebreak.fact.Request;
import dev.firebreak.fact.Role;
import org.jspecify.annotations.Nullable;

/** What may be asked about who may know of an incident; also once it is closed or merged. */
public sealed interface SharingRequest extends Request<Sharing>
    permits SharingRequest.Mark,
        SharingRequest.Restrict,
        SharingRequest.Unrestrict,
        SharingRequest.ClaimPrivilege,
        SharingRequest.WaivePrivilege {
  @Override
  default Concept<Sharing> concept() {
    return Sharing.CONCEPT;
  }

  @Override
  default boolean afterClosing() {
    return true;
  }

  @Override
  default boolean afterMerging() {
    return true;
  }

  /**
   * Mark the incident.
   *
   * @param reason why
   * @param permittedBy the source of the information, if it permits a looser mark; null otherwise
   */
  record Mark(Tlp tlp, String reason, @Nullable String permittedBy) implements SharingRequest {
    public Mark {
      Check.text(reason, "reason");
      if (permittedBy != null) {
        Check.text(permittedBy, "permittedBy");
      }
    }

    /** Takes a mark that is not looser than the one before. */
    public Mark(Tlp tlp, String reason) {
      this(tlp, reason, null);
    }

    @Override
    public ImmutableList<Rejection> unmet(Sharing sharing, Asking by) {
      var was = sharing.tlp();
      return was == null || tlp.atLeast(was) || permittedBy != null
          ? ImmutableList.of()
          : ImmutableList.of(
              SharingCondition.PERMITTED
                  .unmet("going from " + was + " to " + tlp + " needs the source", sharing.since())
                  .or(new Remedy.Act(new Mark(tlp, reason, "the source"), Remedy.Asker.ANYBODY)));
    }

    @Override
    public ImmutableList<Fact<Sharing>> yields(Sharing sharing, Asking by) {
      return tlp == sharing.tlp()
          ? ImmutableList.of()
          : ImmutableList.of(new SharingFact.Marked(tlp, sharing.tlp(), reason, permittedBy));
    }
  }

  /** Let only those see it who need to know, in the place of those who were named before. */
  record Restrict(NeedToKnow to, String reason) implements SharingRequest {
    public Restrict {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Sharing sharing, Asking by) {
      return to.includes(by.actor(), by.roles())
          ? ImmutableList.of()
          : ImmutableList.of(
              SharingCondition.KEEPS_ASKER
                  .unmet(by.actor() + " is not among " + to)
                  .or(
                      new Remedy.Act(
                          new Restrict(with(by.actor()), reason), Remedy.Asker.ANYBODY)));
    }

    private NeedToKnow with(Actor asker) {
      return new NeedToKnow(
          ImmutableSet.<Role>copyOf(to.roles()),
          ImmutableSet.<Actor>builder().addAll(to.people()).add(asker).build());
    }

    @Override
    public ImmutableList<Fact<Sharing>> yields(Sharing sharing, Asking by) {
      return to.equals(sharing.needToKnow())
          ? ImmutableList.of()
          : ImmutableList.of(new SharingFact.Restricted(to, reason));
    }
  }

  /** Let everybody in the house see it again, as far as its mark allows. */
  record Unrestrict(String reason) implements SharingRequest {
    public Unrestrict {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Sharing sharing, Asking by) {
      return sharing.needToKnow() != null
          ? ImmutableList.of()
          : ImmutableList.of(SharingCondition.APPLIES.unmet("the incident is not restricted"));
    }

    @Override
    public ImmutableList<Fact<Sharing>> yields(Sharing sharing, Asking by) {
      return ImmutableList.of(new SharingFact.Unrestricted(reason));
    }
  }

  /** Claim legal privilege: it is told to nobody but lawyers, unless a law demands it. */
  record ClaimPrivilege(String reason) implements SharingRequest {
    public ClaimPrivilege {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Sharing sharing, Asking by) {
      return ImmutableList.of();
    }

    @Override
    public ImmutableList<Fact<Sharing>> yields(Sharing sharing, Asking by) {
      return sharing.privileged()
          ? ImmutableList.of()
          : ImmutableList.of(new SharingFact.PrivilegeClaimed(reason));
    }
  }

  /** Waive legal privilege. */
  record WaivePrivilege(String reason) implements SharingRequest {
    public WaivePrivilege {
      Check.text(reason, "reason");
    }

    @Override
    public ImmutableList<Rejection> unmet(Sharing sharing, Asking by) {
      return sharing.privileged()
          ? ImmutableList.of()
          : ImmutableList.of(SharingCondition.APPLIES.unmet("no privilege is claimed"));
    }

    @Override
    public ImmutableList<Fact<Sharing>> yields(Sharing sharing, Asking by) {
      return ImmutableList.of(new SharingFact.PrivilegeWaived(reason));
    }
  }
}
