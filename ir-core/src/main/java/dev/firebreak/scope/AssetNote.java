package dev.firebreak.scope;

/**
 * What was done with an affected asset, or shown of it, beside its {@link AssetState}.
 *
 * <p>Recorded as it happened, in whatever order: rules judge the order, they do not hide it.
 */
public enum AssetNote {
  /** It was cut off from others. */
  ISOLATED,
  /** An image of it was taken before it was changed. */
  IMAGE_TAKEN,
  /** The backup or other source that it is to be restored from was shown to be free of harm. */
  BACKUP_VERIFIED,
  /** After it was restored, it was shown to be as it should be. */
  INTEGRITY_VERIFIED,
  /** It was put into production again. */
  IN_PRODUCTION
}
