import { css } from 'lit';

export const chartStyles = css`
  :host {
    --mulin-chart-height: 14em;
    container-type: inline-size;
  }
  figure {
    display: grid;
    gap: var(--mulin-space-4);
    margin: 0;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mulin-space-1) var(--mulin-space-4);
    font-weight: var(--mulin-weight-strong);
  }
  .key {
    display: inline-flex;
    align-items: center;
    gap: var(--mulin-space-2);
    color: var(--mulin-ink-2);
    font-weight: var(--mulin-weight-regular);
  }
  .key svg {
    flex: none;
    inline-size: 1.2em;
    block-size: 1.2em;
  }
  .plot {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: var(--mulin-space-2);
    font-size: var(--mulin-text-small);
    line-height: var(--mulin-leading-tight);
    font-variant-numeric: tabular-nums;
  }
  .scale,
  .columns {
    block-size: var(--mulin-chart-height);
    margin-block-start: 1.6em; /* for the figures over the highest column */
  }
  .scale {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    color: var(--mulin-ink-2);
    text-align: end;
  }
  /* Each number in the middle of its line. */
  .scale span {
    block-size: 0;
    translate: 0 -0.65em;
  }
  .columns {
    position: relative;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    border-block-end: 2px solid var(--mulin-edge);
  }
  .columns::before,
  .columns::after {
    content: '';
    position: absolute;
    inset-inline: 0;
    border-block-start: 1px solid var(--mulin-line);
  }
  .columns::after {
    inset-block-start: 50%;
  }
  .column {
    position: relative;
    z-index: 1;
    container-type: inline-size;
  }
  .column svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  text {
    fill: var(--mulin-ink);
    text-anchor: middle;
  }
  .names {
    grid-column: 2;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    padding-block-start: var(--mulin-space-1);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .solid {
    fill: var(--mulin-river);
  }
  .striped {
    fill: url('#stripes');
    stroke: var(--mulin-amber);
  }
  .dotted {
    fill: url('#dots');
    stroke: var(--mulin-leaf);
  }
  .hollow {
    fill: var(--mulin-surface);
    stroke: var(--mulin-ink);
  }
  .striped,
  .dotted,
  .hollow {
    stroke-width: 2px;
  }
  .stripe {
    stroke: var(--mulin-amber);
    stroke-width: 4px;
  }
  .dot {
    fill: var(--mulin-leaf);
  }
  .patterns {
    position: absolute;
    inline-size: 0;
    block-size: 0;
  }
  /* In a narrow column two figures would stand in each other's way: they are in the table. */
  @container (max-width: 4.2em) {
    .column text {
      display: none;
    }
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: var(--mulin-space-2);
    border-block-end: 1px solid var(--mulin-line);
    text-align: end;
  }
  th {
    color: var(--mulin-ink-2);
    font-weight: var(--mulin-weight-regular);
  }
  th:first-child {
    text-align: start;
    white-space: nowrap;
  }
`;
