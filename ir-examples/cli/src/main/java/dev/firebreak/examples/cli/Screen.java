package dev.firebreak.examples.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/** Prints, with colours where the reader is a terminal. */
final class Screen {
  private final PrintWriter out;
  private final Ansi ansi;

  Screen(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  void heading(String text) {
    out.println();
    out.println(styled("bold", text));
  }

  void line(String text) {
    out.println(text.isEmpty() ? text : "  " + text);
  }

  /** Prints text of several lines. */
  void block(String text) {
    text.lines().forEach(this::line);
  }

  String good(String text) {
    return styled("green", text);
  }

  String bad(String text) {
    return styled("red", text);
  }

  String faint(String text) {
    return styled("faint", text);
  }

  /** Styles text without reading markup in it, since it may come from an alert. */
  private String styled(String style, String text) {
    if (!ansi.enabled()) {
      return text;
    }
    var styles = Ansi.Style.parse(style);
    return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
  }
}
