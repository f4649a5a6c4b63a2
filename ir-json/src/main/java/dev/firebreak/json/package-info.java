/** Reads and writes the core types as JSON and YAML. */
@NullMarked
package dev.firebreak.json;

import org.jspecify.annotations.NullMarked;
