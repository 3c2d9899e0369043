import { hostOf, type Run, type ServerStateRows } from '@/explain';

/** What server code keeps in its variables, before and after, and which request changed it. */
export function StatePanel({ run, here }: { run: Run; here: number }) {
  return (
    <div className="state">
      {run.state.map((server) => (
        <section key={server.origin} aria-label={`State of ${hostOf(server.origin)}`}>
          <h3>{hostOf(server.origin)}</h3>
          <Changes server={server} here={here} />
          <Kept title="Before the run" members={server.before} />
          <Kept title="After it" members={server.after} />
        </section>
      ))}
    </div>
  );
}

function Changes({ server: { changes }, here }: { server: ServerStateRows; here: number }) {
  if (changes.length === 0) return <p>No request changed anything.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Changed</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, from, to, by, stop }, index) => (
          <tr key={index} className={stop <= here ? '' : 'unseen'}>
            <th scope="row">{path}</th>
            <td>{from ?? 'nothing'}</td>
            <td>{to ?? 'nothing'}</td>
            <td>{by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Kept({ title, members }: { title: string; members: ServerStateRows['before'] }) {
  return (
    <p>
      {title}:{' '}
      {members.map(({ name, value }, index) => (
        <code key={name}>
          {index > 0 && ', '}
          {name} = {value}
        </code>
      ))}
    </p>
  );
}
