package dev.firebreak.persistent;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map whose changed copies share structure with it.
 *
 * <p>Every version stays valid and safe for use by several threads. Keys and values are not null
 * and keep their {@code equals} and {@code hashCode} while in the map.
 *
 * <p>Looking up, adding and removing take time and memory in the logarithm of the size, with no
 * more than one small array copied per level. Whatever reads in order (the iterator and the views)
 * follows the first insertion of each key, which costs a sort each time; {@link
 * #forEach(BiConsumer)} is linear and in no order.
 *
 * @param <K> the type of keys
 * @param <V> the type of values
 */
public final class PersistentMap<K, V> implements Iterable<Map.Entry<K, V>> {
  /*
   * A hash trie. A node is nothing (null), a bucket (Leaf[], searched one by one) or a branch
   * (Object[] of WIDTH nodes, chosen by the next BITS of the hash, lowest first). A full bucket turns
   * into a branch until the hash is used up; from there on a bucket holds whatever collides.
   */
  private static final int BITS = 3;
  private static final int WIDTH = 1 << BITS;
  private static final int BUCKET = 8;

  private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(null, 0, 0);

  private final @Nullable Object root;
  private final int size;
  private final int insertions;

  private PersistentMap(@Nullable Object root, int size, int insertions) {
    this.root = root;
    this.size = size;
    this.insertions = insertions;
  }

  /** Returns the map without entries. */
  @SuppressWarnings("unchecked") // it holds no key and no value
  public static <K, V> PersistentMap<K, V> empty() {
    return (PersistentMap<K, V>) EMPTY;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Returns the value of a key, or null if the key is not in this map. */
  public @Nullable V get(K key) {
    var leaf = find(key);
    return leaf == null ? null : leaf.getValue();
  }

  public boolean containsKey(K key) {
    return find(key) != null;
  }

  /**
   * Returns a map that also has this entry.
   *
   * <p>A key that was there keeps its place in the order; this map itself is returned if the key
   * already has an equal value.
   */
  public PersistentMap<K, V> with(K key, V value) {
    requireNonNull(value, "value");
    var old = find(key);
    if (old == null) {
      var leaf = new Leaf<>(key, value, spread(key), insertions);
      return new PersistentMap<>(put(root, 0, leaf, null), size + 1, insertions + 1);
    }
    if (old.getValue().equals(value)) {
      return this;
    }
    var leaf = new Leaf<>(old.getKey(), value, old.hash, old.insertion);
    return new PersistentMap<>(put(root, 0, leaf, old), size, insertions);
  }

  /** Returns a map that lacks this key: this map itself if it has no such key. */
  public PersistentMap<K, V> without(K key) {
    var old = find(key);
    return old == null ? this : new PersistentMap<>(cut(root, 0, old), size - 1, insertions);
  }

  /** Returns a read-only view of this map as a {@link Map}, in insertion order. */
  public Map<K, V> asMap() {
    return new View();
  }

  /** Returns a read-only view of the keys, in insertion order. */
  public Set<K> keySet() {
    return asMap().keySet();
  }

  /** Returns a read-only view of the values, in the insertion order of their keys. */
  public Collection<V> values() {
    return asMap().values();
  }

  /** Returns an iterator in insertion order, which cannot remove. */
  @Override
  public Iterator<Map.Entry<K, V>> iterator() {
    List<Leaf<K, V>> leaves = new ArrayList<>(size);
    walk(root, leaves::add);
    leaves.sort(Comparator.comparingInt(leaf -> leaf.insertion));
    return Collections.<Map.Entry<K, V>>unmodifiableList(leaves).iterator();
  }

  /** Calls the action with each key and value, in no particular order. */
  public void forEach(BiConsumer<? super K, ? super V> action) {
    requireNonNull(action, "action");
    walk(root, leaf -> action.accept(leaf.getKey(), leaf.getValue()));
  }

  /** Tells whether the other is a persistent map with equal entries, in whatever order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof PersistentMap<?, ?> that && asMap().equals(that.asMap()));
  }

  /** Returns the hash code that a {@link Map} with these entries has. */
  @Override
  public int hashCode() {
    int[] sum = {0};
    walk(root, leaf -> sum[0] += leaf.hashCode());
    return sum[0];
  }

  @Override
  public String toString() {
    return asMap().toString();
  }

  private static int spread(Object key) {
    int hash = key.hashCode();
    return hash ^ (hash >>> 16);
  }

  private static int slot(int hash, int shift) {
    return (hash >>> shift) & (WIDTH - 1);
  }

  @SuppressWarnings("unchecked") // the leaves of this map are of its own types
  private @Nullable Leaf<K, V> find(Object key) {
    int hash = spread(requireNonNull(key, "key"));
    Object node = root;
    for (int shift = 0; node != null; shift += BITS) {
      if (node instanceof Leaf<?, ?>[] bucket) {
        for (Leaf<?, ?> leaf : bucket) {
          if (leaf.hash == hash && leaf.getKey().equals(key)) {
            return (Leaf<K, V>) leaf;
          }
        }
        return null;
      }
      node = ((@Nullable Object[]) node)[slot(hash, shift)];
    }
    return null;
  }

  /** Returns the node with the leaf in it, in the place of the old one if there is one. */
  private static Object put(
      @Nullable Object node, int shift, Leaf<?, ?> leaf, @Nullable Leaf<?, ?> old) {
    if (node == null) {
      return new Leaf<?, ?>[] {leaf};
    }
    @Nullable Object[] branch;
    if (node instanceof Leaf<?, ?>[] bucket) {
      if (old != null) {
        var changed = copy(bucket, bucket.length);
        changed[indexOf(old, bucket)] = leaf;
        return changed;
      }
      if (bucket.length < BUCKET || shift >= Integer.SIZE) {
        var longer = copy(bucket, bucket.length + 1);
        longer[bucket.length] = leaf;
        return longer;
      }
      branch = new Object[WIDTH];
      for (Leaf<?, ?> each : bucket) {
        putInto(branch, shift, each, null);
      }
    } else {
      branch = copy((@Nullable Object[]) node);
    }
    putInto(branch, shift, leaf, old);
    return branch;
  }

  private static void putInto(
      @Nullable Object[] branch, int shift, Leaf<?, ?> leaf, @Nullable Leaf<?, ?> old) {
    int slot = slot(leaf.hash, shift);
    branch[slot] = put(branch[slot], shift + BITS, leaf, old);
  }

  /** Returns the node without a leaf that it has; null if nothing is left. */
  private static @Nullable Object cut(@Nullable Object node, int shift, Leaf<?, ?> old) {
    if (node instanceof Leaf<?, ?>[] bucket) {
      if (bucket.length == 1) {
        return null;
      }
      int last = bucket.length - 1;
      var shorter = copy(bucket, last);
      int index = indexOf(old, bucket);
      System.arraycopy(bucket, index + 1, shorter, index, last - index);
      return shorter;
    }
    @Nullable Object[] branch = copy((@Nullable Object[]) requireNonNull(node));
    int slot = slot(old.hash, shift);
    branch[slot] = cut(branch[slot], shift + BITS, old);
    return lifted(branch);
  }

  /** Returns the only bucket of a branch that has nothing else, otherwise the branch. */
  private static @Nullable Object lifted(@Nullable Object[] branch) {
    Object only = null;
    for (Object child : branch) {
      if (child != null) {
        if (only != null || !(child instanceof Leaf<?, ?>[])) {
          return branch;
        }
        only = child;
      }
    }
    return only;
  }

  private static @Nullable Object[] copy(@Nullable Object[] branch) {
    var copy = new @Nullable Object[WIDTH];
    System.arraycopy(branch, 0, copy, 0, WIDTH);
    return copy;
  }

  private static Leaf<?, ?>[] copy(Leaf<?, ?>[] bucket, int length) {
    var copy = new Leaf<?, ?>[length];
    System.arraycopy(bucket, 0, copy, 0, Math.min(length, bucket.length));
    return copy;
  }

  private static int indexOf(Object leaf, Object[] bucket) {
    int index = 0;
    while (bucket[index] != leaf) {
      index++;
    }
    return index;
  }

  @SuppressWarnings("unchecked") // the leaves of this map are of its own types
  private void walk(@Nullable Object node, Consumer<Leaf<K, V>> action) {
    if (node instanceof Leaf<?, ?>[] bucket) {
      for (Leaf<?, ?> leaf : bucket) {
        action.accept((Leaf<K, V>) leaf);
      }
    } else if (node != null) {
      for (Object child : (@Nullable Object[]) node) {
        walk(child, action);
      }
    }
  }

  /** An entry with what the trie wants to know of it. */
  @SuppressWarnings("serial") // never written
  private static final class Leaf<K, V> extends AbstractMap.SimpleImmutableEntry<K, V> {
    final int hash;
    final int insertion;

    Leaf(K key, V value, int hash, int insertion) {
      super(key, value);
      this.hash = hash;
      this.insertion = insertion;
    }
  }

  private final class View extends AbstractMap<K, V> {
    @Override
    public boolean containsKey(Object key) {
      return find(key) != null;
    }

    @Override
    public @Nullable V get(Object key) {
      var leaf = find(key);
      return leaf == null ? null : leaf.getValue();
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public int size() {
          return size;
        }

        @Override
        public boolean contains(Object other) {
          return other instanceof Entry<?, ?> entry && entry.equals(find(entry.getKey()));
        }

        @Override
        public Iterator<Entry<K, V>> iterator() {
          return PersistentMap.this.iterator();
        }
      };
    }
  }
}
