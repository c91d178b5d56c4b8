import { css } from 'lit';

export const styles = css`
  .line {
    display: inline-grid;
    grid-template-columns: auto minmax(2.6em, auto) auto;
    align-items: center;
    border: var(--mulin-stroke) solid var(--mulin-edge);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
  }
  button {
    display: grid;
    place-items: center;
    inline-size: max(60px, var(--mulin-target));
    block-size: max(60px, var(--mulin-target));
    border: 0;
    border-radius: var(--mulin-radius-control);
    background: none;
    color: var(--mulin-river);
    cursor: pointer;
    user-select: none;
  }
  button:active {
    background: var(--mulin-river-wash);
  }
  button:disabled {
    color: var(--mulin-line);
    cursor: not-allowed;
  }
  output {
    font-weight: var(--mulin-weight-strong);
    font-size: var(--mulin-text-lead);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  :host([compact]) .label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
