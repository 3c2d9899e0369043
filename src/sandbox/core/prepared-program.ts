/** What a program needs to be run: which runtime, and what has to be changed in its text. */

import type { ScriptProgram } from '@/realm';
import { loadRuntime, type RuntimeLoaders, type RuntimeName } from './runtime-loaders';

export interface PreparedProgram {
  program: ScriptProgram;
  runtime: RuntimeName;
  /** Text of the runtime. */
  text: string;
  /** Runs before the first line of the user's code, in its scope. */
  prologue: string;
}

/** Code that uses none of this never loads the small DOM. What only reads or sets cookies needs none either. */
const DOORS =
  /\b(createElement|Image|EventSource|WebSocket|FontFace|sendBeacon)\b|\bimport\s*\(|\bdocument\s*(\.\s*(head|body|fonts|forms|images|scripts|getElement|querySelector|documentElement|currentScript|create|append)|\[)/;

/** Never rejects for what the user wrote: code that does not parse goes on as it is, and fails where it is run. */
export async function prepareProgram(program: ScriptProgram, loaders: RuntimeLoaders): Promise<PreparedProgram> {
  const withDoors = loaders['frontend-with-doors'];
  if (program.kind !== 'frontend' || !withDoors || !DOORS.test(program.code)) {
    return { program, runtime: program.kind, text: await loadRuntime(loaders, program.kind), prologue: '' };
  }
  const [text, { openScope }] = await Promise.all([withDoors(), import('./open-scope')]);
  const { code, prologue } = openScope(program.code);
  return { program: { ...program, code }, runtime: 'frontend-with-doors', text, prologue };
}
