package dev.firebreak.examples.cli;

/** The {@code ir} command. */
final class Ir {
  private Ir() {}

  /** Runs the command. */
  public static void main(String[] args) {}
}
