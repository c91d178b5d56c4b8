import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }
  :host([size='main']) {
    display: block;
  }
  .button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--mulin-space-2);
    inline-size: 100%;
    min-block-size: var(--mulin-target);
    min-inline-size: var(--mulin-target);
    padding: var(--mulin-space-2) var(--mulin-space-4);
    border: var(--mulin-stroke) solid var(--edge);
    border-radius: var(--mulin-radius-control);
    background: var(--ground);
    color: var(--text);
    font-weight: var(--mulin-weight-strong);
    font-size: var(--mulin-text-body);
    line-height: var(--mulin-leading-tight);
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    user-select: none;
    transition: background-color var(--mulin-motion-quick) var(--mulin-motion-ease);

    --ground: var(--mulin-surface);
    --pressed: var(--mulin-sunken);
    --text: var(--mulin-ink);
    --edge: var(--mulin-edge);
  }
  .primary {
    --ground: var(--mulin-river);
    --pressed: var(--mulin-river-deep);
    --text: var(--mulin-on-river);
    --edge: var(--mulin-river);
  }
  .danger {
    --ground: var(--mulin-cinnabar);
    --pressed: var(--mulin-cinnabar-deep);
    --text: var(--mulin-on-cinnabar);
    --edge: var(--mulin-cinnabar);
  }
  :host([size='main']) .button {
    min-block-size: var(--mulin-target-main);
    padding-inline: var(--mulin-space-5);
    border-radius: var(--mulin-radius-main);
    font-size: var(--mulin-text-lead);
  }
  :host([label]:not([label=''])) .button {
    padding-inline: var(--mulin-space-3);
  }
  .button:active {
    background: var(--pressed);
  }
  /* Off: set back, without a fill; the words stay readable. */
  .button:disabled,
  .button[aria-disabled='true']:not([aria-busy]) {
    border-style: dashed;
    --ground: var(--mulin-sunken);
    --pressed: var(--mulin-sunken);
    --text: var(--mulin-ink-2);
    --edge: var(--mulin-edge);
    cursor: not-allowed;
  }
  .button[aria-busy] {
    --ground: var(--pressed);
    cursor: progress;
  }
  .turning {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    border: 0.14em solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .turning {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .primary,
    .danger {
      forced-color-adjust: none;
    }
  }
`;
