import { css } from 'lit';

export const styles = css`
  .keys {
    display: grid;
    grid-template-columns: repeat(6, 1fr);
    gap: var(--mulin-space-2);
    padding: var(--mulin-space-3);
    border-radius: var(--mulin-radius-main);
    background: var(--mulin-sunken);
  }
  button {
    grid-column: span 2;
    min-block-size: max(60px, var(--mulin-key));
    min-inline-size: 60px;
    padding: var(--mulin-space-1);
    border: var(--mulin-stroke) solid var(--mulin-edge);
    border-radius: var(--mulin-radius-control);
    background: var(--mulin-surface);
    font-weight: var(--mulin-weight-strong);
    cursor: pointer;
    user-select: none;
    touch-action: none; /* a sliding finger still means the key it began on */
  }
  .digit {
    font-size: var(--mulin-text-title);
  }
  .word {
    font-size: var(--mulin-text-body);
  }
  :host(:is([layout='letters'], [layout='credit-code'])) .keys {
    grid-template-columns: repeat(20, 1fr);
  }
  :host(:is([layout='letters'], [layout='credit-code'])) :is(.clear, .backspace) {
    grid-column: span 4;
  }
  :host([layout='letters']) .done {
    grid-column: span 20;
  }
  :host([layout='credit-code']) .done {
    grid-column: span 10;
  }
  .done {
    grid-column: span 6;
    border-color: var(--mulin-river);
    background: var(--mulin-river);
    color: var(--mulin-on-river);
  }
  .clear + .done {
    grid-column: span 4;
  }
  [data-pressed] {
    background: var(--mulin-river-wash);
    border-color: var(--mulin-river);
  }
  .done[data-pressed] {
    background: var(--mulin-river-deep);
  }
  @media (forced-colors: active) {
    .done {
      forced-color-adjust: none;
    }
  }
`;
