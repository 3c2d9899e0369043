import { Suspense } from 'react';
import { headlineOf, plain, type RunVerdict } from '@/explain';
import type { Exchange } from '@/scenario/result';
import { strangerIn } from '@/stores/demonstration-home';
import { usePlayhead } from '@/stores/playhead';
import { usePythonWait } from '@/stores/python';
import { useRun } from '@/stores/run';
import { useScenario } from '@/stores/scenario';
import { useStale } from '@/stores/stale';
import { Icon } from '@/ui/Icon';
import { later } from '@/ui/later';
import { PartBoundary } from '@/ui/PartBoundary';
import { Said } from '@/ui/Said';
import { StaleNote } from '@/ui/StaleNote';
import './verdict.css';

const WayToHelp = later(() => import('./WayToHelp').then((part) => part.WayToHelp));

const carriesCookies = ({ visit, requestHeaders }: Exchange): boolean =>
  visit === undefined && requestHeaders.some(([name]) => /^cookie$/i.test(name));

/** The run in a word and a sentence. It is the run's; the picture above is the playhead's. */
export function VerdictBar({ verdict }: { verdict: RunVerdict }) {
  const stranger = useScenario(strangerIn);
  const isVisitor = useRun(({ result }) => result?.exchanges.some(carriesCookies));
  const stale = useStale();
  const waitsFor = usePythonWait();
  const succeeds = stranger !== undefined && verdict.word === 'allowed' && !verdict.neutral;
  const tone = verdict.neutral || succeeds ? 'none' : verdict.word;
  const who = stranger === 'null' ? 'A page without an origin' : stranger?.replace(/^https?:\/\//, '');
  const how = isVisitor ? 'with' : 'without';
  const sentence = succeeds
    ? [...verdict.sentence, ` ${who} may read it, ${how} the visitor’s cookies.`]
    : verdict.sentence;
  const text = plain(sentence);
  return (
    <div className={`verdict ${tone}`} data-stale={stale}>
      <div className="words" role="status" aria-label="Verdict">
        <span className="word">
          <Icon shape={tone} />
          <b>{headlineOf(verdict)}</b>
        </span>{' '}
        <span className="sentence" title={text.length > 300 ? text : undefined}>
          <Said sentence={sentence} />
        </span>
      </div>
      {stale ? (
        <StaleNote stale={stale} waitsFor={waitsFor} />
      ) : (
        <>
          <Aside />
          <PartBoundary>
            <Suspense>
              <WayToHelp />
            </Suspense>
          </PartBoundary>
        </>
      )}
    </div>
  );
}

/** Beside the verdict: to whoever is here for the first time, what this is; later, that it is the end's while the playhead is not there. */
function Aside() {
  const isFirst = useScenario(({ presetId, original, draft }) => presetId === 'classic' && draft.document === original);
  const isEarly = usePlayhead(({ position, playing, keys }) => !playing && position < keys.length - 1);
  if (isFirst) return <p className="aside first">Edit either side, press Run, and see what the browser decides.</p>;
  // It keeps its room: what stands below does not move when the playhead comes to the end.
  return <p className={isEarly ? 'aside' : 'aside unseen'}>At the end of the run</p>;
}
