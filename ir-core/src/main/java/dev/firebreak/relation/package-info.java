/**
 * How one incident relates to others: links, and merging.
 *
 * <p>What relates two incidents is recorded in both histories at once. Merging moves nothing: each
 * incident keeps its history, so that un-merging gives back exactly what was merged.
 */
@NullMarked
package dev.firebreak.relation;

import org.jspecify.annotations.NullMarked;
