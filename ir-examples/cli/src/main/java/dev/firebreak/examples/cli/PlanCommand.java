package dev.firebreak.examples.cli;

import dev.firebreak.json.navigator.NavigatorLayer;
import dev.firebreak.json.plan.ModelPlan;
import dev.firebreak.json.plan.PlanFormat;
import dev.firebreak.json.plan.PlanReader;
import dev.firebreak.json.plan.PlanWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Works on plan files. */
@Command(
    name = "plan",
    description = "Works on plan files.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class PlanCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "print",
      description = {
        "Writes a response plan in the one form that equal plans have.",
        "Its files become one, and comments are lost."
      },
      mixinStandardHelpOptions = true)
  int print(
      @Parameters(paramLabel = "FILE", description = "The response plan, as YAML or JSON.")
          Path file,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "yaml",
              description = "yaml or json; yaml by default.")
          PlanFormat format) {
    Ir.out(spec).print(PlanWriter.write(PlanReader.read(file), format));
    return Ir.FINE;
  }

  @Command(
      name = "model",
      description = {
        "Writes a complete response plan of an organisation that does not exist, to start from.",
        "Overwrites nothing."
      },
      mixinStandardHelpOptions = true)
  int model(
      @Parameters(paramLabel = "DIR", description = "Where the files are written to.")
          Path directory)
      throws IOException {
    for (Map.Entry<String, String> file : ModelPlan.files().entrySet()) {
      var to = directory.resolve(file.getKey());
      var folder = to.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(to, file.getValue(), StandardOpenOption.CREATE_NEW);
      Ir.out(spec).println(to);
    }
    return Ir.FINE;
  }

  @Command(
      name = "navigator",
      description = {
        "Prints which techniques the plan expects, and which of them a playbook answers,",
        "as a layer of the MITRE ATT&CK Navigator."
      },
      mixinStandardHelpOptions = true)
  int navigator(
      @Parameters(paramLabel = "FILE", description = "The response plan, as YAML or JSON.")
          Path file) {
    Ir.out(spec).print(NavigatorLayer.of(PlanReader.read(file)));
    Ir.out(spec).flush();
    return Ir.FINE;
  }
}
