import { css } from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto max-content max-content; /* the first two share what is left */
    gap: var(--mulin-space-5);
    min-block-size: 100%;
  }
  section {
    min-inline-size: 0;
  }

  .hero {
    position: relative;
    display: grid;
    align-content: center;
    gap: var(--mulin-space-3);
    min-block-size: 7em;
    padding: var(--mulin-space-6);
    border-radius: var(--mulin-radius-card);
    background: var(--mulin-river);
    color: var(--mulin-on-river);
    overflow: hidden;
    isolation: isolate;
  }
  .hero h2 {
    font-size: var(--mulin-text-display);
  }
  .hero h2,
  .hero p {
    max-inline-size: 22em;
    text-wrap: balance;
    word-break: keep-all; /* Chinese lines end at a comma */
  }
  .rings {
    position: absolute;
    inset: 0;
    z-index: -1;
    inline-size: 100%;
    block-size: 100%;
  }
  .rings ellipse {
    fill: currentColor;
    fill-opacity: 0.06;
  }
  .rings .still {
    fill: var(--mulin-river);
    fill-opacity: 1;
    stroke: currentColor;
    stroke-opacity: 0.22;
    stroke-width: 1.5;
  }

  .tiles {
    display: grid;
    gap: var(--mulin-space-4);
  }
  .tile {
    display: flex;
    align-items: center;
    gap: var(--mulin-space-4);
    min-block-size: 5.8em;
    padding: var(--mulin-space-4) var(--mulin-space-5) var(--mulin-space-4) var(--mulin-space-4);
    border: var(--mulin-stroke) solid var(--mulin-card-edge);
    border-radius: var(--mulin-radius-card);
    background: var(--mulin-surface);
    box-shadow: var(--mulin-shadow-card);
  }
  .tile:active {
    background: var(--mulin-sunken);
  }
  .drawing {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: min(3.8em, 114px); /* larger text needs the room beside it */
    block-size: min(3.8em, 114px);
    border-radius: var(--mulin-radius-main);
    background: var(--wash);
    color: var(--tone);
    --mulin-icon: 2em;
  }
  .book {
    --tone: var(--mulin-river);
    --wash: var(--mulin-river-wash);
  }
  .apply,
  .guides {
    --tone: var(--mulin-amber);
    --wash: var(--mulin-amber-wash);
  }
  .ticket {
    --tone: var(--mulin-leaf);
    --wash: var(--mulin-leaf-wash);
  }
  .shop {
    --tone: var(--mulin-cinnabar);
    --wash: var(--mulin-cinnabar-wash);
  }
  .appointment,
  .records {
    --tone: var(--mulin-ink);
    --wash: var(--mulin-sunken);
  }
  .words {
    flex: 1;
    min-inline-size: 0;
  }
  .name {
    display: block;
    font-weight: var(--mulin-weight-strong);
    font-size: var(--mulin-text-title);
    line-height: var(--mulin-leading-tight);
  }
  .hint {
    display: block;
    margin-block-start: var(--mulin-space-1);
    color: var(--mulin-ink-2);
    line-height: var(--mulin-leading-tight);
    text-wrap: balance;
  }
  .onward {
    color: var(--mulin-ink-2);
  }

  .frequent h2 {
    margin-block-end: var(--mulin-space-3);
    font-size: var(--mulin-text-body);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--mulin-space-3);
  }
  .chip {
    padding: var(--mulin-space-2) var(--mulin-space-5);
    border: var(--mulin-stroke) solid var(--mulin-line);
    border-radius: var(--mulin-radius-round);
    background: var(--mulin-surface);
    line-height: var(--mulin-leading-tight);
  }
  .chip:active {
    background: var(--mulin-sunken);
  }

  .privacy {
    display: flex;
    align-items: center;
    gap: var(--mulin-space-3);
    color: var(--mulin-ink-2);
    font-size: var(--mulin-text-small);
    line-height: var(--mulin-leading);
  }

  /* In large letters the names say enough, and nobody has to scroll for a way in. */
  @media (min-width: 800px) {
    .tiles {
      container-type: inline-size;
    }
  }
  @container (max-width: 30em) {
    :host(kiosk-home) .hint {
      display: none;
    }
    :host(kiosk-home) .tile {
      min-block-size: 4em;
      padding-block: var(--mulin-space-2);
    }
  }

  /* A terminal that stands: two beside each other; one that is left over takes the whole row. */
  @media (min-width: 800px) and (orientation: portrait) {
    .tiles {
      grid-template-columns: 1fr 1fr;
    }
    .tile:last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
    .tile {
      gap: var(--mulin-space-3);
      padding: var(--mulin-space-3);
    }
    .drawing {
      inline-size: 3em;
      block-size: 3em;
      --mulin-icon: 1.7em;
    }
    .onward {
      display: none;
    }
  }

  /* A screen that lies on its side: the greeting and what people often need on the left, the ways in on the right. */
  @media (min-width: 1200px) and (orientation: landscape) {
    :host {
      grid-template: 'hero tiles' 1fr 'frequent tiles' auto 'privacy privacy' auto / 1fr 1fr;
    }
    .hero {
      grid-area: hero;
      min-block-size: 5em;
    }
    .tiles {
      grid-area: tiles;
    }
    .frequent {
      grid-area: frequent;
    }
    .privacy {
      grid-area: privacy;
    }
    .tile {
      gap: var(--mulin-space-3);
      min-block-size: 4em;
      padding: var(--mulin-space-2) var(--mulin-space-3);
    }
    .tiles:has(.tile:nth-child(5)) {
      grid-template-columns: 1fr 1fr;
    }
    .tiles:has(.tile:nth-child(5)) .onward {
      display: none;
    }
    .tile:nth-child(n + 5):last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
    .drawing {
      inline-size: 2.8em;
      block-size: 2.8em;
      --mulin-icon: 1.6em;
    }
  }
  @media (max-width: 799px) {
    :host {
      gap: var(--mulin-space-4);
    }
    .hero {
      min-block-size: 7em;
      padding: var(--mulin-space-4) var(--mulin-space-5);
    }
    .tiles {
      gap: var(--mulin-space-3);
    }
    .tile {
      min-block-size: 4.9em;
      padding: var(--mulin-space-3) var(--mulin-space-4) var(--mulin-space-3) var(--mulin-space-3);
    }
    .drawing {
      inline-size: 3.2em;
      block-size: 3.2em;
    }
    .chip {
      padding-inline: var(--mulin-space-4);
    }
  }
  @media (forced-colors: active) {
    .tile,
    .hero {
      border: 1px solid CanvasText;
    }
  }
`;
