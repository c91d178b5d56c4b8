import { css } from 'lit';

export const styles = css`
  .line {
    position: relative;
  }
  input {
    inline-size: 100%;
    min-block-size: var(--mulin-target);
    padding: var(--mulin-space-2) calc(var(--mulin-icon) + var(--mulin-space-5))
      var(--mulin-space-2) var(--mulin-space-3);
    border: var(--mulin-stroke) solid var(--mulin-edge);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
    font-size: var(--mulin-text-lead);
    text-overflow: ellipsis;
    cursor: pointer;
    appearance: none;
  }
  input::placeholder {
    color: var(--mulin-ink-2);
    opacity: 1;
  }
  input:focus-visible {
    border-color: var(--mulin-river);
    outline-offset: 0;
  }
  input[aria-invalid='true'] {
    border-color: var(--mulin-cinnabar);
    border-width: calc(var(--mulin-stroke) * 2);
  }
  input:disabled {
    border-style: dashed;
    background: var(--mulin-sunken);
    color: var(--mulin-ink-2);
    -webkit-text-fill-color: var(--mulin-ink-2);
    opacity: 1;
    cursor: not-allowed;
  }
  .line > mulin-icon {
    position: absolute;
    inset-block-start: calc(50% - var(--mulin-icon) / 2);
    inset-inline-end: var(--mulin-space-3);
    color: var(--mulin-ink-2);
    pointer-events: none;
    rotate: 90deg;
  }
  .line > .open {
    rotate: -90deg;
  }
  .list {
    max-block-size: min(60vh, calc((var(--mulin-target) + 1px) * 6.5));
    margin-block-start: var(--mulin-space-2);
    overflow-y: auto;
    overscroll-behavior: contain;
    border: var(--mulin-stroke) solid var(--mulin-river);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
  }
  .list:empty {
    display: none;
  }
  .option {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--mulin-space-3);
    min-block-size: max(48px, var(--mulin-target));
    padding: var(--mulin-space-2) var(--mulin-space-4);
    border-block-end: 1px solid var(--mulin-line);
    cursor: pointer;
    user-select: none;
  }
  .option:last-child {
    border-block-end: 0;
  }
  .option[aria-selected='true'] {
    background: var(--mulin-river-wash);
    font-weight: var(--mulin-weight-strong);
  }
  .option[aria-disabled='true'] {
    color: var(--mulin-ink-2);
    cursor: not-allowed;
  }
  .active {
    outline: var(--mulin-focus-width) solid var(--mulin-focus);
    outline-offset: calc(-1 * var(--mulin-focus-width));
  }
  .note,
  .more,
  .count {
    color: var(--mulin-ink-2);
    font-size: var(--mulin-text-small);
  }
  .more {
    flex-basis: 100%;
  }
  .count {
    margin-block-start: var(--mulin-space-1);
  }
  mulin-keypad {
    margin-block-start: var(--mulin-space-3);
  }
`;
