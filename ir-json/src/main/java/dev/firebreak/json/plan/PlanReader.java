package dev.firebreak.json.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.firebreak.alert.CorrelationRule;
import dev.firebreak.plan.PlanException;
import dev.firebreak.plan.PlanProblem;
import dev.firebreak.plan.ResponsePlan;
import dev.firebreak.playbook.Playbook;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a response plan from YAML or JSON, and reports everything that is wrong with it at once.
 *
 * <p>A file has at most 256 KiB of UTF-8, values of at most 16,384 characters, 10,000 values, and
 * 32 levels of nesting; a line of YAML has at most 16,384 characters. In place of a playbook there
 * may be the name of a file below the plan's own folder that holds it, such as {@code
 * playbooks/phishing.yaml}; of those a plan has at most 100. Safe for use by several threads.
 */
public final class PlanReader {
  private PlanReader() {}

  /**
   * Returns the plan of a file whose name ends in .yaml, .yml or .json.
   *
   * @throws PlanFileException if the file cannot be read, or anything is wrong with the plan
   */
  public static ResponsePlan read(Path file) {
    return readLocated(file).plan();
  }

  /**
   * Returns the plan of a file, and where its parts stand.
   *
   * @throws PlanFileException if the file cannot be read, or anything is wrong with the plan
   */
  public static LocatedPlan readLocated(Path file) {
    var problems = new Problems(file.toString());
    var format = formatOf(file.toString(), problems);
    return located(
        Source.read(file, format, problems), format, PlaybookFiles.beside(file), problems);
  }

  /**
   * Returns the plan of a text.
   *
   * @param name what problems call the file; it ends in .yaml, .yml or .json, which tells the form
   * @throws PlanFileException if anything is wrong with the plan
   */
  public static ResponsePlan read(String name, String text) {
    return read(name, text, formatOf(name, new Problems(name)));
  }

  /**
   * Returns the plan of a text.
   *
   * @param name what problems call the file
   * @throws PlanFileException if anything is wrong with the plan
   */
  public static ResponsePlan read(String name, String text, PlanFormat format) {
    var problems = new Problems(name);
    return located(Source.of(text, format, problems), format, PlaybookFiles.NONE, problems).plan();
  }

  /**
   * Returns the plan of a text that may name other texts as the files of its playbooks.
   *
   * @param name which of the texts the plan is; it ends in .yaml, .yml or .json
   * @param texts all texts by their names, as they would lie below one folder
   * @throws PlanFileException if anything is wrong with the plan
   * @throws IllegalArgumentException if there is no text of that name
   */
  public static ResponsePlan read(String name, ImmutableMap<String, String> texts) {
    var text = texts.get(name);
    checkArgument(text != null, "there is no %s among %s", name, texts.keySet());
    var problems = new Problems(name);
    var format = formatOf(name, problems);
    var source = Source.of(requireNonNull(text), format, problems);
    return located(source, format, PlaybookFiles.among(texts), problems).plan();
  }

  private static PlanFormat formatOf(String name, Problems problems) {
    return PlanFormat.of(name)
        .orElseThrow(
            () ->
                problems.fatal(
                    Place.START, "unknown kind of file, expected a name in .yaml, .yml or .json"));
  }

  private static LocatedPlan located(
      Source source, PlanFormat format, PlaybookFiles files, Problems problems) {
    var root = files.in(NodeParser.parse(source, format, problems, "plan"), problems);
    var plan = plan(root, problems);
    if (plan.isEmpty() || !problems.none()) {
      throw problems.exception();
    }
    return new LocatedPlan(plan.get(), root, problems);
  }

