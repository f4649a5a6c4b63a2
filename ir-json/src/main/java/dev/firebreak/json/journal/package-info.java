/**
 * A journal in a directory: plain, append-only, one line of JSON for each append.
 *
 * <p>Start with {@link dev.firebreak.json.journal.FileJournal#open}. What an append brings stands
 * in one line, so that it is kept as a whole or not at all, and is forced to the disk before the
 * append returns. Any tool that reads JSON lines reads it. It does not detect a line that somebody
 * changed into another valid one.
 */
@NullMarked
package dev.firebreak.json.journal;

import org.jspecify.annotations.NullMarked;
