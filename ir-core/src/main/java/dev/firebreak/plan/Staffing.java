package dev.firebreak.plan;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * Who can be reached, and how: the team, contacts, channels and ways to report.
 *
 * @param team how the team is set up, null if not written down
 * @param contacts who has to be reached
 * @param channels on what the team talks
 * @param onCall who can be called when
 * @param reporting how people report what they see
 * @param forms forms that are ready
 */
public record Staffing(
    @Nullable Team team,
    ImmutableList<Contact> contacts,
    ImmutableList<Channel> channels,
    ImmutableList<OnCall> onCall,
    ImmutableList<ReportingWay> reporting,
    ImmutableList<ReadyForm> forms) {
  /** Nothing of it is written down. */
  public static final Staffing EMPTY =
      new Staffing(
          null,
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of());
}
