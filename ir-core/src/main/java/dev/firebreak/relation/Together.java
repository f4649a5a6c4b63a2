package dev.firebreak.relation;

import com.google.common.collect.ImmutableMap;

/**
 * The other incidents in which something is recorded at the same moment.
 *
 * @param versions the sequence number of the last event of each, by its name
 */
public record Together(ImmutableMap<String, Long> versions) {
  /** No other incident. */
  public static final Together ALONE = new Together(ImmutableMap.of());
}
