/**
 * What is weak about a plan that holds together: roles without people, approvals that nobody can
 * give, deadlines that cannot be met, and what has grown stale.
 *
 * <p>Start with {@link dev.firebreak.lint.PlanLint}; {@link dev.firebreak.lint.LintRule} is the
 * table of what is looked for. What does not hold together at all, such as the name of a role that
 * is not there, a step that no flow reaches or a flow that does not end, never becomes a plan and
 * is not looked for here.
 */
@NullMarked
package dev.firebreak.lint;

import org.jspecify.annotations.NullMarked;
