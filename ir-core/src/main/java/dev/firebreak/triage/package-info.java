/**
 * Finding out what an incident is: acknowledged by whom, of which category, declared or not, and
 * the verdict.
 *
 * <p>Start with {@link dev.firebreak.triage.Triage}.
 */
@NullMarked
package dev.firebreak.triage;

import org.jspecify.annotations.NullMarked;
