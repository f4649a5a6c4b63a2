package dev.firebreak.json.plan;

import dev.firebreak.plan.ResponsePlan;

/**
 * A plan, and where its parts stand in the file that it was read from.
 *
 * <p>Immutable.
 */
public final class LocatedPlan {
  private static final String OBLIGATIONS = "/obligations/";
  private static final String ROLES = "/roles/";

  private final ResponsePlan plan;
  private final Node root;
  private final Problems problems;

  LocatedPlan(ResponsePlan plan, Node root, Problems problems) {
    this.plan = plan;
    this.root = root;
    this.problems = problems;
  }

  /** Returns the plan. */
  public ResponsePlan plan() {
    return plan;
  }

  /**
   * Returns where a part of the plan stands, such as {@code plan.yaml:12:5}; for a part that is not
   * written down, where the nearest part around it is.
   *
   * @param pointer a JSON pointer into the plan, such as {@code /playbooks/0/steps/2}; empty for
   *     all of it
   */
  public String where(String pointer) {
    var node = pointer.isEmpty() ? root : problems.find(root, inFile(pointer));
    var place = node.place();
    var file = place.file() == null ? problems.file() : place.file();
    return file + ":" + place.line() + ":" + place.column();
  }

  /** Returns the pointer into the file, where roles have names and service levels a list. */
  private String inFile(String pointer) {
    if (pointer.startsWith(ROLES)) {
      var rest = pointer.substring(ROLES.length());
      var border = border(rest);
      var role = plan.roles().get(Integer.parseInt(rest.substring(0, border))).role();
      return ROLES + role + rest.substring(border);
    }
    if (pointer.startsWith(OBLIGATIONS)) {
      var rest = pointer.substring(OBLIGATIONS.length());
      var border = border(rest);
      var index = Integer.parseInt(rest.substring(0, border));
      var obligations = count("obligations");
      return index < obligations
          ? pointer
          : "/serviceLevels/" + (index - obligations) + rest.substring(border);
    }
    return pointer;
  }

  private static int border(String rest) {
    var border = rest.indexOf('/');
    return border < 0 ? rest.length() : border;
  }

  private int count(String list) {
    return root instanceof Node.Fields fields
            && fields.find(list).orElse(root) instanceof Node.Items items
        ? items.items().size()
        : 0;
  }
}
