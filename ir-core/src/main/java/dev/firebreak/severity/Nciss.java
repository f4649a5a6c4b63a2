package dev.firebreak.severity;

/**
 * An incident in the eight categories of the US National Cyber Incident Scoring System, NCISS, and
 * the score that follows.
 *
 * <p>The score is a weighted mean, brought to a scale from 0 to 100. It ranks incidents from the
 * view of a nation and is no measure of risk by itself.
 *
 * <p>CISA's own page confirms the eight categories, the weighted mean and the range. The weights,
 * the values of the options and the normalisation are those of the seed data of the CITE scoring
 * tool of Carnegie Mellon's Software Engineering Institute, which calls them CISA's; the document
 * of CISA itself could not be checked. The scores at which its priority levels begin were not
 * found: see {@link NcissScale}.
 *
 * @param functional weight 6
 * @param activity weight 5
 * @param location weight 4
 * @param actor weight 4
 * @param information weight 2
 * @param recovery weight 4
 * @param sector weight 3
 * @param potential weight 6
 */
public record Nciss(
    Functional functional,
    Activity activity,
    Location location,
    ThreatActor actor,
    Information information,
    Recovery recovery,
    Sector sector,
    Potential potential) {
  private static final int MOST = 3_400;
  private static final int LEAST = 325; // four categories have no option that is worth nothing

  /** An option of a category, with its value from 0 to 100. */
  public interface Factor {
    /** Returns what it is worth, from 0 to 100. */
    int value();
  }

  /** What is lost of services. */
  public enum Functional implements Factor {
    NONE(0),
    NO_IMPACT_TO_SERVICES(20),
    MINIMAL_NON_CRITICAL(35),
    MINIMAL_CRITICAL(40),
    SIGNIFICANT_NON_CRITICAL(50),
    DENIAL_NON_CRITICAL(60),
    SIGNIFICANT_CRITICAL(70),
    DENIAL_OF_CRITICAL_OR_LOSS_OF_CONTROL(100);

    private final int value;

    Functional(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** How far the actor was seen to go. */
  public enum Activity implements Factor {
    NONE(0),
    PREPARE(40),
    ENGAGE(70),
    PRESENCE(80),
    EFFECT(100);

    private final int value;

    Activity(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** Where in the network the activity was seen. */
  public enum Location implements Factor {
    L1_BUSINESS_DMZ(30),
    L2_BUSINESS_NETWORK(40),
    UNKNOWN(50),
    L3_BUSINESS_NETWORK_MANAGEMENT(60),
    L4_CRITICAL_SYSTEM_DMZ(70),
    L5_CRITICAL_SYSTEM_MANAGEMENT(80),
    L6_CRITICAL_SYSTEMS(90),
    L7_SAFETY_SYSTEMS(100);

    private final int value;

    Location(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** Who is behind it, as far as that is known. */
  public enum ThreatActor implements Factor {
    HACKTIVIST(20),
    UNWITTING_INSIDER(30),
    CRIMINAL(40),
    UNKNOWN(50),
    WITTING_INSIDER(65),
    APT(80),
    APT_TARGETED(100);

    private final int value;

    ThreatActor(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** What happened to information. */
  public enum Information implements Factor {
    NONE(0),
    SUSPECTED(10),
    PRIVACY_DATA(20),
    PROPRIETARY(50),
    DESTRUCTION_OF_NON_CRITICAL_SYSTEM(60),
    CRITICAL_SYSTEMS_DATA_BREACH(70),
    CORE_CREDENTIALS(80),
    DESTRUCTION_OF_CRITICAL_SYSTEM(100);

    private final int value;

    Information(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** What recovery will take. */
  public enum Recovery implements Factor {
    REGULAR(20),
    SUPPLEMENTED(40),
    EXTENDED(60),
    NOT_RECOVERABLE(100);

    private final int value;

    Recovery(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** The sector that is hit, by how much others depend on it. */
  public enum Sector implements Factor {
    NUCLEAR(15),
    AGRICULTURE(20),
    CHEMICAL(20),
    DAMS(25),
    EMERGENCY_SERVICES(25),
    COMMERCIAL_FACILITIES(30),
    HEALTH(30),
    BANKING(35),
    DEFENCE_BASE(35),
    GOVERNMENT_FACILITIES(40),
    CRITICAL_MANUFACTURING(50),
    WATER(60),
    COMMUNICATIONS(75),
    TRANSPORTATION(75),
    INFORMATION_TECHNOLOGY(80),
    ENERGY(100);

    private final int value;

    Sector(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** What it could still come to. */
  public enum Potential implements Factor {
    MINIMAL(0),
    LOW(25),
    MODERATE(50),
    HIGH(75),
    SEVERE(100);

    private final int value;

    Potential(int value) {
      this.value = value;
    }

    @Override
    public int value() {
      return value;
    }
  }

  /** Returns the score, from 0 to 100. */
  public double score() {
    return Math.max(0, Math.min(100, 100.0 * (weighted() - LEAST) / (MOST - LEAST)));
  }

  private int weighted() {
    return 6 * functional.value()
        + 5 * activity.value()
        + 4 * location.value()
        + 4 * actor.value()
        + 2 * information.value()
        + 4 * recovery.value()
        + 3 * sector.value()
        + 6 * potential.value();
  }
}
