import { css } from 'lit';

export const itemStyles = css`
  :host {
    display: grid;
    gap: var(--mulin-space-4);
    container-type: inline-size;
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--mulin-space-4);
  }
  h2 {
    flex: 1;
    font-size: var(--mulin-text-title);
    line-height: var(--mulin-leading-tight);
  }
  h2:focus {
    outline: none; /* the heading is only where reading begins */
  }
  .sheet {
    display: grid;
    gap: var(--mulin-space-5);
    padding: var(--mulin-space-5);
    border: 1px solid var(--mulin-card-edge);
    border-radius: var(--mulin-radius-card);
    background: var(--mulin-surface);
    box-shadow: var(--mulin-shadow-card);
  }
  .sheet > .picture {
    min-block-size: 9em;
    border-radius: var(--mulin-radius-main);
  }
  .sheet > .picture .drawing {
    inline-size: 6em;
  }
  .words {
    display: grid;
    gap: var(--mulin-space-3);
    align-content: start;
    min-inline-size: 0;
  }
  .price b {
    color: var(--mulin-cinnabar);
    font-size: var(--mulin-text-title);
    font-variant-numeric: tabular-nums;
  }
  .price span,
  .kept {
    color: var(--mulin-ink-2);
  }
  .forward {
    position: sticky;
    inset-block-end: 0;
    display: grid;
    gap: var(--mulin-space-3);
    padding-block: var(--mulin-space-3) var(--mulin-space-4);
    background: var(--mulin-paper);
  }
  @container (min-width: 26em) {
    .forward {
      grid-template-columns: auto 1fr;
      align-items: end;
    }
    .forward > .kept {
      grid-column: 1 / -1;
    }
    .forward > mulin-button:last-child:not([size='main']) {
      grid-column: 1 / -1;
    }
  }
  @container (min-width: 40em) {
    .sheet {
      grid-template-columns: 2fr 3fr;
    }
  }
`;
