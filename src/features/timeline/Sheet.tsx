import type { ReactNode } from 'react';
import type { Sight } from './sight';

interface Props {
  sight: Sight;
  height: number;
  className?: string;
  children: ReactNode;
}

/**
 * One layer of the picture, as wide as the part of it that is drawn; x counts from the picture's left edge. What is drawn
 * reaches over all of it at any time: where its extent changes, the browser sorts all layers of the page anew.
 */
export function Sheet({ sight: { from, to }, height, className = '', children }: Props) {
  const width = Math.max(0, to - from);
  return (
    <svg
      className={`score ${className}`}
      style={{ left: from }}
      width={width}
      height={height}
      viewBox={`${from} 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <rect className="extent" x={from} width={width} height={height} />
      {children}
    </svg>
  );
}
