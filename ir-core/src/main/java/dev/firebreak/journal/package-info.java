/**
 * Where events are kept: the journal as an interface, and one in memory as its reference.
 *
 * <p>A journal knows streams of events and nothing of what they mean. {@link
 * dev.firebreak.journal.Journal} says what it promises; {@code dev.firebreak.testkit} has the check
 * that every implementation must pass.
 */
@NullMarked
package dev.firebreak.journal;

import org.jspecify.annotations.NullMarked;
