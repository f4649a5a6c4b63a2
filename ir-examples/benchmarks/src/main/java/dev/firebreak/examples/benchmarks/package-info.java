/**
 * What incident handling costs, beside hand-written code and other libraries that do the same work.
 *
 * <p>{@link dev.firebreak.examples.benchmarks.Benchmarks} runs all of it and prints a table; the
 * README of the module says how to read it.
 */
@NullMarked
package dev.firebreak.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
