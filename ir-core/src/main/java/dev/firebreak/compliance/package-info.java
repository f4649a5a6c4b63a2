/**
 * Compliance as code: rules of standards over a plan and the history of an incident, and what they
 * find.
 *
 * <p>Start with {@link dev.firebreak.compliance.Compliance}, which checks a {@link
 * dev.firebreak.compliance.RuleSet} and answers with a {@link
 * dev.firebreak.compliance.ComplianceReport}. Everything here is a pure function of its arguments.
 * Data that is missing never passes: an {@link dev.firebreak.compliance.Outcome} that passes cannot
 * be made without naming the events or the places in the plan that it rests on. The statements of
 * the rules are in our own words, and none of it is legal advice.
 */
@NullMarked
package dev.firebreak.compliance;

import org.jspecify.annotations.NullMarked;
