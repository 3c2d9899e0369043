import { VERDICT_WORDS, type Run, type Track } from '@/explain';
import { caughtMeans, differenceOf, saidBy, type Said as BrowserSaid } from '@/explain/message';
import { withTerms } from '@/lessons/terms';
import { Icon } from '@/ui/Icon';
import { Said } from '@/ui/Said';
import { Message } from './Message';
import { useBrowserRuns } from './use-browser-runs';

/** The same request in all three browsers: what each prints, what its code gets, and where they part ways. */
export function SideBySide({ run, track }: { run: Run; track: Track }) {
  const ordinal = run.tracks.indexOf(track);
  const runs = useBrowserRuns(run);
  const all = runs.flatMap((one) => saidBy(one.run, one.browser, ordinal) ?? []);
  if (all.length === 0) return <p className="empty">The other browsers are being tried …</p>;
  const caught = all.map(({ got, reason }) => caughtMeans(got, reason)).find((means) => means.length > 0);
  return (
    <>
      <p className="difference">
        <Said sentence={withTerms(differenceOf(all).sentence)} />
      </p>
      <div className="columns">
        {all.map((said) => (
          <Column key={said.browser} said={said} />
        ))}
      </div>
      {caught && (
        <p className="caught">
          <Said sentence={withTerms(caught)} />
        </p>
      )}
    </>
  );
}

function Column({ said }: { said: BrowserSaid }) {
  const { name, verdict, lines, got } = said;
  const bad = verdict === 'blocked' || verdict === 'failed';
  return (
    <section aria-label={name}>
      <h4>
        {name}
        {verdict && (
          <span className={verdict}>
            <Icon shape={verdict} /> {VERDICT_WORDS[verdict]}
          </span>
        )}
      </h4>
      {lines.length === 0 ? (
        <p className="says none">prints nothing</p>
      ) : (
        <Message label={`What ${name} prints`} lines={lines} tone={verdict ?? ''} />
      )}
      {got && (
        <>
          <h5>The code gets</h5>
          <p className={`says ${bad ? verdict : ''}`}>{gotText(got, bad)}</p>
        </>
      )}
    </section>
  );
}

const gotText = (got: NonNullable<Track['got']>, bad: boolean): string =>
  `${got.name}${bad ? ': ' : ', '}${got.detail}`;
