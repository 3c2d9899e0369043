/** So many are under way at once: what one waits for is another’s time. */
const LANES = 4;

/** Does the work for each, several at a time. What it finds is in the order of the items. */
export async function inLanes<Item, Found>(
  items: readonly Item[],
  work: (item: Item) => Promise<Found>,
): Promise<Found[]> {
  const found: Found[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) found[index] = await work(items[index]!);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return found;
}
