import { css } from 'lit';

export const counterStyles = css`
  .desk {
    display: grid;
    gap: var(--mulin-space-4);
    outline: none;
  }
  .head,
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mulin-space-3);
  }
  h2 {
    display: flex;
    align-items: center;
    gap: var(--mulin-space-3);
    margin-inline-end: auto;
    font-size: var(--mulin-text-title);
  }
  h3,
  h4 {
    margin: 0;
    font-size: var(--mulin-text-lead);
  }
  h4 {
    font-size: var(--mulin-text-body);
  }
  .state {
    padding: var(--mulin-space-1) var(--mulin-space-3);
    border-radius: var(--mulin-radius-round);
    background: var(--mulin-sunken);
  }
  .state.open {
    background: var(--mulin-leaf-wash);
    color: var(--mulin-leaf);
  }
  .here {
    display: grid;
    gap: var(--mulin-space-1);
  }
  .number {
    font-size: calc(var(--mulin-text-display) * 1.8);
    font-weight: var(--mulin-weight-strong);
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }
  .timer {
    font-size: var(--mulin-text-lead);
    font-variant-numeric: tabular-nums;
  }
  .hint {
    color: var(--mulin-ink-2);
    font-size: var(--mulin-text-small);
  }
  .acts > mulin-button[size='main'] {
    flex: 1 1 100%;
  }
  kbd {
    padding: 0 0.4em;
    border: 1px solid currentColor;
    border-radius: 0.3em;
    font: inherit;
    font-size: var(--mulin-text-small);
  }
  .queue,
  section {
    display: grid;
    gap: var(--mulin-space-2);
  }
  li {
    display: grid;
    grid-template-columns: 5em minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--mulin-space-3);
    padding-block: var(--mulin-space-1);
    border-block-end: 1px solid var(--mulin-line);
  }
  li b {
    font-size: var(--mulin-text-lead);
    font-variant-numeric: tabular-nums;
  }
`;
