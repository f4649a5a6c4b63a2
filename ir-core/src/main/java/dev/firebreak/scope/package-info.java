/**
 * What an incident touches: its assets and the state of each, and the observables seen in it.
 *
 * <p>Every affected asset goes its own way from affected to verified; one that is found late starts
 * from the beginning (NIST SP 800-61 Rev. 2, table 3-5, step 6.3), and so does one that is infected
 * again. {@link dev.firebreak.scope.Scope} holds them all, together with what others say of the
 * observables.
 */
@NullMarked
package dev.firebreak.scope;

import org.jspecify.annotations.NullMarked;
