import { useEffect, useState } from 'react';
import type { CodeLanguage } from './CodeEditor';
import { highlightLines, type Token } from './highlight';

export type HighlightLines = (code: string) => Token[][];

/** Most scenarios are JavaScript alone: the others come when they are needed. */
const further: Record<Exclude<CodeLanguage, 'javascript'>, () => Promise<HighlightLines>> = {
  python: () => import('./highlight-python').then((module) => module.highlightPythonLines),
  nginx: () => import('./highlight-nginx').then((module) => module.highlightNginxLines),
  shell: () => import('./highlight-shell').then((module) => module.highlightShellLines),
};

const unset: HighlightLines = (code) => code.split('\n').map((text) => [{ kind: 'plain', text }]);

/** How a language is set; as plain text until that is known. */
export function useHighlighter(language: CodeLanguage): HighlightLines {
  const [loaded, setLoaded] = useState<{ language: CodeLanguage; highlight: HighlightLines }>();
  useEffect(() => {
    if (language === 'javascript') return;
    let isGone = false;
    void further[language]().then(
      (highlight) => {
        if (!isGone) setLoaded({ language, highlight });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [language]);
  if (language === 'javascript') return highlightLines;
  return loaded?.language === language ? loaded.highlight : unset;
}
