package dev.firebreak.plan;

import dev.firebreak.fact.Actor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A review of the plan.
 *
 * @param result what came of it, null if not written down
 */
public record PlanReview(LocalDate on, Actor by, @Nullable String result) {}
