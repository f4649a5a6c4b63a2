package dev.firebreak.communication;

import dev.firebreak.fact.Concept;
import dev.firebreak.persistent.PersistentList;
import java.util.List;

/** What was said in one incident. Immutable. */
public final class Communications {
  /** Communication as a part of an incident. */
  public static final Concept<Communications> CONCEPT =
      new Concept<>(
          "communication",
          new Communications(PersistentList.empty()),
          CommunicationFact.class,
          CommunicationRequest.class);

  private final PersistentList<Notice> notices;

  private Communications(PersistentList<Notice> notices) {
    this.notices = notices;
  }

  /** Returns all notices, oldest first. */
  public List<Notice> notices() {
    return notices.asList();
  }

  Communications with(Notice notice) {
    return new Communications(notices.plus(notice));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Communications communications && notices.equals(communications.notices);
  }

  @Override
  public int hashCode() {
    return notices.hashCode();
  }

  @Override
  public String toString() {
    return notices.toString();
  }
}
