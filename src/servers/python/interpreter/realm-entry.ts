/** Runs in a sandbox, below Pyodide's own scripts: an interpreter that serves one Python realm after another. */

import { EPOCH } from '@/engine/infrastructure/epoch';
import { fromText, type Install, type InterpreterWord, toText } from './messages';
import { loadPython, type Python } from './load-python';
import { replaceClock } from './clock';
import { seedRandom } from './random';

const scope = globalThis as unknown as {
  onmessage: ((event: { data: unknown }) => void) | null;
  onunhandledrejection: ((event: { reason: unknown }) => void) | null;
  postMessage(text: string): void;
};
const say = (realm: number, word: InterpreterWord, text = ''): void => scope.postMessage(toText({ realm, word, text }));

let python: Promise<Python> | null = null;
/** Simulated milliseconds at which the turn began, and how far its code has slept since. */
let now = 0;
let slept = 0;
replaceClock(() => EPOCH + Math.floor(now + slept));

async function install({ framework, files }: Install): Promise<void> {
  try {
    python ??= loadPython(files, (elapsed) => {
      slept = elapsed;
    });
    const { install: unpack } = await python;
    unpack(framework, files);
    performance.now = () => now + slept;
    say(0, 'installed', framework);
  } catch (error) {
    say(0, 'failed', String(error));
  }
}

async function obey(order: string): Promise<void> {
  const { realm, word, text } = fromText(order, ['open', 'message', 'close']);
  try {
    const { obey: tell, restore } = await python!;
    switch (word) {
      case 'open':
        now = slept = 0;
        seedRandom();
        tell('open', text);
        return say(realm, 'message', '{"type":"ready"}');
      case 'message':
        ({ now } = (JSON.parse(text) as { turn: { now: number } }).turn);
        slept = 0;
        return say(realm, 'message', tell('turn', text));
      case 'close':
        if (restore()) return say(realm, 'closed');
        return say(0, 'failed', 'Its memory was used up.');
    }
  } catch (error) {
    say(0, 'failed', String(error));
  }
}

scope.onmessage = ({ data }) => {
  if (typeof data === 'string') void obey(data);
  else void install(data as Install);
};

// What goes wrong where Pyodide does not look would otherwise be a start without an end.
scope.onunhandledrejection = ({ reason }) => say(0, 'failed', String(reason));
