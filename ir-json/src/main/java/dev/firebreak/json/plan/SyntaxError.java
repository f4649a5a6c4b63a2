package dev.firebreak.json.plan;

import com.google.common.base.Splitter;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * What a parser says about a file that is no JSON or no YAML, in one line.
 *
 * @param offset where, in characters
 * @param message what is wrong
 */
record SyntaxError(int offset, String message) {
  private static final int SHOWN = 160;
  private static final Pattern MARK = Pattern.compile(" in reader, line (\\d+), column (\\d+):");

  /** Takes what the JSON parser says, without its advice on settings. */
  static SyntaxError ofJson(JacksonException e) {
    var said = e.getOriginalMessage();
    for (String advice : new String[] {": enable `", " (start marker", " (not recognized"}) {
      var at = said.indexOf(advice);
      said = at < 0 ? said : said.substring(0, at);
    }
    var offset = (int) e.getLocation().getCharOffset();
    return new SyntaxError(offset, "not JSON: " + Words.clean(said, SHOWN));
  }

  /**
   * Takes what the YAML parser says: lines of text, each followed by its place and by an indented
   * excerpt; the last pair is the problem, what goes before is its context.
   */
  static SyntaxError ofYaml(String said, Source source) {
    var offset = 0;
    var message = "";
    for (String line : Splitter.on('\n').split(said)) {
      var mark = MARK.matcher(line);
      if (mark.matches()) {
        offset = source.offset(Integer.parseInt(mark.group(1)), Integer.parseInt(mark.group(2)));
      } else if (!line.isEmpty() && !line.startsWith(" ")) {
        var advice = line.indexOf(". (Do not use");
        message = advice < 0 ? line : line.substring(0, advice);
      }
    }
    return message.contains("(TAB)")
        ? new SyntaxError(offset, "a tab cannot indent YAML, expected spaces")
        : new SyntaxError(offset, "not YAML: " + Words.clean(message, SHOWN));
  }
}
