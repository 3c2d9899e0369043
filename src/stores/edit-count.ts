/** Who looks at a run for so long before typing on makes another edit. Milliseconds. */
const PAUSE = 5_000;

let edit = 0;
/** When the last edit was typed; undefined where what is typed next is another. */
let typedAt: number | undefined;

/** Which edit it is that was made last, counted. */
export const lastEdit = (): number => edit;

/** Typing goes on with what was typed just before, unless that was run or looked at meanwhile. */
export function countEdit(isTyped: boolean): void {
  const now = performance.now();
  if (!isTyped || typedAt === undefined || now - typedAt > PAUSE) edit += 1;
  typedAt = isTyped ? now : undefined;
}

/** What is typed next is another edit. */
export function endEdit(): void {
  typedAt = undefined;
}
