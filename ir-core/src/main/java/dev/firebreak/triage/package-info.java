/**
 * Finding out what an incident is: acknowledged by whom, of which category, declared or not, and
 * the verdict.
 *
 * <p>Start with {@link dev.firebreak.triage.Triage}. A {@link dev.firebreak.triage.Category} is
 * open: {@link dev.firebreak.triage.Rsit} has common ones, and knows the class of each type.
 */
@NullMarked
package dev.firebreak.triage;

import org.jspecify.annotations.NullMarked;
