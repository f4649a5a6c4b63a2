/**
 * The response plan: the document that an organisation approves and the engine runs.
 *
 * <p>Start with {@link dev.firebreak.plan.ResponsePlan}. It is plain data, checked as a whole when
 * it is built; it names policies and never holds code.
 */
@NullMarked
package dev.firebreak.plan;

import org.jspecify.annotations.NullMarked;
