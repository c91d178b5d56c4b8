import { css } from 'lit';

/** What the steps of a booking share: one column, one way forward at its end. */
export const stepStyles = css`
  :host {
    display: block;
  }
  form,
  fieldset,
  .question {
    display: grid;
    gap: var(--mulin-space-4);
  }
  form {
    gap: var(--mulin-space-5);
  }
  p {
    margin: 0;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: var(--mulin-space-3);
    padding: 0;
    font-weight: var(--mulin-weight-strong);
  }
`;
