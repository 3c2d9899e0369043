/** The clock is handed in, and every machine's local time is UTC: a run is the same everywhere. */

const PARTS = ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds'] as const;

type Given = [] | [value: number | string | Date] | [year: number, month: number, ...rest: number[]];

/** @param now milliseconds since 1970 */
export function replaceClock(now: () => number): void {
  const Local = Date;
  class UtcDate extends Local {
    static override now = now;

    constructor(...given: Given) {
      if (given.length > 1) super(Local.UTC(...(given as [number, number, number])));
      else if (given.length === 1) super(given[0] as number);
      else super(now());
    }

    override getTimezoneOffset(): number {
      return 0;
    }
  }
  for (const part of PARTS) {
    UtcDate.prototype[`get${part}`] = function (this: Date) {
      return this[`getUTC${part}`]();
    };
  }
  globalThis.Date = UtcDate as DateConstructor;
}
