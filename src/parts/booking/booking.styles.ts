import { css } from 'lit';

export const bookingStyles = css`
  :host {
    display: block;
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
    margin: 0;
    font-size: var(--mulin-text-title);
    line-height: var(--mulin-leading-tight);
  }
  h2:focus {
    outline: none; /* the heading is only where reading begins */
  }
  header p {
    margin: 0;
    color: var(--mulin-ink-2);
  }
  mulin-steps {
    grid-column: 1 / -1;
    margin-block-start: var(--mulin-space-4);
  }
  [part='step'] {
    display: grid;
    gap: var(--mulin-space-4);
  }
  mulin-notice,
  mulin-held {
    display: block;
    margin-block-end: var(--mulin-space-4);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mulin-space-3);
  }
  [part='forward'] {
    /* the way forward stays in sight, however long the month is */
    position: sticky;
    inset-block-end: 0;
    display: grid;
    gap: var(--mulin-space-3);
    padding-block: var(--mulin-space-3);
    background: var(--mulin-paper);
  }
  @container (min-width: 44em) {
    [part='forward'] {
      grid-template-columns: 1fr 1fr;
    }
  }
  [part='forward'] p {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--mulin-space-3);
    align-items: center;
    margin: 0;
    padding: var(--mulin-space-4);
    border-radius: var(--mulin-radius-main);
    background: var(--mulin-river-wash);
  }
`;
