import { css } from 'lit';

export const styles = css`
  .line {
    display: flex;
    flex-wrap: wrap; /* on a phone an elder's identity number fills the line, its button comes below */
    align-items: stretch;
    gap: var(--mulin-space-2);
  }
  input {
    flex: 1 1 auto;
    inline-size: min(100%, 11.5em); /* room for 310110 19580101 123X */
    min-inline-size: 0;
    min-block-size: var(--mulin-target);
    padding: var(--mulin-space-2) var(--mulin-space-3);
    border: var(--mulin-stroke) solid var(--mulin-edge);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
    font-size: var(--mulin-text-lead);
    appearance: none;
  }
  input:not(.text, .password) {
    font-variant-numeric: tabular-nums;
  }
  input:read-only:not(:disabled) {
    border-color: var(--mulin-line);
    background: var(--mulin-sunken);
  }
  .unit {
    align-self: center;
    color: var(--mulin-ink-2);
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
  .eye {
    flex: none;
    min-block-size: var(--mulin-target);
    min-inline-size: var(--mulin-target);
    padding-inline: var(--mulin-space-3);
    border: var(--mulin-stroke) solid var(--mulin-edge);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
    font-weight: var(--mulin-weight-strong);
    font-size: var(--mulin-text-small);
    cursor: pointer;
  }
  mulin-keypad {
    margin-block-start: var(--mulin-space-3);
  }
`;
