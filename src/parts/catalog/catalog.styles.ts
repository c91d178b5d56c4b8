import { css } from 'lit';

export const catalogStyles = css`
  :host {
    container-type: inline-size;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--mulin-space-4);
    margin-block-end: var(--mulin-space-5);
  }
  header mulin-search {
    flex: 1 0 100%;
  }
  h2 {
    flex: 1;
    font-size: var(--mulin-text-title);
    line-height: var(--mulin-leading-tight);
  }
  h2:focus {
    outline: none; /* the heading is only where reading begins */
  }

  .categories {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(4.2em, 1fr));
    gap: var(--mulin-space-2);
    margin-block-end: var(--mulin-space-4);
  }
  .category {
    display: grid;
    justify-items: center;
    align-content: start;
    gap: var(--mulin-space-2);
    min-block-size: var(--mulin-target);
    padding: var(--mulin-space-2) 0;
    border: var(--mulin-stroke) solid transparent;
    border-radius: var(--mulin-radius-control);
    background: none;
    font-size: var(--mulin-text-small);
    line-height: var(--mulin-leading-tight);
    cursor: pointer;
  }
  .disc {
    display: grid;
    place-items: center;
    inline-size: 2.9em;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--wash);
    color: var(--tone);
    --mulin-icon: 1.6em;
  }
  .disc .drawing {
    inline-size: 68%;
    stroke-width: 3;
  }
  .category:active {
    background: var(--mulin-sunken);
  }
  .category[aria-pressed='true'] {
    border-color: var(--mulin-river);
    background: var(--mulin-surface);
    font-weight: var(--mulin-weight-strong);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mulin-space-3) var(--mulin-space-5);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mulin-space-2);
  }
  .chip {
    min-block-size: max(48px, calc(var(--mulin-target) * 0.8));
    padding: var(--mulin-space-1) var(--mulin-space-4);
    border: var(--mulin-stroke) solid var(--mulin-edge);
    border-radius: var(--mulin-radius-round);
    background: var(--mulin-surface);
    font-size: var(--mulin-text-small);
    cursor: pointer;
  }
  .chip[aria-pressed='true'] {
    border-color: var(--mulin-river);
    background: var(--mulin-river);
    color: var(--mulin-on-river);
    font-weight: var(--mulin-weight-strong);
  }
  .count {
    margin-block: var(--mulin-space-3);
    color: var(--mulin-ink-2);
    font-size: var(--mulin-text-small);
  }

  mulin-virtual-grid {
    --mulin-cell: 14.2em;
    --mulin-cell-min: 9em;
  }
  .item {
    position: relative;
    display: grid;
    grid-template-rows: 6.2em auto auto 1fr auto;
    align-content: start;
    gap: 0.15em;
    padding: var(--mulin-space-3);
    border: 1px solid var(--mulin-card-edge);
    border-radius: var(--mulin-radius-card);
    background: var(--mulin-surface);
    box-shadow: var(--mulin-shadow-card);
    text-align: start;
    line-height: var(--mulin-leading-tight);
    cursor: pointer;
  }
  .item:active {
    background: var(--mulin-sunken);
  }
  .item > * {
    min-inline-size: 0;
  }
  .name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    margin-block-start: var(--mulin-space-2);
    overflow: hidden;
    font-weight: var(--mulin-weight-strong);
  }
  mark {
    border-radius: 0.15em;
    background: var(--mulin-amber-wash);
    color: var(--mulin-amber);
    text-decoration: underline 0.09em;
    text-underline-offset: 0.2em;
  }
  .spec,
  .price span,
  .shelf {
    overflow: hidden;
    color: var(--mulin-ink-2);
    font-size: var(--mulin-text-small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .price {
    align-self: end;
    overflow: hidden;
    white-space: nowrap;
  }
  .price b {
    color: var(--mulin-cinnabar);
    font-size: 1.12em;
    font-variant-numeric: tabular-nums;
  }
  .shelf {
    display: flex;
    justify-content: space-between;
    gap: var(--mulin-space-2);
    color: var(--mulin-leaf);
  }
  .shelf .soon {
    color: var(--mulin-amber);
    font-weight: var(--mulin-weight-strong);
  }
  .shelf.out {
    color: var(--mulin-ink-2);
  }
  .item:has(.out) .picture {
    background: var(--mulin-sunken);
    color: var(--mulin-ink-2);
  }
  .chosen {
    position: absolute;
    inset-block-start: var(--mulin-space-3);
    inset-inline-end: var(--mulin-space-3);
    padding: 0 var(--mulin-space-3);
    border-radius: var(--mulin-radius-round);
    background: var(--mulin-river);
    color: var(--mulin-on-river);
    font-weight: var(--mulin-weight-strong);
    font-size: var(--mulin-text-small);
  }

  /* One column: the picture stands beside the words. */
  @container (max-width: 18em) {
    mulin-virtual-grid {
      --mulin-cell: 9.6em;
    }
    .item {
      grid-template: auto auto 1fr auto / 5.5em 1fr;
      column-gap: var(--mulin-space-3);
    }
    .item .picture {
      grid-row: 1 / -1;
    }
    .item > :not(.picture, .chosen) {
      grid-column: 2;
    }
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'],
    .chosen {
      forced-color-adjust: none;
    }
    .item,
    .disc {
      border: 1px solid CanvasText;
    }
  }
`;
