/**
 * The evidence register: what was secured, its hash, and who has had it in hand since.
 *
 * <p>{@link dev.firebreak.evidence.EvidenceRegister} holds the items of one incident. The chain of
 * custody follows NIST SP 800-61 Rev. 2, section 3.3.2: both sides of a hand-over sign.
 */
@NullMarked
package dev.firebreak.evidence;

import org.jspecify.annotations.NullMarked;
