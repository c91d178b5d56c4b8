import { css } from 'lit';

/** Short words to touch, as many in a row as fit. */
export const chips = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mulin-space-2);
    margin-block-start: var(--mulin-space-3);
  }
  .chip {
    min-block-size: var(--mulin-target);
    padding: var(--mulin-space-2) var(--mulin-space-4);
    border: var(--mulin-stroke) solid var(--mulin-line);
    border-radius: var(--mulin-radius-round);
    background: var(--mulin-surface);
    text-align: start;
    cursor: pointer;
  }
  .chip:active {
    background: var(--mulin-river-wash);
  }
  .chip:disabled {
    border-style: dashed;
    background: var(--mulin-sunken);
    color: var(--mulin-ink-2);
    cursor: default;
  }
`;
