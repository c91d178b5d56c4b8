import { css, type CSSResult } from 'lit';
import { formControl } from '../../ui/form-control.styles.ts';
import { card, ground } from '../../ui/ground.styles.ts';

export const formStyles: CSSResult[] = [
  ground,
  card,
  formControl,
  css`
    :host {
      container-type: inline-size;
      scroll-margin-block-start: var(--mulin-space-5);
    }
    form,
    [part='screen'],
    .column {
      display: grid;
      gap: var(--mulin-space-5);
    }
    /* What is far off the screen is neither laid out nor painted; it can be heard, found and reached all the same. */
    .long > :not(.column),
    .long > .column > * {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 6em;
      overflow-clip-margin: 1em; /* the ring around what has the focus */
    }
    header {
      display: grid;
      grid-template-columns: auto 1fr;
      align-items: center;
      column-gap: var(--mulin-space-4);
    }
    header mulin-button {
      grid-row: span 2;
    }
    header > :is(h2, p):first-child,
    header > h2:first-child + p {
      grid-column: 1 / -1;
    }
    h2 {
      font-size: var(--mulin-text-title);
      line-height: var(--mulin-leading-tight);
    }
    header p,
    .help,
    .intro {
      color: var(--mulin-ink-2);
    }
    h2 mulin-sample {
      vertical-align: middle;
    }
    mulin-steps {
      grid-column: 1 / -1;
      margin-block-start: var(--mulin-space-4);
    }
    h3 {
      font-size: var(--mulin-text-lead);
      line-height: var(--mulin-leading-tight);
    }
    .of-group {
      margin: 0 0 var(--mulin-space-3);
      font-size: var(--mulin-text-body);
    }
    :is(h2, h3, .summary):focus {
      outline: none; /* only where reading begins */
    }
    .card > h3 {
      margin-block-end: var(--mulin-space-4);
    }
    .card > mulin-read-card {
      margin-block-end: var(--mulin-space-5);
    }
    .row {
      display: grid;
      gap: var(--mulin-space-5) var(--mulin-space-4);
    }
    @container (min-width: 40em) {
      .row {
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        align-items: start;
      }
      .entry > .column {
        grid-template-columns: 1fr 1fr;
        align-items: start;
      }
    }
    .object,
    .table {
      display: grid;
      gap: var(--mulin-space-4);
      min-inline-size: 0;
    }
    .object > .column {
      padding-inline-start: var(--mulin-space-4);
      border-inline-start: 4px solid var(--mulin-river-wash);
    }
    legend {
      margin-block-end: var(--mulin-space-2);
      padding: 0;
      font-weight: var(--mulin-weight-strong);
      font-size: var(--mulin-text-body);
    }
    .entry {
      padding: var(--mulin-space-4);
      border: var(--mulin-stroke) solid var(--mulin-line);
      border-radius: var(--mulin-radius-control);
      background: var(--mulin-paper);
    }
    .entry-head {
      display: flex;
      align-items: center;
      justify-content: space-between;
      margin-block-end: var(--mulin-space-3);
    }
    .table > mulin-button {
      justify-self: start;
    }
    .computed {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--mulin-space-1) var(--mulin-space-4);
      padding: var(--mulin-space-3) var(--mulin-space-4);
      border-radius: var(--mulin-radius-control);
      background: var(--mulin-river-wash);
    }
    .computed output {
      font-weight: var(--mulin-weight-strong);
      font-size: var(--mulin-text-lead);
    }
    .computed small {
      flex-basis: 100%;
      color: var(--mulin-ink-2);
      font-size: var(--mulin-text-small);
    }
    .summary {
      display: grid;
      gap: var(--mulin-space-2);
      padding: var(--mulin-space-4) var(--mulin-space-5);
      border: var(--mulin-stroke) solid var(--mulin-cinnabar);
      border-radius: var(--mulin-radius-card);
      background: var(--mulin-cinnabar-wash);
      scroll-margin-block-start: var(--mulin-space-5);
    }
    .summary h3 {
      display: flex;
      align-items: center;
      gap: var(--mulin-space-2);
      color: var(--mulin-cinnabar);
    }
    .summary ul {
      display: grid;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .summary button {
      inline-size: 100%;
      min-block-size: var(--mulin-target);
      padding: var(--mulin-space-2) 0;
      border: 0;
      background: none;
      color: var(--mulin-cinnabar);
      font-weight: var(--mulin-weight-strong);
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
    [part='forward'] {
      position: sticky;
      inset-block-end: 0;
      padding-block: var(--mulin-space-3);
      background: var(--mulin-paper);
    }
  `,
];