  private static Optional<ResponsePlan> plan(Node root, Problems problems) {
    var form = PlanForm.FIELDS.form(root, problems);
    var legible = problems.none();
    var name = form.read(PlanForm.NAME);
    var version = form.read(PlanForm.VERSION);
    var title = form.read(PlanForm.TITLE);
    var approach = form.read(PlanForm.APPROACH);
    var reviewed = form.read(PlanForm.REVIEWED);
    var reviewWithin = form.read(PlanForm.REVIEW_WITHIN);
    var approvals = form.read(PlanForm.APPROVALS);
    var roles = form.read(PlanForm.ROLES);
    var severity = form.read(PlanForm.SEVERITY);
    var before = problems.count();
    var playbooks = form.read(PlanForm.PLAYBOOKS);
    var allPlaybooks = legible && problems.count() == before;
    var communications = form.read(PlanForm.COMMUNICATIONS);
    var duties = duties(form, severity);
    var escalation = form.read(PlanForm.ESCALATION);
    var recovery = form.read(PlanForm.RECOVERY);
    var correlation = form.read(PlanForm.CORRELATION);
    var actions = form.read(PlanForm.ACTIONS);
    var commands = form.read(PlanForm.COMMANDS);
    var policies = form.read(PlanForm.POLICIES);
    var governance = PlanForm.GOVERNANCE.within(form);
    var staffing = PlanForm.STAFFING.within(form);
    var readiness = PlanForm.READINESS.within(form);
    if (roles.isEmpty()) {
      return Optional.empty();
    }
    var scale = severity.orElseGet(SeverityReader::standIn);
    var told = playbooks.orElse(ImmutableList.of());
    var builder =
        ResponsePlan.builder(name.orElse("plan"), version.orElse("1"))
            .title(title.orElse("Plan"))
            .approach(approach.orElse(null))
            .reviewed(reviewed.orElse(null))
            .approvals(approvals.orElse(ImmutableList.of()))
            .roles(roles.get())
            .severity(scale.matrix(), scale.majorFrom())
            .nciss(scale.nciss())
            .levelRules(scale.rules())
            .playbooks(told)
            .communications(communications.orElse(ImmutableList.of()))
            .escalation(escalation.orElse(ImmutableList.of()))
            .recovery(recovery.orElse(ImmutableList.of()))
            .correlation(correlation.orElse(CorrelationRule.DEFAULT))
            .actions(actions.orElse(ImmutableList.of()))
            .commands(commands.orElse(ImmutableList.of()))
            .policies(policies.orElse(ImmutableList.of()))
            .governance(governance)
            .staffing(staffing);
    reviewWithin.ifPresent(builder::reviewWithin);
    if (allPlaybooks) {
      builder.readiness(readiness); // it names playbooks, of which all are known
    }
    if ((problems.none() || knowsCategories(root, told)) && duties.stagesKnown(root)) {
      builder.obligations(duties.all());
    }
    return build(builder, root, duties, problems);
  }

  /** Returns whether all categories could be read, so that one that is named can be looked up. */
  private static boolean knowsCategories(Node root, ImmutableList<Playbook> playbooks) {
    return root instanceof Node.Fields plan
        && plan.find("playbooks").orElse(root) instanceof Node.Items items
        && items.items().size() == playbooks.size()
        && playbooks.stream().noneMatch(playbook -> playbook.categories().isEmpty());
  }

  /** Returns the obligations and service levels, which count by the calendars and the severity. */
  private static DutyReader.Duties duties(Form form, Optional<SeverityReader> severity) {
    var calendars = form.read(PlanForm.CALENDARS).orElse(ImmutableMap.of());
    var reader = new DutyReader(calendars, severity.map(SeverityReader::matrix).orElse(null));
    return new DutyReader.Duties(
        form.optional("obligations", reader.obligations()).orElse(ImmutableList.of()),
        form.optional("serviceLevels", reader.serviceLevels()).orElse(ImmutableList.of()));
  }

  private static Optional<ResponsePlan> build(
      ResponsePlan.Builder builder, Node root, DutyReader.Duties duties, Problems problems) {
    try {
      return Optional.of(builder.build());
    } catch (PlanException e) {
      for (PlanProblem problem : e.problems()) {
        var node = problems.find(root, duties.pointer(problem.pointer()));
        var named = node instanceof Node.Scalar scalar ? scalar.text() : "";
        problems.add(node.place(), problem.message(), named, problem.candidates());
      }
      return Optional.empty();
    }
  }
}
