package dev.firebreak.testkit;

/**
 * One thing that an implementation must do.
 *
 * <p>In JUnit: {@code checks.stream().map(check -> dynamicTest(check.name(), check::run))} is what
 * a {@code @TestFactory} returns.
 *
 * @param name what must hold, as a sentence
 * @param body throws an {@link AssertionError} if it does not
 */
public record ContractCheck(String name, Runnable body) {
  /**
   * Runs it.
   *
   * @throws AssertionError if the implementation does not do it, or fails otherwise
   */
  public void run() {
    try {
      body.run();
    } catch (RuntimeException e) {
      throw new AssertionError(name + ": unexpected " + e, e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
