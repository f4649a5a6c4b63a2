/**
 * Plan files: a response plan as people write it, in YAML or in JSON.
 *
 * <p>Start with {@link dev.firebreak.json.plan.PlanReader}. It reads the whole file and reports
 * everything that is wrong with it at once, each thing with its line and column, what was expected,
 * and the nearest word that would have been right. A file is taken for untrusted: its size, its
 * nesting and its texts are bounded, and what makes YAML surprising (anchors, aliases, tags, merge
 * keys, several documents) is refused. Nothing is written here, and nothing of a file is run.
 */
@NullMarked
package dev.firebreak.json.plan;

import org.jspecify.annotations.NullMarked;
