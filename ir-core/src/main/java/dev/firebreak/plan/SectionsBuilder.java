package dev.firebreak.plan;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a plan's builder that holds what is written down beside the rules.
 *
 * @param <B> the builder
 */
abstract class SectionsBuilder<B extends SectionsBuilder<B>> {
  private @Nullable ResponsePolicy policy;
  private List<Definition> definitions = ImmutableList.of();
  private @Nullable Mission mission;
  private List<Metric> metrics = ImmutableList.of();
  private List<PlanReview> reviews = ImmutableList.of();
  private List<PlanChange> changes = ImmutableList.of();
  private List<Distribution> distribution = ImmutableList.of();
  private @Nullable Team team;
  private List<Contact> contacts = ImmutableList.of();
  private List<Channel> channels = ImmutableList.of();
  private List<OnCall> onCall = ImmutableList.of();
  private List<ReportingWay> reporting = ImmutableList.of();
  private List<ReadyForm> forms = ImmutableList.of();
  private List<Training> trainings = ImmutableList.of();
  private List<Exercise> exercises = ImmutableList.of();
  private List<RiskAssessment> riskAssessments = ImmutableList.of();
  private List<Backup> backups = ImmutableList.of();
  private List<LinkedPlan> plans = ImmutableList.of();
  private List<Resource> resources = ImmutableList.of();
  private List<Supplier> suppliers = ImmutableList.of();
  private @Nullable EvidencePolicy evidencePolicy;
  private List<ContainmentStrategy> strategies = ImmutableList.of();
  private List<Technique> techniques = ImmutableList.of();

  abstract B self();

  /** Sets all of that section at once. */
  public B governance(Governance governance) {
    this.policy = governance.policy();
    this.definitions = governance.definitions();
    this.mission = governance.mission();
    this.metrics = governance.metrics();
    this.reviews = governance.reviews();
    this.changes = governance.changes();
    this.distribution = governance.distribution();
    return self();
  }

  /** Sets the policy that the plan rests on. */
  public B policy(@Nullable ResponsePolicy policy) {
    this.policy = policy;
    return self();
  }

  /** Sets what words mean. */
  public B definitions(Definition... definitions) {
    this.definitions = List.of(definitions);
    return self();
  }

  /** Sets what the team is there for. */
  public B mission(@Nullable Mission mission) {
    this.mission = mission;
    return self();
  }

  /** Sets by what the response is measured. */
  public B metrics(Metric... metrics) {
    this.metrics = List.of(metrics);
    return self();
  }

  /** Sets when the plan was reviewed. */
  public B reviews(PlanReview... reviews) {
    this.reviews = List.of(reviews);
    return self();
  }

  /** Sets what changed from version to version. */
  public B changes(PlanChange... changes) {
    this.changes = List.of(changes);
    return self();
  }

  /** Sets who has a copy. */
  public B distribution(Distribution... distribution) {
    this.distribution = List.of(distribution);
    return self();
  }

  /** Sets all of that section at once. */
  public B staffing(Staffing staffing) {
    this.team = staffing.team();
    this.contacts = staffing.contacts();
    this.channels = staffing.channels();
    this.onCall = staffing.onCall();
    this.reporting = staffing.reporting();
    this.forms = staffing.forms();
    return self();
  }

  /** Sets how the team is set up. */
  public B team(@Nullable Team team) {
    this.team = team;
    return self();
  }

  /** Sets who has to be reached. */
  public B contacts(Contact... contacts) {
    this.contacts = List.of(contacts);
    return self();
  }

  /** Sets on what the team talks. */
  public B channels(Channel... channels) {
    this.channels = List.of(channels);
    return self();
  }

  /** Sets who can be called when. */
  public B onCall(OnCall... onCall) {
    this.onCall = List.of(onCall);
    return self();
  }

  /** Sets how people report what they see. */
  public B reporting(ReportingWay... reporting) {
    this.reporting = List.of(reporting);
    return self();
  }

  /** Sets forms that are ready. */
  public B forms(ReadyForm... forms) {
    this.forms = List.of(forms);
    return self();
  }

  /** Sets all of that section at once. */
  public B readiness(Readiness readiness) {
    this.trainings = readiness.trainings();
    this.exercises = readiness.exercises();
    this.riskAssessments = readiness.riskAssessments();
    this.backups = readiness.backups();
    this.plans = readiness.plans();
    this.resources = readiness.resources();
    this.suppliers = readiness.suppliers();
    this.evidencePolicy = readiness.evidencePolicy();
    this.strategies = readiness.strategies();
    this.techniques = readiness.techniques();
    return self();
  }

  /** Sets trainings that were held. */
  public B trainings(Training... trainings) {
    this.trainings = List.of(trainings);
    return self();
  }

  /** Sets exercises that were held. */
  public B exercises(Exercise... exercises) {
    this.exercises = List.of(exercises);
    return self();
  }

  /** Sets assessments of risks. */
  public B riskAssessments(RiskAssessment... riskAssessments) {
    this.riskAssessments = List.of(riskAssessments);
    return self();
  }

  /** Sets what recovery may rest on. */
  public B backups(Backup... backups) {
    this.backups = List.of(backups);
    return self();
  }

  /** Sets other plans that this one leans on. */
  public B plans(LinkedPlan... plans) {
    this.plans = List.of(plans);
    return self();
  }

  /** Sets tools and other things that the team needs. */
  public B resources(Resource... resources) {
    this.resources = List.of(resources);
    return self();
  }

  /** Sets suppliers who matter. */
  public B suppliers(Supplier... suppliers) {
    this.suppliers = List.of(suppliers);
    return self();
  }

  /** Sets how evidence is kept. */
  public B evidencePolicy(@Nullable EvidencePolicy evidencePolicy) {
    this.evidencePolicy = evidencePolicy;
    return self();
  }

  /** Sets how incidents of a playbook are contained. */
  public B strategies(ContainmentStrategy... strategies) {
    this.strategies = List.of(strategies);
    return self();
  }

  /** Sets the attackers' techniques that are expected. */
  public B techniques(Technique... techniques) {
    this.techniques = List.of(techniques);
    return self();
  }

  final Governance governance() {
    return new Governance(
        policy,
        ImmutableList.copyOf(definitions),
        mission,
        ImmutableList.copyOf(metrics),
        ImmutableList.copyOf(reviews),
        ImmutableList.copyOf(changes),
        ImmutableList.copyOf(distribution));
  }

  final Staffing staffing() {
    return new Staffing(
        team,
        ImmutableList.copyOf(contacts),
        ImmutableList.copyOf(channels),
        ImmutableList.copyOf(onCall),
        ImmutableList.copyOf(reporting),
        ImmutableList.copyOf(forms));
  }

  final Readiness readiness() {
    return new Readiness(
        ImmutableList.copyOf(trainings),
        ImmutableList.copyOf(exercises),
        ImmutableList.copyOf(riskAssessments),
        ImmutableList.copyOf(backups),
        ImmutableList.copyOf(plans),
        ImmutableList.copyOf(resources),
        ImmutableList.copyOf(suppliers),
        evidencePolicy,
        ImmutableList.copyOf(strategies),
        ImmutableList.copyOf(techniques));
  }
}
