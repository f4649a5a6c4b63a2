package dev.firebreak.json.alert;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import dev.firebreak.scope.Observable;
import java.net.InetAddress;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Collects what an alert saw, each in one notation, so that alerts of different products agree.
 *
 * <p>What is missing, malformed or the same everywhere is left out; the raw alert keeps it. No name
 * is ever looked up.
 */
final class Sightings {
  private static final CharMatcher PRINTABLE = CharMatcher.inRange('!', '~');
  private static final CharMatcher HEX =
      CharMatcher.inRange('0', '9').or(CharMatcher.inRange('a', 'f'));

  /** The longest value of an {@link Observable}, in characters. */
  private static final int MAX_VALUE = 16_384;

  private final ImmutableSet.Builder<Observable> found = ImmutableSet.builder();

  /** Returns what was collected, in this order. */
  ImmutableSet<Observable> all() {
    return found.build();
  }

  /** Adds an address, unless it is a multicast, broadcast, loopback or unspecified one. */
  void address(JsonNode node) {
    node.stringValueOpt().flatMap(Sightings::parseAddress).ifPresent(this::add);
  }

  /** Adds a domain name of at least two labels, or the address that stands in place of one. */
  void host(JsonNode node) {
    node.stringValueOpt()
        .ifPresent(
            text ->
                parseAddress(unbracketed(text))
                    .ifPresentOrElse(
                        this::add,
                        () ->
                            parseDomain(text)
                                .ifPresent(
                                    name ->
                                        found.add(
                                            new Observable(Observable.Type.DOMAIN_NAME, name)))));
  }

  /** Adds an absolute URL, or the one that a path and the host of an HTTP request make. */
  void url(JsonNode node, JsonNode host, JsonNode port) {
    node.stringValueOpt()
        .flatMap(text -> text.startsWith("/") ? absolute(text, host, port) : Optional.of(text))
        .filter(text -> text.startsWith("http://") || text.startsWith("https://"))
        .filter(text -> PRINTABLE.matchesAllOf(text) && text.length() <= MAX_VALUE)
        .ifPresent(text -> found.add(new Observable(Observable.Type.URL, text)));
  }

  /** Adds the hash of a file, if it has the length of an MD5, SHA-1 or SHA-256. */
  void fileHash(JsonNode node) {
    if (!node.isString()) {
      return;
    }
    var hash = Ascii.toLowerCase(node.stringValue());
    boolean known = hash.length() == 32 || hash.length() == 40 || hash.length() == 64;
    if (known && HEX.matchesAllOf(hash)) {
      found.add(new Observable(Observable.Type.FILE_HASH, hash));
    }
  }

  /** Adds a name that its source defines, such as that of an account or a resource. */
  void name(Observable.Type type, JsonNode node) {
    if (node.isString()) {
      var text = Fields.wellFormed(node.stringValue());
      if (!text.isBlank() && text.length() <= MAX_VALUE) {
        found.add(new Observable(type, text));
      }
    }
  }

  private void add(InetAddress address) {
    var text = InetAddresses.toAddrString(address);
    if (!address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isMulticastAddress()
        && !text.equals("255.255.255.255")) {
      found.add(new Observable(Observable.Type.IP_ADDRESS, text));
    }
  }

  private static Optional<String> absolute(String path, JsonNode host, JsonNode port) {
    var suffix = port.isInt() ? ":" + port.intValue() + path : path;
    return host.stringValueOpt()
        .flatMap(
            text ->
                parseAddress(unbracketed(text))
                    .map(InetAddresses::toUriString)
                    .or(() -> parseDomain(text)))
        .map(authority -> "http://" + authority + suffix);
  }

  private static Optional<String> parseDomain(String text) {
    return PRINTABLE.matchesAllOf(text) && InternetDomainName.isValid(text)
        ? Optional.of(InternetDomainName.from(text))
            .filter(InternetDomainName::hasParent)
            .map(InternetDomainName::toString)
        : Optional.empty();
  }

  /**
   * Returns the address that the text is in any notation; a zone, as in {@code %eth0}, is local.
   */
  static Optional<InetAddress> parseAddress(String text) {
    return text.indexOf('%') < 0 && InetAddresses.isInetAddress(text)
        ? Optional.of(InetAddresses.forString(text))
        : Optional.empty();
  }

  private static String unbracketed(String text) {
    return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
  }
}
