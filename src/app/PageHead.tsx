import { GateMark } from '@/ui/GateMark';

/** The line on top of every page besides the workbench: whose page it is, and the way back. */
export function PageHead() {
  return (
    <header className="flex h-[46px] flex-none items-center gap-4 border-b border-hairline px-4 max-desk:h-12 max-desk:px-3">
      <h1 className="flex items-center gap-2.5 font-[650] tracking-[-0.005em] whitespace-nowrap">
        <GateMark />
        CORS, gate by gate
      </h1>
      <div className="flex-1" />
      <a
        href="#/"
        className="flex h-(--hit) items-center underline decoration-rule underline-offset-4 hover:decoration-current"
      >
        Workbench
      </a>
    </header>
  );
}
