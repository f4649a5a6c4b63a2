/**
 * Plan files: a response plan as people write it, in YAML or in JSON.
 *
 * <p>Start with {@link dev.firebreak.json.plan.PlanReader}. It reads the whole file and reports
 * everything that is wrong with it at once, each thing with its line and column, what was expected,
 * and the nearest word that would have been right. A file is taken for untrusted: its size, its
 * nesting and its texts are bounded, and what makes YAML surprising (anchors, aliases, tags, merge
 * keys, several documents) is refused. Nothing of a file is run. A plan may name files of
 * playbooks, of which only those below its own folder are read.
 *
 * <p>{@link dev.firebreak.json.plan.PlanWriter} writes a plan back, and {@link
 * dev.firebreak.json.plan.PlanSchema} is what an editor completes and checks files by; all three
 * come from one description.
 *
 * <p>A playbook has {@code steps}, or a {@code flow} that also says when they are done: a list of
 * steps one after the other, in which some have lists of their own.
 *
 * <pre>{@code
 * flow:
 *   - {id: confirm, phase: identification, title: Confirm it, role: analyst, timeout: 2h,
 *      onFailure: [{id: ask, phase: identification, title: Ask the owner, role: analyst}]}
 *   - if: severity >= 'high'          # a condition that the incident answers
 *     role: manager                   # who decides where it is not known
 *     then: [{playbook: crisis}]      # another playbook with a flow
 *     else: []
 *   - forEachAsset: host              # or any
 *     do: [{id: isolate, phase: containment, title: Isolate it, role: handler}]
 *   - while: {ask: Are there more?}   # a decision that a person takes
 *     role: handler
 *     atMost: 10
 *     do: [{id: hunt, phase: containment, title: Look for more, role: analyst}]
 *   - parallel: [[{milestone: All is contained}], []]
 * }</pre>
 *
 * <p>There is {@code switch}, with {@code cases} and {@code default}, as well. {@code onFailure}
 * says what is done about a failure of its step, after which it goes on with the next; that of a
 * playbook is done about failures of which no step says so. Conditions are {@link
 * dev.firebreak.playbook.Expression}s over the incident and the {@code variables} of the playbook.
 *
 * <p>What nested lists cannot say is a graph: {@code flow: {start: a, points: {a: {onSuccess: b},
 * b: {end: true}}}}, in which every point says where it goes on, and steps stand under {@code
 * steps}.
 */
@NullMarked
package dev.firebreak.json.plan;

import org.jspecify.annotations.NullMarked;
