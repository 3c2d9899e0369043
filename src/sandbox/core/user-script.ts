/** The text that starts a realm: the program, and the user's code as the body of an async function. */

import { ENTRY, SCRIPT_NAME } from '@/realm/runtime/entry-point';
import type { PreparedProgram } from './prepared-program';

/**
 * To be run after the runtime, as a script of its own.
 *
 * @param prologue stands on the line before the user's first
 */
export function userScript({ program, prologue }: Pick<PreparedProgram, 'program' | 'prologue'>): string {
  return [
    `${ENTRY}(${JSON.stringify(program)}, 2, async function () {${prologue}`,
    program.code,
    `});\n//# sourceURL=${SCRIPT_NAME}`,
  ].join('\n');
}
