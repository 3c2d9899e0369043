import { parse, type Word, type WordPart } from 'unbash';

/** A word of the command after quoting is taken away, and where it begins (offset in the text). */
export interface ShellWord {
  text: string;
  at: number;
}

/** What is wrong with a command line, and where: an offset in its text. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/**
 * The words of one simple command, as a POSIX shell gives them to a program. There are no variables, files or other programs.
 *
 * @throws CommandError
 */
export function shellWords(text: string): ShellWord[] {
  const script = parse(text);
  const [problem] = script.errors ?? [];
  if (problem) throw new CommandError(`the shell finds an ${problem.message}`, problem.pos);
  const [statement, next] = script.commands;
  if (!statement) throw new CommandError('expected a curl command', 0);
  const { command } = statement;
  if (command.type !== 'Command') throw notOne(command);
  if (statement.background) {
    throw new CommandError('an & outside of quotes ends the command for the shell: quote the URL', command.end);
  }
  if (next) throw notOne(next);
  const [assignment] = command.prefix;
  if (assignment) throw new CommandError('there are no variables here', assignment.pos);
  return [...(command.name ? [command.name] : []), ...command.suffix].map((word) => {
    if (word.type !== 'Word') throw new CommandError('there are no files to read from or write to here', word.pos);
    return { text: textOf(word), at: word.pos };
  });
}

function notOne(node: { pos: number }): CommandError {
  return new CommandError('expected one curl command and nothing else', node.pos);
}

function textOf({ parts, value }: Word): string {
  const expansion = parts && findExpansion(parts);
  if (expansion) throw new CommandError(`there is nothing here that ${expansion.text} could stand for`, expansion.pos);
  return value;
}

const LITERAL: ReadonlySet<WordPart['type']> = new Set<WordPart['type']>([
  'Literal',
  'SingleQuoted',
  'DoubleQuoted',
  'AnsiCQuoted',
  'Glob',
  'ExtendedGlob',
]);

/** A pattern that matches no file stays as it is, and there are no files. */
function findExpansion(parts: readonly WordPart[]): WordPart | undefined {
  for (const part of parts) {
    if (!LITERAL.has(part.type)) return part;
    const inside = part.type === 'DoubleQuoted' ? findExpansion(part.parts) : undefined;
    if (inside) return inside;
  }
  return undefined;
}
