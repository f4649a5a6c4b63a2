package dev.firebreak.communication;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentList;
import dev.firebreak.sharing.Audience;
import java.util.List;

/** What was said in one incident, and what has yet to be said. Immutable. */
public final class Communications {
  /** Communication as a part of an incident. */
  public static final Concept<Communications> CONCEPT =
      new Concept<>(
          "communication",
          new Communications(PersistentList.empty(), ImmutableMap.of()),
          CommunicationFact.class,
          CommunicationRequest.class);

  private final PersistentList<Notice> notices;
  private final ImmutableMap<Audience, Owing> owed;

  private Communications(PersistentList<Notice> notices, ImmutableMap<Audience, Owing> owed) {
    this.notices = notices;
    this.owed = owed;
  }

  /** Returns all notices, oldest first. */
  public List<Notice> notices() {
    return notices.asList();
  }

  /** Returns the audiences that have to be told and were not yet, in the order of the demand. */
  public ImmutableMap<Audience, Owing> owed() {
    return owed;
  }

  Communications with(Notice notice) {
    return new Communications(notices.plus(notice), without(notice.audience()));
  }

  Communications owing(Owing one) {
    var all = ImmutableMap.<Audience, Owing>builder().putAll(without(one.audience()));
    return new Communications(notices, all.put(one.audience(), one).buildOrThrow());
  }

  Communications notOwing(Audience audience) {
    return new Communications(notices, without(audience));
  }

  private ImmutableMap<Audience, Owing> without(Audience audience) {
    return owed.containsKey(audience)
        ? ImmutableMap.copyOf(Maps.filterKeys(owed, other -> other != audience))
        : owed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Communications communications
        && notices.equals(communications.notices)
        && owed.equals(communications.owed);
  }

  @Override
  public int hashCode() {
    return 31 * notices.hashCode() + owed.hashCode();
  }

  @Override
  public String toString() {
    return notices + (owed.isEmpty() ? "" : ", owed " + owed.keySet());
  }
}
