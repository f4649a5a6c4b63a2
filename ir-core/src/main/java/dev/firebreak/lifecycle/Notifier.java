package dev.firebreak.lifecycle;

/**
 * Tells people what they have to know: by mail, chat, pager or phone.
 *
 * <p>Called on the executor that {@link IncidentResponse.Builder#runOn} sets, after the event was
 * recorded, in the order of the history and one call at a time for each incident. It may block, and
 * may submit commands. What it throws is logged and skipped.
 *
 * <p>Each notification is given once, by the engine that recorded the event. It is lost when that
 * process ends before, and not given again when this throws: who must be certain reads what is
 * awaited from the incident, where it stands until it is done.
 */
@FunctionalInterface
public interface Notifier {
  /** Tells those whom it names. */
  void send(Notification notification);
}
