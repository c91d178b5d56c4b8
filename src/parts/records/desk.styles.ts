import { css } from 'lit';

/** The desk and the case on it: made for a wide screen and a keyboard, and it still fits a narrow one. */
export const deskStyles = css`
  :host {
    container-type: inline-size;
  }
  .desk {
    display: grid;
    grid-template-columns: minmax(20em, 1fr) minmax(0, 2.2fr);
    align-items: start;
    gap: var(--mulin-space-5);
  }
  .list,
  .filters,
  .case,
  .checks,
  form,
  .column {
    display: grid;
    gap: var(--mulin-space-3);
    align-content: start;
  }
  .case {
    gap: var(--mulin-space-4);
  }
  h2 {
    font-size: var(--mulin-text-title);
  }
  h3 {
    font-size: var(--mulin-text-lead);
  }
  h4 {
    margin: 0;
    font-size: var(--mulin-text-body);
  }
  .head,
  .acts,
  .range {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mulin-space-3);
  }
  .head h2,
  .head h3 {
    margin-inline-end: auto;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(22em, 1fr));
    gap: var(--mulin-space-5);
    align-items: start;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--mulin-space-3);
    inline-size: 100%;
    padding: var(--mulin-space-2) var(--mulin-space-3);
    border: 1px solid var(--mulin-line);
    border-inline-start-width: 6px;
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
    text-align: start;
    cursor: pointer;
  }
  .row[aria-current='true'] {
    border-color: var(--mulin-river);
    background: var(--mulin-river-wash);
  }
  .row .name {
    font-weight: var(--mulin-weight-strong);
  }
  .row .more {
    grid-column: 1 / -1;
    color: var(--mulin-ink-2);
    font-size: var(--mulin-text-small);
  }
  .row .state {
    font-size: var(--mulin-text-small);
  }
  .code {
    font-variant-numeric: tabular-nums;
  }
  .hint {
    color: var(--mulin-ink-2);
    font-size: var(--mulin-text-small);
  }
  select,
  input[type='search'],
  input[type='date'] {
    min-block-size: var(--mulin-target);
    inline-size: 100%;
    padding: 0 var(--mulin-space-3);
    border: var(--mulin-stroke) solid var(--mulin-edge);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
    color: inherit;
    font: inherit;
  }
  .range label {
    flex: 1;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mulin-space-2);
  }
  .tabs button {
    min-block-size: var(--mulin-target);
    padding: 0 var(--mulin-space-3);
    border: var(--mulin-stroke) solid var(--mulin-edge);
    border-radius: var(--mulin-radius-round);
    background: var(--mulin-surface);
    cursor: pointer;
  }
  .tabs button[aria-pressed='true'] {
    border-color: var(--mulin-river);
    background: var(--mulin-river);
    color: var(--mulin-on-river);
  }
  .check {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    gap: var(--mulin-space-2);
    padding: var(--mulin-space-2) var(--mulin-space-3);
    border: 1px solid var(--mulin-line);
    border-radius: var(--mulin-radius-control);
  }
  .check.here {
    border-color: var(--mulin-river);
    box-shadow: inset 0 0 0 1px var(--mulin-river);
  }
  .check .by {
    grid-column: 2 / -1;
  }
  kbd {
    padding: 0 0.4em;
    border: 1px solid currentColor;
    border-radius: 0.3em;
    font: inherit;
    font-size: var(--mulin-text-small);
  }
  .story li {
    padding-block: var(--mulin-space-2);
    border-block-end: 1px solid var(--mulin-line);
    overflow-wrap: anywhere;
  }
  canvas {
    max-inline-size: 100%;
    block-size: auto;
    border: 1px solid var(--mulin-line);
  }
  @container (max-width: 56em) {
    .desk {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (max-width: 24em) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
