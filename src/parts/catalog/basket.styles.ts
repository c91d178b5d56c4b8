import { css } from 'lit';

export const basketStyles = css`
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
    font-size: var(--mulin-text-title);
    line-height: var(--mulin-leading-tight);
  }
  h2:focus {
    outline: none; /* the heading is only where reading begins */
  }
  ul {
    display: grid;
    gap: var(--mulin-space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 4em 1fr auto auto;
    align-items: center;
    gap: var(--mulin-space-3);
    padding: var(--mulin-space-3);
    border: 1px solid var(--mulin-card-edge);
    border-radius: var(--mulin-radius-card);
    background: var(--mulin-surface);
    box-shadow: var(--mulin-shadow-card);
  }
  li .picture {
    aspect-ratio: 1;
  }
  .words {
    display: grid;
    min-inline-size: 0;
    line-height: var(--mulin-leading-tight);
  }
  .price {
    color: var(--mulin-cinnabar);
    font-variant-numeric: tabular-nums;
  }
  .gone {
    color: var(--mulin-cinnabar);
    font-weight: var(--mulin-weight-strong);
    font-size: var(--mulin-text-small);
  }
  @container (max-width: 30em) {
    li {
      grid-template-columns: 4em 1fr auto;
    }
    li .words {
      grid-column: 2 / -1;
    }
    li mulin-quantity {
      grid-column: 1 / 3;
    }
  }
  .sum {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--mulin-space-3);
    padding: var(--mulin-space-4);
    border-radius: var(--mulin-radius-main);
    background: var(--mulin-river-wash);
  }
  .sum b {
    font-size: var(--mulin-text-lead);
    font-variant-numeric: tabular-nums;
  }
  .kept {
    color: var(--mulin-ink-2);
  }
`;
