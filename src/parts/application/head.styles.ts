import { css } from 'lit';

/** The way back, what this is, and a line about it. */
export const head = css`
  header {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: var(--mulin-space-1) var(--mulin-space-4);
  }
  header p {
    grid-column: 2;
    color: var(--mulin-ink-2);
  }
`;
