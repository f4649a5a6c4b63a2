package dev.firebreak.scope;

import dev.firebreak.check.Check;

/**
 * Names an asset, such as a host, an account or a data set.
 *
 * @param value 1..128 letters, digits or {@code . _ : @ + -}
 */
public record AssetId(String value) {
  public AssetId {
    Check.identifier(value, "asset");
  }

  @Override
  public String toString() {
    return value;
  }
}
