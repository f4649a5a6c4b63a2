/**
 * What incident handling costs, beside hand-written code and other libraries that do the same work.
 *
 * <p>{@link dev.firebreak.examples.benchmarks.Benchmarks} runs all of it and prints ratios; {@code
 * README.md} beside the sources says how to read them.
 */
@NullMarked
package dev.firebreak.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
