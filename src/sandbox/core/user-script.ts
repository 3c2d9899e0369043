/** The text that starts a realm: the program, and the user's code as the body of an async function. */

import { ENTRY, SCRIPT_NAME } from '@/realm/runtime/entry-point';
import type { PreparedProgram } from './prepared-program';

/**
 * To be run after the runtime.
 *
 * @param prologue stands on the line before the user's first
 * @param linesBefore lines of other text above it in the same script
 */
export function userScript(
  { program, prologue }: Pick<PreparedProgram, 'program' | 'prologue'>,
  linesBefore = 0,
): string {
  return [
    `${ENTRY}(${JSON.stringify(program)}, ${linesBefore + 2}, async function () {${prologue}`,
    program.code,
    `});\n//# sourceURL=${SCRIPT_NAME}`,
  ].join('\n');
}
