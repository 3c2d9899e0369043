import { Suspense, useState } from 'react';
import { originOfPage } from '@/engine/infrastructure/document-origin';
import { documentOf, shownVisit, useScenario } from '@/stores/scenario';
import { CheckedField } from '@/ui/CheckedField';
import { onDemand } from '@/ui/on-demand';
import { ClientPicker } from './client/ClientPicker';
import { CodeEditor } from './editor/CodeEditor';
import { pageProblem } from './origins';
import { Pane } from './Pane';
import { SetupToggle } from './SetupToggle';
import { useFrontendMarks } from './run-marks';
import { useFrontendProblems } from './run-problems';

const VisitPicker = onDemand(() => import('./client/VisitPicker').then((part) => part.VisitPicker));

/** The page's side: where it is and what its code does. */
export function FrontendPane() {
  const marks = useFrontendMarks();
  const presetId = useScenario((state) => state.presetId);
  const page = useScenario((state) => shownVisit(state).page);
  const code = useScenario((state) => shownVisit(state).frontend);
  const visitIndex = useScenario((state) => state.visitIndex);
  const hasVisits = useScenario((state) => (documentOf(state).earlier ?? []).length > 0);
  const isExtended = useScenario((state) => documentOf(state).extension ?? false);
  const [setup, setSetup] = useState<boolean>();
  const showsSetup = setup ?? (hasVisits || isExtended);
  const isCurl = useScenario((state) => documentOf(state).client === 'curl');
  const { setFrontend, setPage } = useScenario.getState();
  const problems = useFrontendProblems();

  return (
    <Pane
      name="Frontend"
      address={
        !isCurl && (
          <CheckedField
            key={`${presetId}:${visitIndex ?? ''}`}
            label="Page URL"
            value={page}
            check={pageProblem}
            onChange={setPage}
            inputMode="url"
            fitted
            className="address-field"
          />
        )
      }
      aside={
        <div className="flex items-center gap-4">
          <ClientPicker />
          <SetupToggle label="Frontend setup" isOpen={showsSetup} onToggle={() => setSetup(!showsSetup)} />
        </div>
      }
    >
      <CodeEditor
        documentKey={[presetId, isCurl ? 'curl' : '', visitIndex ?? ''].join(':')}
        label={isCurl ? 'curl command' : 'Frontend code'}
        side="frontend"
        language={isCurl ? 'shell' : 'javascript'}
        value={code}
        onChange={setFrontend}
        marks={marks}
        problems={problems}
        isSaidByVerdict
        pageOrigin={originOfPage(page)}
      />
      {showsSetup && (
        <Suspense>
          <VisitPicker />
        </Suspense>
      )}
    </Pane>
  );
}
