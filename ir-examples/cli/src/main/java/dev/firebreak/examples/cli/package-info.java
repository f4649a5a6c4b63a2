/** The {@code ir} command and its demonstration. */
@NullMarked
package dev.firebreak.examples.cli;

import org.jspecify.annotations.NullMarked;
