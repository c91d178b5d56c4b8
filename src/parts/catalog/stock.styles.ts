import { css } from 'lit';

export const stockStyles = css`
  :host {
    display: grid;
    gap: var(--mulin-space-4);
    container-type: inline-size;
  }
  h2 {
    font-size: var(--mulin-text-title);
    line-height: var(--mulin-leading-tight);
  }
  h3 {
    font-size: var(--mulin-text-lead);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--mulin-space-3);
  }
  form > mulin-field {
    flex: 1 1 14em;
  }
  ul {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mulin-space-1) var(--mulin-space-4);
    padding-block: var(--mulin-space-2);
    border-block-end: 1px solid var(--mulin-line);
  }
  li b {
    font-size: var(--mulin-text-lead);
    font-variant-numeric: tabular-nums;
  }
  li span {
    flex: 1 1 8em;
    color: var(--mulin-ink-2);
  }
  .late span {
    color: var(--mulin-amber);
    font-weight: var(--mulin-weight-strong);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--mulin-space-2);
    border-block-end: 1px solid var(--mulin-line);
    text-align: start;
    overflow-wrap: anywhere;
  }
  thead th {
    color: var(--mulin-ink-2);
    font-size: var(--mulin-text-small);
  }
  tbody th {
    font-weight: var(--mulin-weight-regular);
  }
  .count {
    font-weight: var(--mulin-weight-strong);
    font-variant-numeric: tabular-nums;
  }
  .count small {
    display: block;
    color: var(--mulin-ink-2);
    font-weight: var(--mulin-weight-regular);
  }
  .soon {
    color: var(--mulin-amber);
    font-weight: var(--mulin-weight-strong);
  }
  .out {
    color: var(--mulin-cinnabar);
  }
  .work {
    display: grid;
    gap: var(--mulin-space-4);
    padding: var(--mulin-space-4);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-sunken);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mulin-space-3);
  }
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mulin-space-2);
    border-block-end: var(--mulin-stroke) solid var(--mulin-line);
  }
  [role='tab'] {
    min-block-size: var(--mulin-target);
    padding: var(--mulin-space-2) var(--mulin-space-4);
    border: 0;
    border-block-end: 4px solid transparent;
    background: none;
    cursor: pointer;
  }
  [role='tab'][aria-selected='true'] {
    border-color: var(--mulin-river);
    color: var(--mulin-river);
    font-weight: var(--mulin-weight-strong);
  }
  [role='tabpanel'] {
    display: grid;
    gap: var(--mulin-space-4);
  }
`;
