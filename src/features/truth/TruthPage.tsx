import agreement from '@/truth/agreement.json';
import { FIELDS, type Field } from '@/truth/compare';
import { EXCLUSIONS } from '@/truth/exclusions';
import type { Agreement, Share } from '@/truth/score';
import { describeExclusion, percentOf } from './words';

const scores: Agreement = agreement;
const browsers = Object.values(scores);

const FIELD_WORDS: Record<Field, { name: string; means: string }> = {
  outcome: { name: 'Outcome', means: 'the promise resolves or rejects' },
  error: { name: 'Error', means: 'name and message that the code catches' },
  response: { name: 'Response', means: 'type, status, URL, headers and body that the code can read' },
  requests: { name: 'Requests', means: 'what reaches the servers, preflights apart, in order' },
  headers: {
    name: 'Request headers',
    means: 'Origin, Access-Control-Request-*, Cookie, Referer, Sec-Fetch-* and more',
  },
  console: { name: 'Console', means: 'every line, byte for byte, in order' },
};

/** The score by browser, version and field, from the data that the tests use; with what is left out, and why. */
export function TruthPage() {
  return (
    <main className="mx-auto w-full max-w-[880px] flex-1 px-4 pt-9 pb-14">
      <h2 className="text-[26px] leading-tight font-[650]">How true is it?</h2>
      <p className="mt-3 max-w-[62ch] text-[16px] leading-[1.6]">
        Scenarios were run in real browsers, and what the browsers did was written down. The simulator runs the same
        scenarios; the table says in how many of them it does the same. The project’s tests replay all of it and fail
        when a figure falls.
      </p>
      <div className="mt-6 overflow-x-auto">
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">Scenarios in which simulator and browser agree</caption>
          <thead>
            <tr className="text-small text-ink-3">
              <th scope="col" className="py-1.5 pr-4 font-normal">
                Agreement on
              </th>
              {browsers.map(({ version }) => (
                <th key={version} scope="col" className="py-1.5 pl-3 text-right align-bottom font-normal sm:pl-4">
                  <BrowserVersion version={version} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {FIELDS.map((field) => (
              <tr key={field} className="border-t border-hairline align-top">
                <th scope="row" className="py-2 pr-4 font-normal">
                  {FIELD_WORDS[field].name}
                  <span className="block text-small text-ink-3">{FIELD_WORDS[field].means}</span>
                </th>
                {browsers.map(({ version, fields }) => (
                  <Cell key={version} share={fields[field]} />
                ))}
              </tr>
            ))}
            <tr className="border-t border-rule align-top font-[650]">
              <th scope="row" className="py-2 pr-4">
                All of it
              </th>
              {browsers.map(({ version, all }) => (
                <Cell key={version} share={all} />
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <h3 className="mt-9 text-[16px] font-[650]">Left out, and why</h3>
      <ul className="mt-2">
        {EXCLUSIONS.map((exclusion) => (
          <li key={exclusion.reason} className="border-t border-hairline py-2">
            {exclusion.reason}
            <span className="block text-small text-ink-3">{describeExclusion(exclusion)}</span>
          </li>
        ))}
      </ul>
      <h3 className="mt-9 text-[16px] font-[650]">See for yourself</h3>
      <p className="mt-2 max-w-[62ch]">
        In the project, <code>npm run replay</code> prints this table with every disagreement, and{' '}
        <code>npm run verify:browsers</code> asks the browsers on your machine. WebKit here is WebKitGTK: Safari shares
        its rules and its words, not its network stack.
      </p>
    </main>
  );
}

/** On a narrow screen the version stands below the name. */
function BrowserVersion({ version }: { version: string }) {
  const [name, ...rest] = version.split(' ');
  return (
    <>
      <span className="whitespace-nowrap">{name}</span> <span className="sm:whitespace-nowrap">{rest.join(' ')}</span>
    </>
  );
}

function Cell({ share }: { share: Share }) {
  return (
    <td className="py-2 pl-3 text-right whitespace-nowrap sm:pl-4">
      {percentOf(share)}
      <span className="block text-small font-normal text-ink-3">
        {share.agree} of {share.of}
      </span>
    </td>
  );
}
