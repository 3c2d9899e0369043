/** Random choices that a seed decides: the same seed makes the same choices, on every machine. */
export class RandomSource {
  #state: number;

  constructor(...seeds: number[]) {
    this.#state = 0x9e3779b9;
    for (const seed of seeds) {
      this.#state = (this.#state ^ seed) >>> 0;
      this.#state = Math.floor(this.#next() * 2 ** 32);
    }
  }

  /** At least 0 and less than 1. */
  #next(): number {
    // A step of mulberry32.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A number to begin from `again`. */
  number(): number {
    return Math.floor(this.#next() * 2 ** 32);
  }

  /** The same choices each time for the same number. */
  again(number: number): RandomSource {
    return new RandomSource(number);
  }

  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.#next() * items.length)] ?? items[0];
  }

  /** Each with a weight of its own. */
  weighted<Item>(items: readonly [item: Item, weight: number][]): Item {
    const total = items.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.#next() * total;
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    throw new RangeError('Nothing to choose from');
  }

  /** So many different ones, in an order of their own. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items];
    return Array.from({ length: Math.min(count, items.length) }, () => {
      const [taken] = left.splice(Math.floor(this.#next() * left.length), 1);
      return taken as Item;
    });
  }
}
