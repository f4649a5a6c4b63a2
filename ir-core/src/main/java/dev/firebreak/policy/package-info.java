/**
 * What an organisation or a vendor decides for itself: one small interface for each question.
 *
 * <p>Each has one abstract method, so that a lambda will do, and built-in answers as static
 * factories. A policy is pure: it answers alike for equal contexts, keeps nothing, and does no I/O.
 * It is called on the thread of the caller, may not block, and what it throws stops the command.
 * {@link dev.firebreak.policy.Policies} are those that an engine runs under.
 */
@NullMarked
package dev.firebreak.policy;

import org.jspecify.annotations.NullMarked;
