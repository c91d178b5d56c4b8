import { css } from 'lit';

export const styles = css`
  :host {
    display: contents;
  }
  /* The dialog fills the window, so that a finger beside the sheet scrolls nothing behind it. */
  dialog {
    position: fixed;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    padding: var(--mulin-space-4);
    border: 0;
    background: color-mix(in srgb, var(--mulin-veil) 62%, transparent);
    color: var(--mulin-ink);
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog[open] {
    display: grid;
    place-items: center;
  }
  dialog::backdrop {
    background: none;
  }
  .panel {
    inline-size: min(100%, 34em);
    padding: var(--mulin-space-5);
    border: var(--mulin-stroke) solid var(--mulin-card-edge);
    border-radius: var(--mulin-radius-card);
    background: var(--mulin-surface);
    box-shadow: var(--mulin-shadow-dialog);
    animation: rise var(--mulin-motion-calm) var(--mulin-motion-ease);
  }
  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 16px;
    }
  }
  .top {
    display: flex;
    align-items: flex-start;
    gap: var(--mulin-space-3);
    margin-block-end: var(--mulin-space-3);
  }
  h2 {
    flex: 1;
    font-size: var(--mulin-text-title);
    line-height: var(--mulin-leading-tight);
  }
  h2:focus-visible {
    outline: none; /* it takes the focus to be heard, not to be pressed */
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mulin-space-3);
    margin-block-start: var(--mulin-space-5);
  }
  .actions ::slotted(*) {
    flex: 1 1 10em;
  }
`;
