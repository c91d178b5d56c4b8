import { css } from 'lit';

export const placeListStyles = css`
  :host {
    container-type: inline-size;
  }
  ul {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding-block: var(--mulin-space-4);
    border-block-end: 1px solid var(--mulin-line);
  }
  li:first-child {
    padding-block-start: 0;
  }
  li:last-child {
    border-block-end: 0;
    padding-block-end: 0;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mulin-space-1) var(--mulin-space-3);
    margin-block-end: var(--mulin-space-2);
  }
  b {
    font-weight: var(--mulin-weight-strong);
    line-height: var(--mulin-leading-tight);
  }
  .near {
    padding: 0 var(--mulin-space-2);
    border-radius: var(--mulin-radius-s);
    background: var(--mulin-leaf-wash);
    color: var(--mulin-leaf);
    font-weight: var(--mulin-weight-strong);
    font-size: var(--mulin-text-small);
  }
  dl {
    display: grid;
    gap: var(--mulin-space-1);
  }
  dl div {
    display: flex;
    gap: var(--mulin-space-3);
  }
  dt {
    flex: none;
    color: var(--mulin-river);
    line-height: 1;
  }
  dt mulin-icon {
    --mulin-icon: 1.2em;
    margin-block-start: calc((var(--mulin-leading) * 1em - 1.2em) / 2);
  }
  dd {
    min-inline-size: 0;
    color: var(--mulin-ink-2);
    overflow-wrap: anywhere;
  }
  a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--mulin-target);
    margin-block: calc((var(--mulin-leading) * 1em - var(--mulin-target)) / 2);
    color: var(--mulin-river);
    text-underline-offset: 0.2em;
  }
  mulin-button {
    margin-block-start: var(--mulin-space-4);
  }
`;
