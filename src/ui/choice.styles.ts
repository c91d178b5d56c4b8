import { css } from 'lit';

export const styles = css`
  .cards {
    display: grid;
    gap: var(--mulin-space-3);
  }
  :host([layout='row']) .cards {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8em), 1fr));
  }
  .choice {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--mulin-space-3);
    min-block-size: max(60px, var(--mulin-target));
    padding: var(--mulin-space-3) var(--mulin-space-4);
    border: var(--mulin-stroke) solid var(--mulin-edge);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
    cursor: pointer;
    user-select: none;
  }
  input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .dot {
    flex: none;
    inline-size: 1.4em;
    block-size: 1.4em;
    border: calc(var(--mulin-stroke) * 1.5) solid var(--mulin-edge);
    border-radius: 50%;
    background: var(--mulin-surface);
  }
  .words {
    flex: 1;
    min-inline-size: 0;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--mulin-space-3);
    font-weight: var(--mulin-weight-strong);
    line-height: var(--mulin-leading-tight);
  }
  .note {
    color: var(--mulin-ink-2);
    font-weight: var(--mulin-weight-regular);
    font-size: var(--mulin-text-small);
  }
  .more {
    display: block;
    margin-block-start: var(--mulin-space-1);
    color: var(--mulin-ink-2);
    font-size: var(--mulin-text-small);
    line-height: var(--mulin-leading);
  }
  .choice:has(:checked) {
    border-color: var(--mulin-river);
    background: var(--mulin-river-wash);
    box-shadow: inset 0 0 0 var(--mulin-stroke) var(--mulin-river);
  }
  .choice:has(:checked) .dot {
    border-color: var(--mulin-river);
    border-width: 0.42em;
  }
  .choice:active {
    background: var(--mulin-sunken);
  }
  .choice:has(:focus-visible) {
    outline: var(--mulin-focus-width) solid var(--mulin-focus);
    outline-offset: var(--mulin-focus-gap);
  }
  .choice:has(:disabled) {
    border-style: dashed;
    background: var(--mulin-sunken);
    color: var(--mulin-ink-2);
    cursor: not-allowed;
  }
  .choice:has(:disabled) .dot {
    visibility: hidden;
  }
  [aria-invalid='true'] .choice:not(:has(:disabled)) {
    border-color: var(--mulin-cinnabar);
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      outline: 3px solid Highlight;
    }
  }
`;
