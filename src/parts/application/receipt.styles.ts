import { css } from 'lit';

export const receiptStyles = css`
  :host {
    display: grid;
    gap: var(--mulin-space-4);
    container-type: inline-size;
  }
  article {
    display: grid;
    gap: var(--mulin-space-5);
    padding: var(--mulin-space-5);
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
    margin: 0;
  }
  .code span,
  .code small,
  .until {
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
  .until {
    margin: 0;
  }
  .keep {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mulin-space-3);
  }
`;
