package dev.firebreak.action;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.firebreak.evidence.Volatility;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The types of action of which something is known beforehand.
 *
 * <p>{@link #STANDARD} has those that are named in {@link ActionType}, as they are done mostly; a
 * plan adds its own, or says otherwise. Immutable.
 */
public final class ActionCatalogue {
  /** What is known of the types that {@link ActionType} names. */
  public static final ActionCatalogue STANDARD = new ActionCatalogue(standard());

  private final ImmutableMap<ActionType, ActionProfile> byType;

  private ActionCatalogue(ImmutableMap<ActionType, ActionProfile> byType) {
    this.byType = byType;
  }

  /** Returns what is known of a type, if anything is. */
  public Optional<ActionProfile> find(ActionType type) {
    return Optional.ofNullable(byType.get(type));
  }

  /** Returns what is known of all types. */
  public ImmutableCollection<ActionProfile> all() {
    return byType.values();
  }

  /** Returns these with others in addition, or instead of those of the same types. */
  public ActionCatalogue with(Iterable<ActionProfile> others) {
    var all = ImmutableMap.<ActionType, ActionProfile>builder().putAll(byType);
    others.forEach(each -> all.put(each.type(), each));
    return new ActionCatalogue(all.buildKeepingLast());
  }

  private static ImmutableMap<ActionType, ActionProfile> standard() {
    var all = ImmutableList.<ActionProfile>builder();
    network(all);
    endpoint(all);
    account(all);
    email(all);
    data(all);
    cloud(all);
    communication(all);
    evidence(all);
    return all.build().stream().collect(toImmutableMap(ActionProfile::type, each -> each));
  }

  private static void network(ImmutableList.Builder<ActionProfile> all) {
    var group = ActionGroup.NETWORK;
    pair(all, group, BlastRadius.SITE, ActionType.BLOCK_ADDRESS, ActionType.UNBLOCK_ADDRESS);
    pair(all, group, BlastRadius.ORGANIZATION, ActionType.BLOCK_DOMAIN, ActionType.UNBLOCK_DOMAIN);
    pair(all, group, BlastRadius.SITE, ActionType.ISOLATE_SEGMENT, ActionType.RECONNECT_SEGMENT);
  }

  private static void endpoint(ImmutableList.Builder<ActionProfile> all) {
    var group = ActionGroup.ENDPOINT;
    pair(all, group, BlastRadius.TARGET, ActionType.ISOLATE_HOST, ActionType.RELEASE_HOST);
    all.add(
        lasting(
            ActionType.STOP_PROCESS,
            group,
            BlastRadius.TARGET,
            Volatility.CACHES,
            Volatility.MEMORY));
    pair(all, group, BlastRadius.TARGET, ActionType.QUARANTINE_FILE, ActionType.RESTORE_FILE);
    all.add(lasting(ActionType.DELETE_FILE, group, BlastRadius.TARGET, Volatility.DISK));
    all.add(
        reversible(
            ActionType.SHUT_DOWN_HOST,
            group,
            BlastRadius.TARGET,
            ActionType.START_HOST,
            Volatility.CACHES,
            Volatility.MEMORY,
            Volatility.TEMPORARY_FILES));
    all.add(
        reversible(ActionType.START_HOST, group, BlastRadius.TARGET, ActionType.SHUT_DOWN_HOST));
    all.add(reversible(ActionType.PATCH, group, BlastRadius.SERVICE, null));
    all.add(
        lasting(
            ActionType.REBUILD,
            group,
            BlastRadius.SERVICE,
            Volatility.CACHES,
            Volatility.MEMORY,
            Volatility.TEMPORARY_FILES,
            Volatility.DISK));
  }

  private static void account(ImmutableList.Builder<ActionProfile> all) {
    var group = ActionGroup.ACCOUNT;
    pair(all, group, BlastRadius.TARGET, ActionType.DISABLE_ACCOUNT, ActionType.ENABLE_ACCOUNT);
    all.add(lasting(ActionType.REVOKE_SESSIONS, group, BlastRadius.TARGET));
    all.add(lasting(ActionType.RESET_CREDENTIAL, group, BlastRadius.TARGET));
    pair(all, group, BlastRadius.TARGET, ActionType.REMOVE_RIGHTS, ActionType.RETURN_RIGHTS);
  }

  private static void email(ImmutableList.Builder<ActionProfile> all) {
    var group = ActionGroup.EMAIL;
    pair(all, group, BlastRadius.ORGANIZATION, ActionType.BLOCK_SENDER, ActionType.UNBLOCK_SENDER);
    pair(all, group, BlastRadius.TARGET, ActionType.QUARANTINE_MESSAGE, ActionType.RELEASE_MESSAGE);
    all.add(lasting(ActionType.DELETE_MESSAGE, group, BlastRadius.TARGET, Volatility.DISK));
  }

  private static void data(ImmutableList.Builder<ActionProfile> all) {
    var group = ActionGroup.DATA;
    all.add(lasting(ActionType.RESTORE, group, BlastRadius.SERVICE, Volatility.DISK));
    all.add(reversible(ActionType.REVOKE_SHARE, group, BlastRadius.TARGET, null));
  }

  private static void cloud(ImmutableList.Builder<ActionProfile> all) {
    var group = ActionGroup.CLOUD;
    pair(
        all, group, BlastRadius.TARGET, ActionType.ISOLATE_INSTANCE, ActionType.RECONNECT_INSTANCE);
    all.add(lasting(ActionType.SNAPSHOT_VOLUME, group, BlastRadius.NONE));
    all.add(
        lasting(
            ActionType.TERMINATE_INSTANCE,
            group,
            BlastRadius.SERVICE,
            Volatility.CACHES,
            Volatility.MEMORY,
            Volatility.TEMPORARY_FILES,
            Volatility.DISK));
  }

  private static void communication(ImmutableList.Builder<ActionProfile> all) {
    var group = ActionGroup.COMMUNICATION;
    all.add(lasting(ActionType.WARN_USERS, group, BlastRadius.ORGANIZATION));
    all.add(lasting(ActionType.REQUEST_TAKEDOWN, group, BlastRadius.NONE));
  }

  private static void evidence(ImmutableList.Builder<ActionProfile> all) {
    var group = ActionGroup.EVIDENCE;
    all.add(lasting(ActionType.COLLECT, group, BlastRadius.NONE));
    all.add(lasting(ActionType.CAPTURE_MEMORY, group, BlastRadius.NONE));
    all.add(lasting(ActionType.CAPTURE_DISK, group, BlastRadius.NONE));
    all.add(lasting(ActionType.CAPTURE_TRAFFIC, group, BlastRadius.NONE));
    all.add(lasting(ActionType.PRESERVE_LOGS, group, BlastRadius.NONE));
  }

  /** Adds two types of which each undoes the other. */
  private static void pair(
      ImmutableList.Builder<ActionProfile> all,
      ActionGroup group,
      BlastRadius reach,
      ActionType one,
      ActionType other) {
    all.add(reversible(one, group, reach, other)).add(reversible(other, group, reach, one));
  }

  private static ActionProfile reversible(
      ActionType type,
      ActionGroup group,
      BlastRadius reach,
      @Nullable ActionType undoneBy,
      Volatility... destroys) {
    return new ActionProfile(type, group, reach, ImmutableSet.copyOf(destroys), true, undoneBy);
  }

  private static ActionProfile lasting(
      ActionType type, ActionGroup group, BlastRadius reach, Volatility... destroys) {
    return new ActionProfile(type, group, reach, ImmutableSet.copyOf(destroys), false, null);
  }
}
