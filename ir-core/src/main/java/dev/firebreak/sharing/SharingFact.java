package dev.firebreak.sharing;

import dev.firebreak.fact.Concept;
import dev.firebreak.fact.Fact;
import dev.firebreak.fact.Stamp;
import org.jspecify.annotations.Nullable;

/** What happened to who may know of an incident. */
public sealed interface SharingFact extends Fact<Sharing>
    permits SharingFact.Marked,
        SharingFact.Restricted,
        SharingFact.Unrestricted,
        SharingFact.PrivilegeClaimed,
        SharingFact.PrivilegeWaived {
  @Override
  default Concept<Sharing> concept() {
    return Sharing.CONCEPT;
  }

  /**
   * The incident was marked.
   *
   * @param was the mark before, null if there was none
   * @param reason why
   * @param permittedBy the source that permits a looser mark, null where it is not looser
   */
  record Marked(Tlp tlp, @Nullable Tlp was, String reason, @Nullable String permittedBy)
      implements SharingFact {
    @Override
    public Sharing applyTo(Sharing before, Stamp stamp) {
      return before.marked(tlp, stamp.sequence());
    }
  }

  /** From now on only those who need to know may see it. */
  record Restricted(NeedToKnow to, String reason) implements SharingFact {
    @Override
    public Sharing applyTo(Sharing before, Stamp stamp) {
      return before.restricted(to, stamp.sequence());
    }
  }

  /** It is no longer restricted to those who need to know. */
  record Unrestricted(String reason) implements SharingFact {
    @Override
    public Sharing applyTo(Sharing before, Stamp stamp) {
      return before.restricted(null, stamp.sequence());
    }
  }

  /** Legal privilege was claimed for it. */
  record PrivilegeClaimed(String reason) implements SharingFact {
    @Override
    public Sharing applyTo(Sharing before, Stamp stamp) {
      return before.privileged(true, stamp.sequence());
    }
  }

  /** Legal privilege was waived. */
  record PrivilegeWaived(String reason) implements SharingFact {
    @Override
    public Sharing applyTo(Sharing before, Stamp stamp) {
      return before.privileged(false, stamp.sequence());
    }
  }
}
