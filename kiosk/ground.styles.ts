import { css } from 'lit';

/** What the terminal's own elements begin with. */
export const ground = css`
  :host {
    display: block;
    box-sizing: border-box;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  p {
    margin: 0;
    line-height: var(--mulin-leading-tight);
  }
  button {
    min-block-size: var(--mulin-target);
    min-inline-size: var(--mulin-target);
    font: inherit;
    color: inherit;
    text-align: start;
    cursor: pointer;
    user-select: none;
    touch-action: manipulation;
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
