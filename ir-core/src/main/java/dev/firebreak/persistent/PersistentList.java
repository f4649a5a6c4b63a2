package dev.firebreak.persistent;

import static java.util.Objects.requireNonNull;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list that only grows, by versions that share one array.
 *
 * <p>Every version stays valid and safe for use by several threads. Elements are not null.
 *
 * <p>Adding to the newest version takes constant time on average and copies nothing but now and
 * then the array. Adding once more to a version that was added to before copies that version, so a
 * history that branches at every step wants another collection. An old version keeps the elements
 * of the newer ones in memory, as far as they share its array.
 *
 * @param <E> the type of elements
 */
public final class PersistentList<E> implements Iterable<E> {
  private static final int SMALLEST = 4;
  private static final PersistentList<?> EMPTY =
      new PersistentList<>(new Store(new Object[0], 0), 0);

  private final Store store;
  private final int size;

  private PersistentList(Store store, int size) {
    this.store = store;
    this.size = size;
  }

  /** Returns the list without elements. */
  @SuppressWarnings("unchecked") // it holds no element
  public static <E> PersistentList<E> empty() {
    return (PersistentList<E>) EMPTY;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Returns the element at an index, counted from 0. */
  @SuppressWarnings("unchecked") // only plus(E) fills the slots of this version
  public E get(int index) {
    return (E) store.slots[Objects.checkIndex(index, size)];
  }

  /**
   * Returns the element that was added last.
   *
   * @throws NoSuchElementException if this list is empty
   */
  public E last() {
    if (isEmpty()) {
      throw new NoSuchElementException("an empty list has no last element");
    }
    return get(size - 1);
  }

  /** Returns a list that has this element after those of this list. */
  public PersistentList<E> plus(E element) {
    requireNonNull(element, "element");
    return new PersistentList<>(store.withSlot(size, element), size + 1);
  }

  /** Returns a read-only view of this version. */
  public List<E> asList() {
    return new View();
  }

  /** Returns an iterator from the oldest to the newest element, which cannot remove. */
  @Override
  public Iterator<E> iterator() {
    return asList().iterator();
  }

  /** Tells whether the other is a persistent list with equal elements in the same order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof PersistentList<?> that && asList().equals(that.asList()));
  }

  /** Returns the hash code that a {@link List} of these elements has. */
  @Override
  public int hashCode() {
    return asList().hashCode();
  }

  @Override
  public String toString() {
    return asList().toString();
  }

  /**
   * Slots that are written once, from the first on.
   *
   * <p>The lock makes earlier slots visible to whoever fills the next one; readers need none,
   * because they come by the final fields of a version, which is made after its slots were written.
   */
  private static final class Store {
    final Object[] slots;
    private int filled;

    Store(Object[] slots, int filled) {
      this.slots = slots;
      this.filled = filled;
    }

    /** Returns a store with the same slots before the index and the element at the index. */
    synchronized Store withSlot(int index, Object element) {
      if (index == filled && index < slots.length) {
        slots[index] = element;
        filled++;
        return this;
      }
      var copy = new Object[Math.max(SMALLEST, index + (index >> 1))];
      System.arraycopy(slots, 0, copy, 0, index);
      copy[index] = element;
      return new Store(copy, index + 1);
    }
  }

  private final class View extends AbstractList<E> implements RandomAccess {
    @Override
    public E get(int index) {
      return PersistentList.this.get(index);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
