import { css } from 'lit';

/** Ten digits as people read them out: 482 913 7705. */
export const grouped = (code: string): string =>
  `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`;

/** A card with a code on it, as digits and to be scanned. */
export const slipCard = css`
  article {
    display: grid;
    gap: var(--mulin-space-5);
    padding: var(--mulin-space-5);
    border: 1px solid var(--mulin-card-edge);
    border-radius: var(--mulin-radius-card);
    background: var(--mulin-surface);
    box-shadow: var(--mulin-shadow-card);
  }
  .code {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mulin-space-5);
  }
  .code p {
    display: grid;
    gap: var(--mulin-space-1);
  }
  .code span,
  .code small {
    color: var(--mulin-ink-2);
  }
  .code small {
    font-size: var(--mulin-text-small);
  }
  [part='code'] {
    font-size: var(--mulin-text-display);
    line-height: var(--mulin-leading-tight);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  mulin-qr {
    inline-size: min(100%, 11em);
  }
`;
