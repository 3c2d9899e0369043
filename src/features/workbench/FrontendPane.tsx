import { useMemo } from 'react';
import { useRun } from '@/stores/run';
import { documentOf, useScenario } from '@/stores/scenario';
import { CheckedField } from '@/ui/CheckedField';
import { ClientPicker } from './client/ClientPicker';
import { ExtensionSwitch } from './client/ExtensionSwitch';
import { CodeEditor } from './editor/CodeEditor';
import { originOf, pageProblem } from './origins';
import { Pane } from './Pane';
import { useFrontendMarks } from './run-marks';

/** The page's side: where it is and what its code does. */
export function FrontendPane() {
  const marks = useFrontendMarks();
  const presetId = useScenario((state) => state.presetId);
  const page = useScenario((state) => documentOf(state).page);
  const code = useScenario((state) => documentOf(state).frontend);
  const isCurl = useScenario((state) => documentOf(state).client === 'curl');
  const { setFrontend, setPage } = useScenario.getState();
  const error = useRun((state) => state.result?.error);
  const problems = useMemo(
    () => (error ? [{ ...error, message: `${error.name}: ${error.message}` }] : undefined),
    [error],
  );

  return (
    <Pane
      name="Frontend"
      address={
        <CheckedField
          label="Page URL"
          value={page}
          check={pageProblem}
          onChange={setPage}
          inputMode="url"
          fitted
          className="address-field"
        />
      }
      aside={
        <div className="flex items-center gap-4">
          <ExtensionSwitch />
          <ClientPicker />
        </div>
      }
    >
      <CodeEditor
        documentKey={isCurl ? `${presetId}:curl` : presetId}
        label={isCurl ? 'curl command' : 'Frontend code'}
        side="frontend"
        value={code}
        onChange={setFrontend}
        marks={marks}
        problems={problems}
        pageOrigin={originOf(page)}
      />
    </Pane>
  );
}
