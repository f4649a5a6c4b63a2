package dev.firebreak.action;

import dev.firebreak.check.Check;

/**
 * A kind of response action; open, so that a plan or a vendor may name others.
 *
 * @param name 1..128 letters, digits or {@code . _ : @ + -}
 */
public record ActionType(String name) {
  /** Cut a host off the network. */
  public static final ActionType ISOLATE_HOST = new ActionType("isolate-host");

  /** Stop traffic to or from an address. */
  public static final ActionType BLOCK_ADDRESS = new ActionType("block-address");

  /** Keep an account from signing in. */
  public static final ActionType DISABLE_ACCOUNT = new ActionType("disable-account");

  /** Close a weakness. */
  public static final ActionType PATCH = new ActionType("patch");

  /** Set a system up anew. */
  public static final ActionType REBUILD = new ActionType("rebuild");

  /** Bring data or a system back from a backup. */
  public static final ActionType RESTORE = new ActionType("restore");

  /** Secure evidence. */
  public static final ActionType COLLECT = new ActionType("collect");

  public ActionType {
    Check.identifier(name, "action type");
  }

  @Override
  public String toString() {
    return name;
  }
}
