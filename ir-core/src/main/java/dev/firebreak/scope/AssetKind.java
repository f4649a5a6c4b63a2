package dev.firebreak.scope;

import dev.firebreak.check.Check;

/**
 * What sort of thing an asset is; the constants are common ones, others may be named.
 *
 * @param name 1..128 letters, digits or {@code . _ : @ + -}
 */
public record AssetKind(String name) {
  /** A computer, real or virtual. */
  public static final AssetKind HOST = new AssetKind("host");

  /** An account of a person or a service. */
  public static final AssetKind ACCOUNT = new AssetKind("account");

  /** Data that belong together, wherever they lie; see {@link DataExtent}. */
  public static final AssetKind DATA_SET = new AssetKind("data-set");

  /** An application or service that people or machines use. */
  public static final AssetKind SERVICE = new AssetKind("service");

  /** A network or a part of one. */
  public static final AssetKind NETWORK = new AssetKind("network");

  public AssetKind {
    Check.identifier(name, "kind of asset");
  }

  @Override
  public String toString() {
    return name;
  }
}
