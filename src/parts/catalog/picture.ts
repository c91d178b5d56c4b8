import { css, html, type TemplateResult } from 'lit';
import type { Item } from '../../model/catalog/queries.ts';
import { draw, toneOf } from './drawings.ts';

/** What it looks like: a photo once it has come, and until then, or where there is none, a drawing of its category. */
export const pictureOf = ({ id, category, picture }: Item): TemplateResult =>
  html`<span class="picture ${toneOf(category)}"
    >${draw(category, id)}${
      picture
        ? html`<img
            src=${picture}
            alt=""
            loading="lazy"
            decoding="async"
            @error=${(event: Event) => ((event.target as HTMLElement).hidden = true)}
          />`
        : ''
    }</span
  >`;

export const pictureStyles = css`
  .river {
    --tone: var(--mulin-river);
    --wash: var(--mulin-river-wash);
  }
  .amber {
    --tone: var(--mulin-amber);
    --wash: var(--mulin-amber-wash);
  }
  .leaf {
    --tone: var(--mulin-leaf);
    --wash: var(--mulin-leaf-wash);
  }
  .cinnabar {
    --tone: var(--mulin-cinnabar);
    --wash: var(--mulin-cinnabar-wash);
  }
  .ink {
    --tone: var(--mulin-ink);
    --wash: var(--mulin-sunken);
  }
  .picture {
    position: relative;
    display: grid;
    place-items: center;
    overflow: hidden;
    border-radius: var(--mulin-radius-s);
    background: var(--wash);
    color: var(--tone);
  }
  .picture img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .drawing {
    inline-size: min(62%, 5em);
    aspect-ratio: 1;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .drawing .tint {
    fill: currentColor;
    fill-opacity: 0.12;
    stroke: none;
  }
`;
