package dev.firebreak.policy;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;

/**
 * The policies that an engine runs under.
 *
 * <p>Start with {@link #STANDARD} and change what differs. Separation of duties is always among the
 * command policies.
 *
 * @param commands all of them are asked about every request, and all that they object is told
 * @param exits all of them are asked when a phase is left for a later one
 * @param severity derives the severity
 * @param approval says who must approve an action
 * @param due says when an obligation is due
 * @param correlation says where an alert belongs
 * @param escalation says who is asked to take an incident on
 * @param disclosure says whether an audience may be told
 */
public record Policies(
    ImmutableList<CommandPolicy> commands,
    ImmutableList<ExitPolicy> exits,
    SeverityPolicy severity,
    ApprovalPolicy approval,
    DuePolicy due,
    CorrelationPolicy correlation,
    EscalationPolicy escalation,
    DisclosurePolicy disclosure) {
  /**
   * Separation of duties, the standard role table, evidence before destruction, mandatory steps,
   * and what the plan says.
   */
  public static final Policies STANDARD =
      new Policies(
          ImmutableList.of(
              CommandPolicy.separationOfDuties(),
              CommandPolicy.byRole(RoleTable.STANDARD),
              CommandPolicy.captureFirst()),
          ImmutableList.of(ExitPolicy.mandatorySteps(), ExitPolicy.recoveryCriteria()),
          SeverityPolicy.asPlanned(),
          ApprovalPolicy.asPlanned(),
          DuePolicy.asPlanned(),
          CorrelationPolicy.asPlanned(),
          EscalationPolicy.ladder(),
          DisclosurePolicy.byTlp());

  public Policies {
    if (!commands.contains(CommandPolicy.separationOfDuties())) {
      commands =
          ImmutableList.<CommandPolicy>builder()
              .add(CommandPolicy.separationOfDuties())
              .addAll(commands)
              .build();
    }
  }

  /** Returns every one of them by name and version, as an incident keeps them. */
  public ImmutableList<String> labels() {
    return Stream.of(
            commands.stream(),
            exits.stream(),
            Stream.of(severity, approval, due, correlation, escalation, disclosure))
        .flatMap(some -> some)
        .map(Policy::label)
        .distinct()
        .collect(toImmutableList());
  }

  /** Returns these and one more that is asked about every request. */
  public Policies withCommand(CommandPolicy policy) {
    var more = ImmutableList.<CommandPolicy>builder().addAll(commands).add(policy).build();
    return new Policies(more, exits, severity, approval, due, correlation, escalation, disclosure);
  }

  /** Returns these under another role table, in the place of the one that they have. */
  public Policies withRoles(RoleTable table) {
    var others =
        commands.stream().filter(policy -> !(policy instanceof ByRole)).collect(toImmutableList());
    return new Policies(others, exits, severity, approval, due, correlation, escalation, disclosure)
        .withCommand(CommandPolicy.byRole(table));
  }

  /** Returns these and one more that is asked when a phase is left. */
  public Policies withExit(ExitPolicy policy) {
    var more = ImmutableList.<ExitPolicy>builder().addAll(exits).add(policy).build();
    return new Policies(
        commands, more, severity, approval, due, correlation, escalation, disclosure);
  }

  /** Returns these, but another one derives the severity. */
  public Policies withSeverity(SeverityPolicy policy) {
    return new Policies(
        commands, exits, policy, approval, due, correlation, escalation, disclosure);
  }

  /** Returns these, but another one says who must approve. */
  public Policies withApproval(ApprovalPolicy policy) {
    return new Policies(
        commands, exits, severity, policy, due, correlation, escalation, disclosure);
  }

  /** Returns these, but another one says when an obligation is due. */
  public Policies withDue(DuePolicy policy) {
    return new Policies(
        commands, exits, severity, approval, policy, correlation, escalation, disclosure);
  }

  /** Returns these, but another one says where an alert belongs. */
  public Policies withCorrelation(CorrelationPolicy policy) {
    return new Policies(commands, exits, severity, approval, due, policy, escalation, disclosure);
  }

  /** Returns these, but another one says who is asked to take an incident on. */
  public Policies withEscalation(EscalationPolicy policy) {
    return new Policies(commands, exits, severity, approval, due, correlation, policy, disclosure);
  }

  /** Returns these, but another one says whether an audience may be told. */
  public Policies withDisclosure(DisclosurePolicy policy) {
    return new Policies(commands, exits, severity, approval, due, correlation, escalation, policy);
  }
}
