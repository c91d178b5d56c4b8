import { css } from 'lit';

export const styles = css`
  mulin-scope {
    block-size: 100dvh;
  }
  .frame {
    display: grid;
    grid-template: 'bar' auto 'reach' auto 'main' minmax(0, 1fr) 'dock' auto / minmax(0, 1fr);
    block-size: 100%;
  }
  mulin-reach {
    grid-area: reach;
    padding: 0 var(--gutter) var(--mulin-space-3);
  }
  kiosk-dock {
    grid-area: dock;
  }
  kiosk-bar {
    grid-area: bar;
    padding: var(--mulin-space-3) var(--gutter);
  }
  main {
    grid-area: main;
    padding: var(--mulin-space-3) var(--gutter) 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    touch-action: pan-y;
    scrollbar-width: thin;
    scrollbar-color: var(--mulin-edge) transparent;
  }
  main:focus {
    outline: none; /* where reading begins; nothing to press */
  }
  .frame {
    --gutter: var(--mulin-space-6);
  }
  .at-home kiosk-bar {
    padding-block: var(--mulin-space-5) var(--mulin-space-4);
  }
  .at-home kiosk-dock {
    padding: var(--mulin-space-3) var(--gutter) var(--mulin-space-5);
  }
  .screen {
    max-inline-size: 1040px;
    margin-inline: auto;
    padding-block-end: var(--mulin-space-6);
  }
  .at-home .screen {
    display: grid;
    max-inline-size: none;
    min-block-size: 100%;
    padding-block-end: var(--mulin-space-3);
  }
  .list-head {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    column-gap: var(--mulin-space-4);
    margin-block-end: var(--mulin-space-5);
  }
  .list-head mulin-button {
    grid-row: span 2;
  }
  .list-head h2 {
    font-size: var(--mulin-text-title);
  }
  .list-head p {
    color: var(--mulin-ink-2);
  }
  .toast {
    position: fixed;
    inset-block-end: calc(var(--mulin-target-main) + 3 * var(--mulin-space-5));
    inset-inline: 0;
    display: grid;
    place-items: center;
    padding-inline: var(--gutter);
    pointer-events: none;
  }
  .toast p {
    padding: var(--mulin-space-3) var(--mulin-space-5);
    border-radius: var(--mulin-radius-round);
    background: var(--mulin-ink);
    color: var(--mulin-paper);
    box-shadow: var(--mulin-shadow-dialog);
  }
  @media (min-width: 1200px) and (orientation: landscape) {
    .at-home kiosk-bar {
      padding-block: var(--mulin-space-4) var(--mulin-space-2);
    }
    .at-home kiosk-dock {
      padding-block: var(--mulin-space-2) var(--mulin-space-4);
    }
    .frame:not(.at-home) .wide {
      max-inline-size: 1720px;
    }
  }
  @media (max-width: 799px) {
    .frame {
      --gutter: var(--mulin-space-4);
    }
    .at-home kiosk-bar {
      padding-block: var(--mulin-space-4) var(--mulin-space-2);
    }
    .at-home kiosk-dock {
      padding-block: var(--mulin-space-2) var(--mulin-space-3);
    }
  }
`;
