import type { Run } from '@/explain';
import type { Plan } from '../plan';
import { harOf } from './har';
import { mermaidOf } from './mermaid';
import { pngOf, svgOf } from './svg';

export type Format = 'svg' | 'png' | 'mermaid' | 'har';

/** Hands the run to the browser's downloads. */
export async function download(run: Run, plan: Plan, format: Format): Promise<void> {
  const [blob, name] = await fileOf(run, plan, format);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function fileOf(run: Run, plan: Plan, format: Format): Promise<[Blob, string]> {
  switch (format) {
    case 'svg':
      return [new Blob([svgOf(run, plan)], { type: 'image/svg+xml' }), 'cors-run.svg'];
    case 'png':
      return [await pngOf(run, plan), 'cors-run.png'];
    case 'mermaid':
      return [new Blob([mermaidOf(run, plan)], { type: 'text/plain' }), 'cors-run.mmd'];
    case 'har':
      return [
        new Blob([`${JSON.stringify(harOf(run, new Date()), null, 2)}\n`], { type: 'application/json' }),
        'cors-run.har',
      ];
  }
}
