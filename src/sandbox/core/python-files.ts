/** Which of the parts of Python a framework needs. */

/** The script of every interpreter. */
export const SCRIPT = 'interpreter.txt';

const INTERPRETER = ['pyodide.asm.wasm', 'python_stdlib.zip'];

/** @param started the interpreter has its own parts already */
export function filesFor(framework: string, started: boolean): string[] {
  return [...(started ? [] : INTERPRETER), `${framework}.zip`];
}
