package dev.firebreak.plan;

import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import java.time.LocalDate;

/**
 * An approval of a version of the plan.
 *
 * @param role the role in which it was approved
 * @param version the version that was approved
 */
public record PlanApproval(Actor by, Role role, LocalDate on, String version) {}
