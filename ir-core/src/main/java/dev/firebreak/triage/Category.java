package dev.firebreak.triage;

import dev.firebreak.check.Check;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of incident, such as {@code ransomware} or {@code phishing}, as the plan names it.
 *
 * <p>{@link Rsit} has the classes and types of a public taxonomy; whoever needs others names them.
 * A category of one's own is put into another by a dot: {@code malicious-code.wiper} is of the
 * class {@code malicious-code}.
 *
 * @param name 1..128 letters, digits or {@code . _ : @ + -}
 */
public record Category(String name) {
  /**
   * Data were made useless to extort money. RSIT has no such type; that it is of the class {@code
   * malicious-code} is our choice.
   */
  public static final Category RANSOMWARE = new Category("ransomware");

  public Category {
    Check.identifier(name, "category");
  }

  /**
   * Returns the category that it is a kind of: for a type its class, for a dotted name what stands
   * before the last dot. Empty for a class, and for a name of which nothing is known.
   */
  public Optional<Category> broader() {
    return Optional.ofNullable(broaderOrNull());
  }

  /** Returns whether it, or a broader one, is one of these. */
  public boolean isAmong(Collection<Category> categories) {
    for (Category each = this; each != null; each = each.broaderOrNull()) {
      if (categories.contains(each)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Category broaderOrNull() {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? new Category(name.substring(0, dot)) : Rsit.classOf(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
