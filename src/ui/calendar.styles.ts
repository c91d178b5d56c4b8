import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--mulin-space-2);
    margin-block-end: var(--mulin-space-3);
  }
  .heading {
    font-weight: var(--mulin-weight-strong);
    font-size: min(var(--mulin-text-title), 6.6cqi);
    line-height: var(--mulin-leading-tight);
    text-align: center;
  }
  .turn {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--mulin-target);
    block-size: var(--mulin-target);
    padding: 0;
    border: var(--mulin-stroke) solid var(--mulin-edge);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
    cursor: pointer;
  }
  .turn svg {
    inline-size: var(--mulin-icon);
    block-size: var(--mulin-icon);
    fill: none;
    stroke: currentColor;
    stroke-width: 1.9;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .turn[aria-disabled='true'] {
    border-style: dashed;
    background: var(--mulin-sunken);
    color: var(--mulin-ink-2);
    cursor: not-allowed;
  }

  /* What depends on the width is said here, once; cells know only ems, so that 31 of them cost little to redraw. */
  .month {
    font-size: min(var(--mulin-text-small), 5.6cqi);
    line-height: 1.2;
    text-align: center;
  }
  .month:lang(en) {
    font-size: min(var(--mulin-text-small), 3.8cqi); /* words need more room than characters */
    hyphens: auto;
  }
  .week,
  .weekdays {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: min(var(--mulin-space-2), 1.1cqi);
  }
  .week {
    grid-auto-rows: minmax(max(var(--mulin-target), 13.5cqi), auto);
    margin-block-start: min(var(--mulin-space-2), 1.1cqi);
  }
  .weekdays {
    color: var(--mulin-ink-2);
  }

  /* A day that can't be chosen is plain text on the sheet; one that can has an edge and a ground. */
  .cell {
    position: relative;
    padding-block: 0.4em;
    border: var(--mulin-stroke) solid transparent;
    border-radius: 0.7em;
    color: var(--mulin-ink-2);
    overflow-wrap: anywhere;
  }
  .day {
    position: absolute;
    inset: 0;
    padding: 0;
    border: 0;
    border-radius: inherit;
    background: none;
    appearance: none;
    cursor: pointer;
  }
  .day[aria-disabled='true'] {
    cursor: not-allowed;
  }
  .number {
    font-size: 1.5em;
  }
  .month:lang(en) .number {
    font-size: 1.8em;
  }
  .open,
  .few {
    border-color: var(--mulin-edge);
    background: var(--mulin-paper);
  }
  .open > .number,
  .few > .number {
    color: var(--mulin-ink);
    font-weight: var(--mulin-weight-strong);
  }
  .open > .note {
    color: var(--mulin-leaf);
    font-weight: var(--mulin-weight-strong);
  }
  .few > .note {
    color: var(--mulin-amber);
    font-weight: var(--mulin-weight-strong);
  }
  .festive > .sub {
    color: var(--mulin-cinnabar);
    font-weight: var(--mulin-weight-strong);
  }
  .provisional {
    border-style: dashed;
  }
  .provisional::after {
    content: '?';
    position: absolute;
    inset-block-start: 0.1em;
    inset-inline-end: 0.2em;
    font-weight: var(--mulin-weight-strong);
    font-size: 0.8em;
  }
  .today::before {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    inline-size: 1.6em;
    margin-inline: auto;
    border-block-start: 0.22em solid currentColor;
    border-radius: 0 0 1em 1em;
  }
  .open:active,
  .few:active {
    background: var(--mulin-sunken);
  }
  .selected.selected {
    border-color: var(--mulin-river);
    background: var(--mulin-river);
  }
  .selected.selected,
  .selected.selected > * {
    color: var(--mulin-on-river);
  }
  @media (forced-colors: active) {
    .full,
    .closed {
      border-style: none; /* a transparent edge would be seen */
    }
    .selected.selected {
      border-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }
    .selected.selected,
    .selected.selected > * {
      color: HighlightText;
    }
  }
`;
