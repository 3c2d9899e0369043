import * as core from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/register.all';
import JsonWorker from 'monaco-editor/language/json/json.worker?worker';
import TsWorker from 'monaco-editor/language/typescript/ts.worker?worker';
import 'monaco-editor/languages/definitions/javascript/register';
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/languages/definitions/typescript/register';
import 'monaco-editor/languages/features/json/register';
import * as typescript from 'monaco-editor/languages/features/typescript/register';
import type { CodeSide } from './CodeEditor';
import { provideHeaders } from './header-completion';
import { provideHighlighting } from './highlighting';
import { provideNginx } from './nginx-completion';
import { providePython, providePythonHover } from './python-completion';
import frontendTypes from './worlds/frontend.d.ts.txt?raw';
import serverTypes from './worlds/server.d.ts.txt?raw';

self.MonacoEnvironment = {
  getWorker: (_id: string, label: string) =>
    label === 'typescript' || label === 'javascript'
      ? new TsWorker()
      : label === 'json'
        ? new JsonWorker()
        : new EditorWorker(),
};

/**
 * Both sides are JavaScript, but they live in different worlds: as two languages of Monaco each has completions of its
 * own, and a name declared on one side is not known on the other.
 */
export const languageOf: Record<CodeSide, 'typescript' | 'javascript'> = {
  frontend: 'typescript',
  server: 'javascript',
};

const worlds = [
  [typescript.typescriptDefaults, frontendTypes],
  [typescript.javascriptDefaults, serverTypes],
] as const;

for (const [world, types] of worlds) {
  world.setCompilerOptions({
    target: typescript.ScriptTarget.ES2020,
    lib: ['es2023'],
    allowNonTsExtensions: true,
    allowJs: true,
    module: typescript.ModuleKind.CommonJS,
    moduleResolution: typescript.ModuleResolutionKind.NodeJs,
  });
  // What is wrong is said by the run, in the words of the browser and of Node, and not before.
  world.setDiagnosticsOptions({ noSemanticValidation: true, noSyntaxValidation: true, noSuggestionDiagnostics: true });
  world.addExtraLib(types, 'file:///world.d.ts');
}

provideNginx(core.languages);
provideHighlighting(core.languages);
provideHeaders(core.languages);
providePython(core.languages);
providePythonHover(core.languages);

export const monaco = { ...core, typescript };
