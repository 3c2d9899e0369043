import type { Run } from '@/explain';
import { harOf } from './har';
import { mermaidOf } from './mermaid';

/** Hands the run to the browser's downloads. */
export function download(run: Run, format: 'mermaid' | 'har'): void {
  const [text, name, type] =
    format === 'mermaid'
      ? [mermaidOf(run), 'cors-run.mmd', 'text/plain']
      : [`${JSON.stringify(harOf(run, new Date()), null, 2)}\n`, 'cors-run.har', 'application/json'];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
