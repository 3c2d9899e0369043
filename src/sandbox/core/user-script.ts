/** The text that starts a realm: the program, and the user's code as the body of an async function. */

import type { RealmProgram } from '@/realm';
import { ENTRY, SCRIPT_NAME } from '@/realm/runtime/entry-point';

/**
 * To be run after the runtime.
 *
 * @param linesBefore lines of other text above it in the same script
 */
export function userScript(program: RealmProgram, linesBefore = 0): string {
  return [
    `${ENTRY}(${JSON.stringify(program)}, ${linesBefore + 2}, async function () {`,
    program.code,
    `});\n//# sourceURL=${SCRIPT_NAME}`,
  ].join('\n');
}
