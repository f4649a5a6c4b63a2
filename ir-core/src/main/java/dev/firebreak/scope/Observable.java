package dev.firebreak.scope;

import dev.firebreak.check.Check;

/**
 * Something that was seen and may be seen elsewhere, such as an address or a file's hash.
 *
 * @param type what it is
 * @param value its value in the usual notation, at most 16,384 characters
 */
public record Observable(Type type, String value) {
  /** The kinds of observables; each is a STIX 2.1 cyber-observable or a property of one. */
  public enum Type {
    /** An IPv4 or IPv6 address. */
    IP_ADDRESS,
    /** A domain name. */
    DOMAIN_NAME,
    /** A URL. */
    URL,
    /** A hash of a file. */
    FILE_HASH,
    /** An account of a user or a service. */
    USER_ACCOUNT,
    /** The access key of a cloud account. */
    ACCESS_KEY,
    /** A cloud resource or a virtual machine. */
    RESOURCE
  }

  public Observable {
    Check.text(value, "observable");
  }

  @Override
  public String toString() {
    return type + " " + value;
  }
}
