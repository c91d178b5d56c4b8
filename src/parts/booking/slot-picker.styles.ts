import { css } from 'lit';

export const slotPickerStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .card {
    display: grid;
    gap: var(--mulin-space-5);
    padding: var(--mulin-space-5);
    border-radius: var(--mulin-radius-card);
    background: var(--mulin-surface);
    box-shadow: var(--mulin-shadow-card);
  }
  h3,
  p {
    margin: 0 0 var(--mulin-space-4);
  }
  h3 {
    font-size: var(--mulin-text-lead);
    line-height: var(--mulin-leading-tight);
  }
  p {
    color: var(--mulin-ink-2);
  }
  [part='times'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(8em, 45%), 1fr));
    gap: var(--mulin-space-3);
  }
  button {
    display: grid;
    align-content: center;
    justify-items: center;
    min-block-size: var(--mulin-target-main);
    padding: var(--mulin-space-2);
    border: var(--mulin-stroke) solid var(--mulin-edge);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
    color: var(--mulin-ink);
    font: inherit;
    line-height: var(--mulin-leading-tight);
    cursor: pointer;
  }
  button b {
    font-size: var(--mulin-text-lead);
    font-variant-numeric: tabular-nums;
  }
  button span {
    font-size: var(--mulin-text-small);
  }
  .many span {
    color: var(--mulin-leaf);
  }
  .few span {
    color: var(--mulin-amber);
  }
  button:disabled {
    border-style: dashed;
    background: var(--mulin-sunken);
    color: var(--mulin-ink-2);
    cursor: default;
  }
  button:disabled span {
    color: inherit;
  }
  button[aria-pressed='true'] {
    box-shadow: inset 0 0 0 var(--mulin-space-1) var(--mulin-river);
    border-color: var(--mulin-river);
    background: var(--mulin-river-wash);
  }
  button:focus-visible {
    outline: var(--mulin-focus-width) solid var(--mulin-focus);
    outline-offset: var(--mulin-focus-gap);
  }
  @container (min-width: 44em) {
    .card {
      grid-template-columns: 3fr 2fr;
    }
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      border-width: 4px;
    }
  }
`;
