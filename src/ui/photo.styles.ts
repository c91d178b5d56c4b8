import { css } from 'lit';

export const styles = css`
  .shots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
    gap: var(--mulin-space-3);
  }
  .shots:not(:empty) {
    margin-block-end: var(--mulin-space-3);
  }
  figure {
    display: grid;
    align-content: space-between;
    gap: var(--mulin-space-2);
    margin: 0;
    padding: var(--mulin-space-3);
    border: var(--mulin-stroke) solid var(--mulin-line);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
  }
  canvas {
    display: block;
    max-inline-size: 100%;
    max-block-size: 14em;
    margin-inline: auto;
    border-radius: calc(var(--mulin-radius-control) / 2);
    background: var(--mulin-sunken);
    object-fit: contain;
  }
  figcaption,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mulin-space-2);
  }
  .document,
  .blurred {
    display: flex;
    gap: var(--mulin-space-2);
    overflow-wrap: anywhere;
  }
  .blurred {
    color: var(--mulin-amber);
    font-weight: var(--mulin-weight-strong);
    font-size: var(--mulin-text-small);
  }
  .finder {
    display: grid;
    gap: var(--mulin-space-3);
  }
  video {
    inline-size: 100%;
    max-block-size: 60vh;
    border-radius: var(--mulin-radius-control);
    background: #10222b;
  }
  mulin-notice {
    margin-block-start: var(--mulin-space-3);
  }
`;
