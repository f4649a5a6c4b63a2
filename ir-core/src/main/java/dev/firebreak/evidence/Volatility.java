package dev.firebreak.evidence;

import java.util.Comparator;

/**
 * How fast evidence of a kind is gone, in the order of volatility of RFC 3227, section 2.1: what
 * goes first is secured first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3227#section-2.1">RFC 3227, section 2.1</a>
 */
public enum Volatility {
  /** Registers and caches of the processor. */
  CACHES(1),
  /** Memory, with the tables of routes, neighbours and processes. */
  MEMORY(2),
  /** Temporary file systems. */
  TEMPORARY_FILES(3),
  /** Disks. */
  DISK(4),
  /** Logs and monitoring data that are kept elsewhere. */
  REMOTE_LOGS(5),
  /** How things are set up and connected. */
  PHYSICAL_SETUP(6),
  /** Media in the archive. */
  ARCHIVES(7);

  /** From what is gone first to what stays longest. */
  public static final Comparator<Volatility> MOST_VOLATILE_FIRST =
      Comparator.comparingInt(each -> each.order);

  private final int order;

  Volatility(int order) {
    this.order = order;
  }
}
