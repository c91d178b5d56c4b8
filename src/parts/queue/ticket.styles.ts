import { css } from 'lit';

export const ticketStyles = css`
  section {
    display: grid;
    gap: var(--mulin-space-4);
  }
  h2 {
    display: flex;
    align-items: center;
    gap: var(--mulin-space-3);
    font-size: var(--mulin-text-title);
    line-height: var(--mulin-leading-tight);
  }
  .hint,
  .policy {
    color: var(--mulin-ink-2);
  }
  .lines,
  .needs {
    display: grid;
    gap: var(--mulin-space-3);
  }
  .line {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--mulin-space-4);
    inline-size: 100%;
    min-block-size: var(--mulin-target-main);
    padding: var(--mulin-space-4);
    border: 2px solid var(--mulin-edge);
    border-radius: var(--mulin-radius-main);
    background: var(--mulin-surface);
    text-align: start;
    cursor: pointer;
  }
  .line:disabled {
    border-style: dashed;
    background: var(--mulin-sunken);
    cursor: default;
  }
  .letter {
    display: grid;
    place-items: center;
    inline-size: 2em;
    block-size: 2em;
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-river);
    color: var(--mulin-on-river);
    font-size: var(--mulin-text-lead);
    font-weight: var(--mulin-weight-strong);
  }
  .words,
  .state {
    display: grid;
  }
  .words b {
    font-size: var(--mulin-text-lead);
  }
  .words span,
  .state {
    color: var(--mulin-ink-2);
    font-size: var(--mulin-text-small);
  }
  .state {
    justify-items: end;
    text-align: end;
  }
  small {
    font-size: inherit;
  }
  article {
    display: grid;
    justify-items: center;
    gap: var(--mulin-space-3);
  }
  .yours {
    font-size: var(--mulin-text-lead);
  }
  .number {
    font-size: calc(var(--mulin-text-display) * 2.2);
    font-weight: var(--mulin-weight-strong);
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }
  mulin-facts {
    inline-size: 100%;
  }
  .qr {
    display: grid;
    justify-items: center;
    gap: var(--mulin-space-2);
    text-align: center;
  }
  mulin-qr {
    inline-size: min(20rem, 70%);
  }
  @container (max-width: 480px) {
    .line {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .state {
      grid-column: 2;
      justify-items: start;
      text-align: start;
    }
  }
  :host {
    container-type: inline-size;
  }
`;
