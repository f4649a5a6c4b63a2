package dev.firebreak.playbook;

import dev.firebreak.check.Check;
import dev.firebreak.fact.Role;
import org.jspecify.annotations.Nullable;

/**
 * On what a branch depends.
 *
 * <p>A person is asked where there is no expression, and where its value is not known: that never
 * counts as yes or no.
 *
 * @param text what a person is asked
 * @param expression what answers it by itself, null if a person always does
 * @param role who decides
 */
public record Question(String text, @Nullable Expression expression, Role role) {
  public Question {
    Check.text(text, "question");
  }

  /** Returns a question that a person answers. */
  public static Question asked(String text, Role role) {
    return new Question(text, null, role);
  }

  /** Returns a question that the incident answers, and a person where it does not know. */
  public static Question known(Expression expression, Role role) {
    return new Question(expression.toString(), expression, role);
  }
}
