import { css } from 'lit';

/** What the elements of records share: one column, a head with the way back. */
export const recordsStyles = css`
  :host {
    container-type: inline-size;
    scroll-margin-block-start: var(--mulin-space-5);
  }
  header {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    column-gap: var(--mulin-space-4);
    margin-block-end: var(--mulin-space-5);
  }
  header mulin-button {
    grid-row: span 2;
  }
  h2 {
    font-size: var(--mulin-text-title);
    line-height: var(--mulin-leading-tight);
  }
  h3 {
    font-size: var(--mulin-text-lead);
    line-height: var(--mulin-leading-tight);
  }
  h2:focus,
  h3:focus {
    outline: none; /* the heading is only where reading begins */
  }
  header p {
    color: var(--mulin-ink-2);
  }
  .step,
  form,
  section {
    display: grid;
    gap: var(--mulin-space-4);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mulin-space-3);
  }
  .hint {
    color: var(--mulin-ink-2);
    font-size: var(--mulin-text-small);
  }
`;

/** A word on a tinted ground; what it says never hangs on the colour alone. */
export const stateStyles = css`
  .state {
    justify-self: start;
    padding: var(--mulin-space-1) var(--mulin-space-3);
    border-radius: var(--mulin-radius-round);
    background: var(--mulin-river-wash);
    color: var(--mulin-river-deep);
    font-weight: var(--mulin-weight-strong);
    white-space: nowrap;
  }
  .state.asked,
  .state.late {
    background: var(--mulin-amber-wash);
    color: var(--mulin-amber);
  }
  .state.granted {
    background: var(--mulin-leaf-wash);
    color: var(--mulin-leaf);
  }
  .state.refused {
    background: var(--mulin-cinnabar-wash);
    color: var(--mulin-cinnabar);
  }
  .state.withdrawn {
    background: var(--mulin-sunken);
    color: var(--mulin-ink-2);
  }
`;
