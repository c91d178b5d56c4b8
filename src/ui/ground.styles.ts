import { css } from 'lit';

/** What every element of the house begins with. */
export const ground = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--mulin-ink);
    font-family: var(--mulin-font, inherit);
    font-size: var(--mulin-text-body);
    line-height: var(--mulin-leading);
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  p,
  h2,
  h3,
  dl,
  dd,
  ol,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ol {
    list-style: none;
  }
  button,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button,
  a,
  label {
    touch-action: manipulation; /* a quick second tap is a tap, not a zoom */
  }
  :focus-visible {
    outline: var(--mulin-focus-width) solid var(--mulin-focus);
    outline-offset: var(--mulin-focus-gap);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** A sheet that lies on the paper. */
export const card = css`
  .card {
    padding: var(--mulin-space-5);
    border: 1px solid var(--mulin-card-edge);
    border-radius: var(--mulin-radius-card);
    background: var(--mulin-surface);
    box-shadow: var(--mulin-shadow-card);
  }
`;
