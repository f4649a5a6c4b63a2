package dev.firebreak.examples.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One run of the command.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record Run(int exit, String out, String err) {
  static Run of(Object... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    var words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    int exit =
        Ir.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(words);
    return new Run(exit, out.toString(), err.toString());
  }
}
