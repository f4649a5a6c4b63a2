/** The same work on larger frameworks, whose libraries are only fetched by the profile {@code peers}. */
@NullMarked
package dev.firebreak.examples.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
