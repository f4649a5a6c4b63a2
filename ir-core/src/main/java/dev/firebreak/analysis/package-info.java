/**
 * What the analysis of an incident came to: what attackers did and when, what was found and on
 * which evidence, and who may be behind it.
 *
 * <p>Start with {@link dev.firebreak.analysis.Analysis}. The activity of attackers is a timeline of
 * its own, beside that of the response: it happened long before it is known, often only roughly,
 * and what is said of it changes. What was said is corrected or withdrawn by a later fact, with the
 * reason, and never erased.
 */
@NullMarked
package dev.firebreak.analysis;

import org.jspecify.annotations.NullMarked;
