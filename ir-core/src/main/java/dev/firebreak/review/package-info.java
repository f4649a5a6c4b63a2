/**
 * Looking back: the review with its standard questions, the root cause, lessons, and improvements
 * with owner and due date.
 */
@NullMarked
package dev.firebreak.review;

import org.jspecify.annotations.NullMarked;
