import { Suspense } from 'react';
import { FrontendPane, Head, ServerPane } from '@/features/workbench';
import { isDemonstrationPreset } from '@/stores/preset-id';
import { useScenario } from '@/stores/scenario';
import { sayNotLoaded } from '@/stores/sharing';
import { useUi, type PhoneTab } from '@/stores/ui';
import { PartBoundary } from '@/ui/PartBoundary';
import { Switch, type Choice } from '@/ui/Switch';
import { onDemand } from '@/ui/on-demand';
import { runNow } from './autorun';
import { ErrorBoundary } from './ErrorBoundary';
import { InspectorPart } from './InspectorPart';
import { RunFailure } from './RunFailure';
import { ShareNotice } from './ShareNotice';
import { TimelinePart } from './TimelinePart';
import { VerdictPart } from './VerdictPart';
import { useEditorShare } from './editor-share';

const DemonstrationNotice = onDemand(() => import('./DemonstrationNotice').then((part) => part.default));

const tabs: readonly Choice<PhoneTab>[] = [
  { value: 'frontend', label: 'Frontend' },
  { value: 'server', label: 'Server' },
  { value: 'timeline', label: 'Timeline' },
  { value: 'inspector', label: 'Inspector' },
];

/** On a narrow screen one part at a time; its neighbours keep their state, unseen. */
const partOf = (tab: PhoneTab, shown: PhoneTab): string => (tab === shown ? '' : 'max-desk:hidden');

/** Edit, run, watch: both editors, the timeline, the verdict and the inspector. */
export function Workbench() {
  const { phoneTab, setPhoneTab } = useUi();
  const share = useEditorShare();
  const isDemonstration = useScenario(({ presetId }) => isDemonstrationPreset(presetId));
  return (
    <div className="flex min-h-full flex-col">
      <Head
        onRun={() => runNow('run')}
        onShare={() => void import('./share-link').then((link) => link.copyShareLink(window), sayNotLoaded)}
      />
      <ShareNotice />
      <PartBoundary>
        <Suspense>{isDemonstration && <DemonstrationNotice />}</Suspense>
      </PartBoundary>
      <nav aria-label="Parts" className="flex-none desk:hidden">
        <Switch
          label="Part"
          as="tablist"
          choices={tabs}
          value={phoneTab}
          onChange={setPhoneTab}
          className="h-11 border-b border-hairline [&>*]:flex-1"
        />
      </nav>
      <ErrorBoundary>
        {/* Not a grid: when the picture is laid out anew, Chromium 156 gave a grid's row the height of another. */}
        <main className="flex flex-1 flex-col desk:[&>*]:flex-none desk:[&>*:last-child]:flex-auto">
          <div
            className={`bg-margin max-desk:contents desk:grid desk:h-[246px] desk:border-b desk:border-hairline wide:h-[240px] ${share}`}
          >
            <div className={`flex min-h-0 min-w-0 bg-margin max-desk:flex-1 ${partOf('frontend', phoneTab)}`}>
              <PartBoundary>
                <FrontendPane />
              </PartBoundary>
            </div>
            <div
              className={`flex min-h-0 min-w-0 bg-margin max-desk:flex-1 desk:border-l desk:border-hairline ${partOf('server', phoneTab)}`}
            >
              <PartBoundary>
                <ServerPane />
              </PartBoundary>
            </div>
          </div>
          <div
            className={`flex min-w-0 flex-col max-desk:flex-1 max-desk:[&>section]:flex-1 ${partOf('timeline', phoneTab)}`}
          >
            <TimelinePart />
          </div>
          <div className="min-w-0 max-desk:-order-1">
            <RunFailure />
            <VerdictPart />
          </div>
          <div className={`flex min-w-0 flex-col bg-margin max-desk:flex-1 ${partOf('inspector', phoneTab)}`}>
            <InspectorPart withReview />
          </div>
        </main>
      </ErrorBoundary>
    </div>
  );
}
