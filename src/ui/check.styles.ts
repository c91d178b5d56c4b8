import { css } from 'lit';

export const styles = css`
  .card {
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
  .box {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 1.6em;
    block-size: 1.6em;
    border: calc(var(--mulin-stroke) * 1.5) solid var(--mulin-edge);
    border-radius: 0.35em;
    background: var(--mulin-surface);
    color: transparent;
  }
  .box > mulin-icon {
    --mulin-icon: 1.3em;
  }
  .words {
    flex: 1;
    min-inline-size: 0;
  }
  :checked ~ .box {
    border-color: var(--mulin-river);
    background: var(--mulin-river);
    color: var(--mulin-on-river);
  }
  .card:has(:checked) {
    border-color: var(--mulin-river);
    background: var(--mulin-river-wash);
  }
  .card:active {
    background: var(--mulin-sunken);
  }
  .card:has(:focus-visible) {
    outline: var(--mulin-focus-width) solid var(--mulin-focus);
    outline-offset: var(--mulin-focus-gap);
  }
  .card:has(:disabled) {
    border-style: dashed;
    background: var(--mulin-sunken);
    color: var(--mulin-ink-2);
    cursor: not-allowed;
  }
  .card:has([aria-invalid='true']) {
    border-color: var(--mulin-cinnabar);
  }
  .hint {
    margin-block: var(--mulin-space-2) 0;
  }
  @media (forced-colors: active) {
    .box {
      forced-color-adjust: none;
    }
  }
`;
