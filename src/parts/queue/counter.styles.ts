import { css } from 'lit';

export const counterStyles = css`
  :host {
    container-type: inline-size;
  }
  .desk,
  .work {
    display: grid;
    gap: var(--mulin-space-4);
    align-content: start;
  }
  .desk {
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
  /* Wide enough for the person at the counter on one side and those who wait on the other. */
  @container (min-width: 68rem) {
    .desk {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: var(--mulin-space-6);
    }
    .desk > mulin-waiting {
      align-self: start; /* else its few lines spread over the height of the other side */
    }
    .head,
    .desk > [role='status'] {
      grid-column: 1 / -1;
    }
    .number {
      font-size: calc(var(--mulin-text-display) * 3);
    }
  }
  kbd {
    padding: 0 0.4em;
    border: 1px solid currentColor;
    border-radius: 0.3em;
    font: inherit;
    font-size: var(--mulin-text-small);
  }
`;
