/**
 * The simulated clock. It jumps from one scheduled moment to the next, and stands still while real work is under way
 * (a realm's turn, a message on the wire). Tasks run one at a time, in order of time and then of scheduling, and
 * everything a task sets off has come to rest before the next one runs: so a run is the same every time.
 */
export interface SimulatedClock {
  /** Simulated milliseconds since the run began. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Returns how to cancel it. */
  schedule(milliseconds: number, task: () => void): () => void;
  /** Time stands still until the returned function is called. */
  hold(): () => void;
  /** Inside held work: lets time pass again until the returned function is called. */
  pass(): () => void;
  /** Time stands still until the work has settled. */
  real<T>(work: Promise<T>): Promise<T>;
  /** Lets time pass until `done` says so at a moment of rest, or until nothing is left that could happen. */
  run(done: () => boolean): Promise<void>;
}

interface Task {
  at: number;
  order: number;
  run: () => void;
}

/** @param nextTurn resolves after all pending microtasks: a macrotask of the place the simulation runs in */
export function createClock(nextTurn: () => Promise<void>): SimulatedClock {
  let now = 0;
  let order = 0;
  let held = 0;
  let wake: (() => void) | null = null;
  const tasks: Task[] = [];

  const schedule = (milliseconds: number, run: () => void): (() => void) => {
    const task = { at: now + Math.max(0, milliseconds), order: order++, run };
    let index = tasks.length;
    while (index > 0 && isBefore(task, tasks[index - 1]!)) index--;
    tasks.splice(index, 0, task);
    return () => {
      const found = tasks.indexOf(task);
      if (found >= 0) tasks.splice(found, 1);
    };
  };

  const hold = (): (() => void) => {
    let released = false;
    held++;
    return () => {
      if (released) return;
      released = true;
      held--;
      if (held === 0) wake?.();
    };
  };

  return {
    now: () => now,
    schedule,
    wait: (milliseconds) => new Promise((resolve) => void schedule(milliseconds, resolve)),
    hold,
    pass() {
      let resumed = false;
      held--;
      if (held === 0) wake?.();
      return () => {
        if (!resumed) held++;
        resumed = true;
      };
    },
    real(work) {
      const release = hold();
      return work.finally(release);
    },
    async run(done) {
      for (;;) {
        await nextTurn();
        if (held > 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          wake = null;
          continue;
        }
        if (done()) return;
        const task = tasks.shift();
        if (!task) return;
        now = task.at;
        task.run();
      }
    },
  };
}

function isBefore(one: Task, other: Task): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** The next macrotask, wherever this runs. */
export function nextMacrotask(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
