package dev.firebreak.playbook;

import com.google.common.collect.ImmutableMap;
import dev.firebreak.action.StepId;
import org.jspecify.annotations.Nullable;

/**
 * When the steps of a playbook are done: a graph with the control flow of CACAO Security Playbooks
 * 2.0.
 *
 * <p>That specification leaves some things open. This is how they are read here:
 *
 * <ul>
 *   <li>A branch of a step (of an if, a while, a switch, a parallel step or a called playbook) runs
 *       until it comes to an end, or to a step after which nothing comes. Then the step that it
 *       belongs to goes on, once all of its branches have ended.
 *   <li>What comes on completion comes after a success and after a failure.
 *   <li>A step fails when somebody says so, when its time is up, or when one of its branches fails.
 *       A failure for which the step names nothing ends its branch; so it gets from step to step
 *       outwards, to the first that names something. The other branches are not stopped.
 *   <li>If it gets out of the playbook, the steps for an exception are done, and then the playbook
 *       has failed. That is a failure of the step that called it, if one did.
 *   <li>A loop whose bound is reached has failed.
 *   <li>A condition is asked when its step is reached, and not again while somebody decides.
 * </ul>
 *
 * @param start where it begins
 * @param nodes its points, by the ids of their steps
 * @param exception what is done after a failure that nothing else is done about, null for nothing
 * @see <a href="https://docs.oasis-open.org/cacao/security-playbooks/v2.0/cs01/">CACAO Security
 *     Playbooks 2.0, section 4</a>
 */
public record Flow(StepId start, ImmutableMap<StepId, Node> nodes, @Nullable StepId exception) {}
