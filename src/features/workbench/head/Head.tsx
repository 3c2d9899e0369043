import { GateMark } from '@/ui/GateMark';
import { useMedia } from '@/ui/use-media';
import { BrowserSwitch } from './BrowserSwitch';
import { CaseMenu } from './CaseMenu';
import { CompareLink } from './CompareLink';
import { MoreMenu } from './MoreMenu';
import { ResetAction } from './ResetAction';
import { RunButton } from './RunButton';
import { ShareButton } from './ShareButton';
import { ThemePicker } from './ThemePicker';
import { TruthLink } from './TruthLink';

interface HeadProps {
  onRun: () => void;
  /** Makes a link to what is being edited. Left out where there is nothing to share. */
  onShare?: () => void;
  /** In the course: its way out in place of the choice of cases. */
  isCourse?: boolean;
}

/** The line on top: what is being tried, in whose eyes, and Run. */
export function Head({ onRun, onShare, isCourse = false }: HeadProps) {
  const isNarrow = useMedia('(max-width: 959px)');
  return (
    <header className="flex h-[46px] flex-none items-center gap-4 border-b border-hairline px-4 max-wide:gap-3 max-desk:h-12 max-desk:gap-1 max-desk:px-3">
      <h1 className="flex flex-none items-center gap-2.5 font-[650] tracking-[-0.005em] whitespace-nowrap max-desk:mr-2">
        <GateMark />
        <span className={isCourse ? 'max-[1279px]:sr-only' : 'max-wide:sr-only'}>CORS, gate by gate</span>
      </h1>
      {isCourse ? (
        <>
          <a href="#/course">Course</a>
          <a href="#/" className="whitespace-nowrap underline underline-offset-4">
            {isNarrow ? 'Workbench' : 'Open in workbench'}
          </a>
        </>
      ) : (
        <>
          <CaseMenu />
          <a href="#/course">Course</a>
        </>
      )}
      {isNarrow ? (
        <>
          <div className="flex-1" />
          <MoreMenu onShare={onShare} />
        </>
      ) : (
        <>
          <ResetAction />
          <div className="flex-1" />
          <BrowserSwitch />
          <CompareLink className="max-wide:hidden" />
          <TruthLink />
          {onShare && <ShareButton onShare={onShare} />}
          <ThemePicker />
        </>
      )}
      <RunButton onRun={onRun} />
    </header>
  );
}
