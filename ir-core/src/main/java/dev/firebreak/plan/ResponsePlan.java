package dev.firebreak.plan;

import static com.google.common.base.Preconditions.checkState;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.action.ActionCatalogue;
import dev.firebreak.action.ActionProfile;
import dev.firebreak.action.ActionType;
import dev.firebreak.action.StepId;
import dev.firebreak.alert.CorrelationRule;
import dev.firebreak.check.Check;
import dev.firebreak.fact.Actor;
import dev.firebreak.fact.Role;
import dev.firebreak.obligation.Obligation;
import dev.firebreak.obligation.ObligationId;
import dev.firebreak.people.Authority;
import dev.firebreak.phase.CriterionId;
import dev.firebreak.playbook.Playbook;
import dev.firebreak.playbook.Step;
import dev.firebreak.severity.NcissScale;
import dev.firebreak.severity.Severity;
import dev.firebreak.severity.SeverityMatrix;
import dev.firebreak.triage.Category;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response plan, as an organisation approves it and the engine runs it.
 *
 * <p>Immutable and checked as a whole: every role, level and category that is named is there.
 *
 * @param version which plan it is, in which version
 * @param title its title
 * @param approach how the organisation responds, in a few sentences; null if not written down
 * @param reviewed when it was last reviewed, null if never
 * @param approvals who approved which version
 * @param roles the roles and who holds them
 * @param severity the way from impact to severity
 * @param majorFrom the severity from which an incident is major, and its review is held
 * @param nciss from which NCISS score on an incident has which severity, null if the matrix decides
 * @param levelRules what a severity brings
 * @param reviewWithin how long after the end of a major incident its review may be held
 * @param playbooks what is to be done, by category
 * @param communications how audiences are to be told
 * @param obligations duties with deadlines, and service levels
 * @param escalation who is asked when nobody answers, first level first
 * @param recovery what has to hold before recovery ends
 * @param correlation how alerts are brought together
 * @param actions what the plan knows of types of action, besides and instead of {@link
 *     ActionCatalogue#STANDARD}
 * @param commands who may ask for what, where that is not as usual
 * @param policies the policies that it names, besides those that always decide
 * @param governance what the plan rests on and how it is kept
 * @param staffing who can be reached, and how
 * @param readiness what was prepared
 */
public record ResponsePlan(
    PlanVersion version,
    String title,
    @Nullable String approach,
    @Nullable LocalDate reviewed,
    ImmutableList<PlanApproval> approvals,
    ImmutableList<RoleDefinition> roles,
    SeverityMatrix severity,
    Severity majorFrom,
    @Nullable NcissScale nciss,
    ImmutableList<LevelRule> levelRules,
    Duration reviewWithin,
    ImmutableList<Playbook> playbooks,
    ImmutableList<CommunicationRule> communications,
    ImmutableList<Obligation> obligations,
    ImmutableList<EscalationLevel> escalation,
    ImmutableList<RecoveryCriterion> recovery,
    CorrelationRule correlation,
    ImmutableList<ActionProfile> actions,
    ImmutableList<CommandRule> commands,
    ImmutableList<PolicyReference> policies,
    Governance governance,
    Staffing staffing,
    Readiness readiness) {
  /** How long after a major incident its review may be held, if the plan does not say. */
  public static final Duration REVIEW_WITHIN = Duration.ofDays(14);

  /**
   * Checks the whole.
   *
   * @throws PlanException if anything that is named is not there, or is there twice
   */
  public ResponsePlan {
    Check.text(title, "title");
    var problems =
        PlanCheck.check(
            approvals,
            roles,
            severity,
            majorFrom,
            nciss,
            levelRules,
            playbooks,
            communications,
            obligations,
            escalation,
            recovery,
            actions,
            commands,
            new DocumentCheck(governance, staffing, readiness));
    if (!problems.isEmpty()) {
      throw new PlanException(problems);
    }
  }

  /** Returns a builder of a plan with this name and version. */
  public static Builder builder(String plan, String version) {
    return new Builder(new PlanVersion(plan, version));
  }

  /** Returns the definition of a role. */
  public Optional<RoleDefinition> definition(Role role) {
    return roles.stream().filter(each -> each.role().equals(role)).findFirst();
  }

  /** Returns the roles that the plan gives to somebody. */
  public ImmutableSet<Role> rolesOf(Actor actor) {
    return roles.stream()
        .filter(each -> each.holders().contains(actor))
        .map(RoleDefinition::role)
        .collect(toImmutableSet());
  }

  /** Returns the roles that may decide this. */
  public ImmutableSet<Role> entitledTo(Authority authority) {
    return roles.stream()
        .filter(each -> each.authorities().contains(authority))
        .map(RoleDefinition::role)
        .collect(toImmutableSet());
  }

  /** Returns the playbook for a category: the one that names it, otherwise that for its class. */
  public Optional<Playbook> playbookFor(Category category) {
    for (Playbook playbook : playbooks) {
      if (playbook.categories().contains(category)) {
        return Optional.of(playbook);
      }
    }
    return category.broader().flatMap(this::playbookFor);
  }

  /** Returns what is known of types of action under this plan. */
  public ActionCatalogue catalogue() {
    return actions.isEmpty() ? ActionCatalogue.STANDARD : ActionCatalogue.STANDARD.with(actions);
  }

  /** Returns what is known of a type of action under this plan, if anything is. */
  public Optional<ActionProfile> profile(ActionType type) {
    for (ActionProfile profile : actions) {
      if (profile.type().equals(type)) {
        return Optional.of(profile);
      }
    }
    return ActionCatalogue.STANDARD.find(type);
  }

  /** Returns the obligation of that name. */
  public Optional<Obligation> obligation(ObligationId id) {
    return obligations.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Returns the criterion for the end of recovery of that id. */
  public Optional<RecoveryCriterion> criterion(CriterionId id) {
    return recovery.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Returns the step of that id, in whichever playbook it stands. */
  public Optional<Step> step(StepId id) {
    for (Playbook playbook : playbooks) {
      for (Step step : playbook.steps()) {
        if (step.id().equals(id)) {
          return Optional.of(step);
        }
      }
    }
    return Optional.empty();
  }

  /** Builds a plan; what is not given is empty, or has the default that the setter names. */
  public static final class Builder extends SectionsBuilder<Builder> {
    private final PlanVersion version;
    private String title;
    private @Nullable String approach;
    private @Nullable LocalDate reviewed;
    private List<PlanApproval> approvals = ImmutableList.of();
    private List<RoleDefinition> roles = ImmutableList.of();
    private @Nullable SeverityMatrix severity;
    private @Nullable Severity majorFrom;
    private @Nullable NcissScale nciss;
    private List<LevelRule> levelRules = ImmutableList.of();
    private Duration reviewWithin = REVIEW_WITHIN;
    private List<Playbook> playbooks = ImmutableList.of();
    private List<CommunicationRule> communications = ImmutableList.of();
    private List<Obligation> obligations = ImmutableList.of();
    private List<EscalationLevel> escalation = ImmutableList.of();
    private List<RecoveryCriterion> recovery = ImmutableList.of();
    private CorrelationRule correlation = CorrelationRule.DEFAULT;
    private List<ActionProfile> actions = ImmutableList.of();
    private List<CommandRule> commands = ImmutableList.of();
    private List<PolicyReference> policies = ImmutableList.of();

    private Builder(PlanVersion version) {
      this.version = version;
      this.title = version.plan();
    }

    @Override
    Builder self() {
      return this;
    }

    /** Sets the title; by default the plan's name. */
    public Builder title(String title) {
      this.title = title;
      return this;
    }

    /** Sets how the organisation responds. */
    public Builder approach(@Nullable String approach) {
      this.approach = approach;
      return this;
    }

    /** Sets when the plan was last reviewed. */
    public Builder reviewed(@Nullable LocalDate reviewed) {
      this.reviewed = reviewed;
      return this;
    }

    /** Sets who approved which version. */
    public Builder approvals(PlanApproval... approvals) {
      return approvals(List.of(approvals));
    }

    /** Sets who approved which version. */
    public Builder approvals(List<PlanApproval> approvals) {
      this.approvals = approvals;
      return this;
    }

    /** Sets the roles. */
    public Builder roles(RoleDefinition... roles) {
      return roles(List.of(roles));
    }

    /** Sets the roles. */
    public Builder roles(List<RoleDefinition> roles) {
      this.roles = roles;
      return this;
    }

    /** Sets the severity matrix, which every plan needs, and from where an incident is major. */
    public Builder severity(SeverityMatrix severity, Severity majorFrom) {
      this.severity = severity;
      this.majorFrom = majorFrom;
      return this;
    }

    /** Sets from which NCISS score on an incident has which severity. */
    public Builder nciss(@Nullable NcissScale nciss) {
      this.nciss = nciss;
      return this;
    }

    /** Sets what a severity brings. */
    public Builder levelRules(LevelRule... levelRules) {
      return levelRules(List.of(levelRules));
    }

    /** Sets what a severity brings. */
    public Builder levelRules(List<LevelRule> levelRules) {
      this.levelRules = levelRules;
      return this;
    }

    /** Sets how long after a major incident its review may be held; by default 14 days. */
    public Builder reviewWithin(Duration reviewWithin) {
      this.reviewWithin = reviewWithin;
      return this;
    }

    /** Sets the playbooks. */
    public Builder playbooks(Playbook... playbooks) {
      return playbooks(List.of(playbooks));
    }

    /** Sets the playbooks. */
    public Builder playbooks(List<Playbook> playbooks) {
      this.playbooks = playbooks;
      return this;
    }

    /** Sets how audiences are to be told. */
    public Builder communications(List<CommunicationRule> communications) {
      this.communications = communications;
      return this;
    }

    /** Sets the duties with deadlines. */
    public Builder obligations(Obligation... obligations) {
      return obligations(List.of(obligations));
    }

    /** Sets the duties with deadlines. */
    public Builder obligations(List<Obligation> obligations) {
      this.obligations = obligations;
      return this;
    }

    /** Sets who is asked when nobody answers. */
    public Builder escalation(List<EscalationLevel> escalation) {
      this.escalation = escalation;
      return this;
    }

    /** Sets what has to hold before recovery ends. */
    public Builder recovery(RecoveryCriterion... recovery) {
      return recovery(List.of(recovery));
    }

    /** Sets what has to hold before recovery ends. */
    public Builder recovery(List<RecoveryCriterion> recovery) {
      this.recovery = recovery;
      return this;
    }

    /** Sets how alerts are brought together; by default {@link CorrelationRule#DEFAULT}. */
    public Builder correlation(CorrelationRule correlation) {
      this.correlation = correlation;
      return this;
    }

    /** Sets what the plan knows of types of action, its own and others. */
    public Builder actions(ActionProfile... actions) {
      return actions(List.of(actions));
    }

    /** Sets what the plan knows of types of action, its own and others. */
    public Builder actions(List<ActionProfile> actions) {
      this.actions = actions;
      return this;
    }

    /** Sets who may ask for what, where that is not as usual. */
    public Builder commands(CommandRule... commands) {
      return commands(List.of(commands));
    }

    /** Sets who may ask for what, where that is not as usual. */
    public Builder commands(List<CommandRule> commands) {
      this.commands = commands;
      return this;
    }

    /** Sets the policies that it names. */
    public Builder policies(PolicyReference... policies) {
      return policies(List.of(policies));
    }

    /** Sets the policies that it names. */
    public Builder policies(List<PolicyReference> policies) {
      this.policies = policies;
      return this;
    }

    /**
     * Returns the plan.
     *
     * @throws PlanException if anything that is named is not there, or is there twice
     * @throws IllegalStateException if there is no severity matrix
     */
    public ResponsePlan build() {
      checkState(severity != null && majorFrom != null, "a plan needs a severity matrix");
      return new ResponsePlan(
          version,
          title,
          approach,
          reviewed,
          ImmutableList.copyOf(approvals),
          ImmutableList.copyOf(roles),
          severity,
          majorFrom,
          nciss,
          ImmutableList.copyOf(levelRules),
          reviewWithin,
          ImmutableList.copyOf(playbooks),
          ImmutableList.copyOf(communications),
          ImmutableList.copyOf(obligations),
          ImmutableList.copyOf(escalation),
          ImmutableList.copyOf(recovery),
          correlation,
          ImmutableList.copyOf(actions),
          ImmutableList.copyOf(commands),
          ImmutableList.copyOf(policies),
          governance(),
          staffing(),
          readiness());
    }
  }
}
