import { css } from 'lit';

export const guideStyles = css`
  :host {
    container-type: inline-size;
  }
  header {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    column-gap: var(--mulin-space-4);
    margin-block-end: var(--mulin-space-5);
  }
  header > * {
    grid-column: 2;
  }
  slot[name='back'] {
    display: block;
    grid-row: 1 / span 2;
    grid-column: 1;
  }
  h2 {
    font-size: var(--mulin-text-title);
    line-height: var(--mulin-leading-tight);
  }
  h2:focus {
    outline: none; /* the heading is only where reading begins */
  }
  header p {
    color: var(--mulin-ink-2);
  }
  slot[name='note']::slotted(*) {
    display: block;
    margin-block-end: var(--mulin-space-4);
  }
  slot[name='back'] + mulin-notice {
    margin-block-start: var(--mulin-space-4);
  }
  .columns,
  .columns > div {
    display: grid;
    gap: var(--mulin-space-4);
    align-content: start;
    min-inline-size: 0;
  }
  @container (min-width: 44em) {
    .columns {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 44em) {
    [part='actions'] {
      margin-inline-start: calc(50% + var(--mulin-space-4) / 2);
    }
  }
  @container (max-width: 26em) {
    .card {
      padding: var(--mulin-space-4);
    }
  }
  h3 {
    display: flex;
    align-items: center;
    gap: var(--mulin-space-3);
    font-size: var(--mulin-text-lead);
    line-height: var(--mulin-leading-tight);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--mulin-space-2) var(--mulin-space-4);
    margin-block-end: var(--mulin-space-4);
  }
  section > mulin-facts {
    margin-block: calc(-1 * var(--mulin-space-3));
  }
  .tile {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: calc(var(--mulin-icon) * 1.6);
    block-size: calc(var(--mulin-icon) * 1.6);
    border-radius: var(--mulin-radius-s);
    background: var(--mulin-river-wash);
    color: var(--mulin-river);
  }
  ul,
  ol {
    display: grid;
    gap: var(--mulin-space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  section li {
    position: relative;
    padding-inline-start: 1.4em;
  }
  ul li::before {
    content: '';
    position: absolute;
    inset-block-start: calc(var(--mulin-leading) * 0.5em - 0.25em);
    inset-inline-start: 0.25em;
    inline-size: 0.5em;
    block-size: 0.5em;
    border-radius: 50%;
    background: var(--mulin-river);
  }
  ol {
    gap: var(--mulin-space-4);
    counter-reset: step;
  }
  ol li {
    min-block-size: 2em;
    padding-block: calc(1em - var(--mulin-leading) * 0.5em);
    padding-inline-start: calc(2em + var(--mulin-space-4));
    counter-increment: step;
  }
  ol li::before {
    content: counter(step);
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    display: grid;
    place-items: center;
    inline-size: 2em;
    block-size: 2em;
    border-radius: 50%;
    background: var(--mulin-river);
    color: var(--mulin-on-river);
    font-weight: var(--mulin-weight-strong);
    line-height: 1;
  }
  ol li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: calc(2em + var(--mulin-space-1)) calc(var(--mulin-space-1) - var(--mulin-space-4));
    inset-inline-start: calc(1em - 1px);
    border-inline-start: var(--mulin-stroke) solid var(--mulin-line);
  }
  .basis {
    color: var(--mulin-ink-2);
  }
  small {
    display: block;
    font-size: var(--mulin-text-small);
  }
  [part='actions'] {
    position: sticky;
    inset-block-end: 0;
    display: grid;
    gap: var(--mulin-space-3);
    margin-block-start: var(--mulin-space-4);
    padding-block: var(--mulin-space-4);
    background: linear-gradient(to bottom, transparent, var(--mulin-paper) var(--mulin-space-4));
  }
  [part='actions'][hidden] {
    display: none;
  }
  section {
    scroll-margin-block-end: calc(var(--mulin-target-main) + 2 * var(--mulin-space-4));
  }
  @media (forced-colors: active) {
    .tile,
    ol li::before,
    ul li::before {
      border: 1px solid CanvasText;
    }
  }
`;
