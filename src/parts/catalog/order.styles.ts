import { css } from 'lit';

/** What the screens around a reservation share: one column, a title with a way back, one way forward. */
export const orderStyles = css`
  :host {
    display: grid;
    gap: var(--mulin-space-4);
    container-type: inline-size;
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--mulin-space-4);
  }
  h2 {
    flex: 1;
    font-size: var(--mulin-text-title);
    line-height: var(--mulin-leading-tight);
  }
  h2:focus {
    outline: none; /* the heading is only where reading begins */
  }
  h3 {
    margin-block-end: var(--mulin-space-3);
    font-size: var(--mulin-text-lead);
  }
  form {
    display: grid;
    gap: var(--mulin-space-5);
  }
  .card > mulin-facts {
    margin-block: calc(-1 * var(--mulin-space-3));
  }
  .balance {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--mulin-space-3);
  }
  .balance b {
    font-size: var(--mulin-text-display);
    line-height: var(--mulin-leading-tight);
    font-variant-numeric: tabular-nums;
  }
  .balance .unit,
  .quiet {
    color: var(--mulin-ink-2);
  }
`;
