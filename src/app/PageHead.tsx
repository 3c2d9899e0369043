import { GateMark } from '@/ui/GateMark';

const pages = [
  { href: '#/course', name: 'Course' },
  { href: '#/drill', name: 'Drill' },
  { href: '#/glossary', name: 'Glossary' },
  { href: '#/', name: 'Workbench' },
];

/** The line on top of every page without a run: whose page it is, and the ways to the others. */
export function PageHead() {
  return (
    <header className="flex h-[46px] flex-none items-center gap-4 border-b border-hairline px-4 max-desk:h-12 max-desk:px-3">
      <h1 className="flex items-center gap-2.5 font-[650] tracking-[-0.005em] whitespace-nowrap">
        <GateMark />
        <span className="max-desk:sr-only">CORS, gate by gate</span>
      </h1>
      <div className="flex-1" />
      <nav aria-label="Pages" className="flex gap-5 max-desk:gap-3">
        {pages.map(({ href, name }) => (
          <a
            key={href}
            href={href}
            className="flex h-(--hit) items-center underline decoration-rule underline-offset-4 hover:decoration-current"
          >
            {name}
          </a>
        ))}
      </nav>
    </header>
  );
}
