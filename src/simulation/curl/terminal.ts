import type { Recorder } from '../recorder';

/** A terminal: complete lines of standard output show at once, what is left of it when the program ends. */
export class Terminal {
  private rest = '';

  constructor(private readonly recorder: Recorder) {}

  out(text: string): void {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.print('log', line);
  }

  error(line: string): void {
    this.print('info', line);
  }

  end(): void {
    if (this.rest !== '') this.print('log', this.rest);
    this.rest = '';
  }

  private print(level: 'log' | 'info', line: string): void {
    this.recorder.print({ level, source: 'code', text: line.replace(/\r$/, '') });
  }
}
