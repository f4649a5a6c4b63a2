/**
 * Carrying out response actions by machine: what an application implements, so that an action that
 * is started is done, and its outcome recorded.
 *
 * <p>Start with {@link dev.firebreak.execution.ActionExecutor}. When and under which key it is
 * called, when it is called again, and what is recorded is the engine's business, in {@code
 * lifecycle}. Actions of a type that no executor handles are done by people.
 */
@NullMarked
package dev.firebreak.execution;

import org.jspecify.annotations.NullMarked;
