package dev.firebreak.action;

import dev.firebreak.check.Check;

/**
 * A kind of response action; open, so that a plan or a vendor may name others.
 *
 * <p>What is known of those named here is in {@link ActionCatalogue#STANDARD}.
 *
 * @param name 1..128 letters, digits or {@code . _ : @ + -}
 */
public record ActionType(String name) {
  /** Stop traffic to or from an address. */
  public static final ActionType BLOCK_ADDRESS = new ActionType("block-address");

  /** Let traffic to and from an address through again. */
  public static final ActionType UNBLOCK_ADDRESS = new ActionType("unblock-address");

  /** Keep a domain from being resolved or reached. */
  public static final ActionType BLOCK_DOMAIN = new ActionType("block-domain");

  /** Let a domain be reached again. */
  public static final ActionType UNBLOCK_DOMAIN = new ActionType("unblock-domain");

  /** Cut a network segment off the others. */
  public static final ActionType ISOLATE_SEGMENT = new ActionType("isolate-segment");

  /** Connect a network segment again. */
  public static final ActionType RECONNECT_SEGMENT = new ActionType("reconnect-segment");

  /** Cut a host off the network. */
  public static final ActionType ISOLATE_HOST = new ActionType("isolate-host");

  /** Connect a host to the network again. */
  public static final ActionType RELEASE_HOST = new ActionType("release-host");

  /** End a process on a host. */
  public static final ActionType STOP_PROCESS = new ActionType("stop-process");

  /** Put a file where it cannot be run or read. */
  public static final ActionType QUARANTINE_FILE = new ActionType("quarantine-file");

  /** Put a file back from quarantine. */
  public static final ActionType RESTORE_FILE = new ActionType("restore-file");

  /** Delete a file on a host. */
  public static final ActionType DELETE_FILE = new ActionType("delete-file");

  /** Switch a host off. */
  public static final ActionType SHUT_DOWN_HOST = new ActionType("shut-down-host");

  /** Switch a host on. */
  public static final ActionType START_HOST = new ActionType("start-host");

  /** Close a weakness. */
  public static final ActionType PATCH = new ActionType("patch");

  /** Set a system up anew. */
  public static final ActionType REBUILD = new ActionType("rebuild");

  /** Keep an account from signing in. */
  public static final ActionType DISABLE_ACCOUNT = new ActionType("disable-account");

  /** Let an account sign in again. */
  public static final ActionType ENABLE_ACCOUNT = new ActionType("enable-account");

  /** End the sessions and tokens of an account. */
  public static final ActionType REVOKE_SESSIONS = new ActionType("revoke-sessions");

  /** Replace a password, a key or a certificate. */
  public static final ActionType RESET_CREDENTIAL = new ActionType("reset-credential");

  /** Take rights away from an account. */
  public static final ActionType REMOVE_RIGHTS = new ActionType("remove-rights");

  /** Give an account its rights back. */
  public static final ActionType RETURN_RIGHTS = new ActionType("return-rights");

  /** Refuse mail from a sender. */
  public static final ActionType BLOCK_SENDER = new ActionType("block-sender");

  /** Take mail from a sender again. */
  public static final ActionType UNBLOCK_SENDER = new ActionType("unblock-sender");

  /** Take a message out of the mailboxes, and keep it. */
  public static final ActionType QUARANTINE_MESSAGE = new ActionType("quarantine-message");

  /** Put a message back into the mailboxes. */
  public static final ActionType RELEASE_MESSAGE = new ActionType("release-message");

  /** Delete a message from the mailboxes for good. */
  public static final ActionType DELETE_MESSAGE = new ActionType("delete-message");

  /** Bring data or a system back from a backup. */
  public static final ActionType RESTORE = new ActionType("restore");

  /** End the sharing of a file or a folder. */
  public static final ActionType REVOKE_SHARE = new ActionType("revoke-share");

  /** Cut a cloud instance off all but its analysts. */
  public static final ActionType ISOLATE_INSTANCE = new ActionType("isolate-instance");

  /** Give a cloud instance its network back. */
  public static final ActionType RECONNECT_INSTANCE = new ActionType("reconnect-instance");

  /** Take a snapshot of a cloud volume. */
  public static final ActionType SNAPSHOT_VOLUME = new ActionType("snapshot-volume");

  /** End a cloud instance for good. */
  public static final ActionType TERMINATE_INSTANCE = new ActionType("terminate-instance");

  /** Tell users what to do, or not to do. */
  public static final ActionType WARN_USERS = new ActionType("warn-users");

  /** Ask a provider to take something off the net. */
  public static final ActionType REQUEST_TAKEDOWN = new ActionType("request-takedown");

  /** Secure evidence of any kind. */
  public static final ActionType COLLECT = new ActionType("collect");

  /** Secure the memory of a host. */
  public static final ActionType CAPTURE_MEMORY = new ActionType("capture-memory");

  /** Secure an image of a disk. */
  public static final ActionType CAPTURE_DISK = new ActionType("capture-disk");

  /** Record network traffic. */
  public static final ActionType CAPTURE_TRAFFIC = new ActionType("capture-traffic");

  /** Keep logs from being overwritten or deleted. */
  public static final ActionType PRESERVE_LOGS = new ActionType("preserve-logs");

  public ActionType {
    Check.identifier(name, "action type");
  }

  @Override
  public String toString() {
    return name;
  }
}
