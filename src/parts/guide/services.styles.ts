import { css } from 'lit';

export const servicesStyles = css`
  :host {
    container-type: inline-size;
  }
  section {
    --tone: var(--mulin-river);
    --wash: var(--mulin-river-wash);
  }
  section + section {
    margin-block-start: var(--mulin-space-6);
  }
  .relief {
    --tone: var(--mulin-cinnabar);
    --wash: var(--mulin-cinnabar-wash);
  }
  .community {
    --tone: var(--mulin-leaf);
    --wash: var(--mulin-leaf-wash);
  }
  .marriage {
    --tone: var(--mulin-amber);
    --wash: var(--mulin-amber-wash);
  }
  h2 {
    display: flex;
    align-items: center;
    gap: var(--mulin-space-3);
    margin-block-end: var(--mulin-space-4);
    font-size: var(--mulin-text-lead);
    line-height: var(--mulin-leading-tight);
  }
  .tile {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: calc(var(--mulin-icon) * 1.6);
    block-size: calc(var(--mulin-icon) * 1.6);
    border-radius: var(--mulin-radius-s);
    background: var(--wash);
    color: var(--tone);
  }
  ul {
    display: grid;
    gap: var(--mulin-space-4);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  @container (min-width: 30em) {
    ul {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 56em) {
    ul {
      grid-template-columns: repeat(3, 1fr);
    }
  }
  li {
    display: grid;
  }
  button {
    display: flex;
    align-items: center;
    gap: var(--mulin-space-3);
    min-block-size: var(--mulin-target-main);
    padding: var(--mulin-space-4);
    border: 1px solid var(--mulin-card-edge);
    border-radius: var(--mulin-radius-card);
    background: var(--mulin-surface);
    box-shadow: var(--mulin-shadow-card);
    text-align: start;
    cursor: pointer;
    transition: background-color var(--mulin-motion-quick) var(--mulin-motion-ease);
  }
  button:active {
    background: var(--mulin-sunken);
  }
  button > mulin-icon {
    color: var(--tone);
  }
  .words {
    display: grid;
    flex: 1;
    gap: var(--mulin-space-1);
    min-inline-size: 0;
  }
  b {
    font-weight: var(--mulin-weight-strong);
    font-size: var(--mulin-text-lead);
    line-height: var(--mulin-leading-tight);
  }
  .summary {
    color: var(--mulin-ink-2);
  }
  .bookable {
    display: inline-flex;
    align-items: center;
    gap: var(--mulin-space-2);
    color: var(--mulin-leaf);
    font-weight: var(--mulin-weight-strong);
    font-size: var(--mulin-text-small);
    --mulin-icon: 1.2em;
  }
  @media (forced-colors: active) {
    .tile {
      border: 1px solid CanvasText;
    }
  }
`;
