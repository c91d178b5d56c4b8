/** What every subject shows, and what the benchmark must know to look at it. */
import { css, html, type TemplateResult } from 'lit';

export interface Good {
  readonly id: number;
  readonly name: string;
  readonly price: string;
}

/** Height and least width of a card, and what lies between two; CSS pixels. */
export const SIZE = { height: 398, width: 270, gap: 18 } as const;

export const goods: readonly Good[] = Array.from({ length: 10_000 }, (_, id) => ({
  id,
  name: `大白兔加厚羽绒服 ${id + 1} 号`,
  price: `${(id * 37) % 990}.50 元`,
}));

/** A card as the catalog draws it. */
export const card = ({ id, name, price }: Good): TemplateResult =>
  html`<button type="button" class="item" data-id=${id}>
    <span class="picture"
      ><svg viewBox="0 0 64 64">
        <path d="M24 12 10 20l5 10 5-3v26h24V27l5 3 5-10-14-8c-2 4-14 4-16 0z" />
        <path d="M32 22v31M28 30h-3m11 0h3" /></svg
    ></span>
    <span class="name">${name}</span><span class="spec">九成新以上</span>
    <span class="price"><b>${price}</b> <span>或 25 积分</span></span>
    <span class="shelf"><span>还有 3 件</span><span>保质期到12月20日</span></span>
  </button>`;

export const looks = css`
  .item {
    display: grid;
    grid-template-rows: 180px auto auto 1fr auto;
    gap: 4px;
    inline-size: 100%;
    block-size: 100%;
    padding: 18px;
    border: 1px solid #fff;
    border-radius: 32px;
    background: #fff;
    box-shadow: 0 6px 18px rgb(27 37 40 / 0.07);
    font: 30px/1.3 sans-serif;
    text-align: start;
  }
  .picture {
    display: grid;
    place-items: center;
    background: #e4eff1;
  }
  svg {
    inline-size: 110px;
    fill: none;
    stroke: #0b5563;
  }
  .spec,
  .shelf {
    font-size: 28px;
  }
  .shelf {
    display: flex;
    justify-content: space-between;
    overflow: hidden;
    white-space: nowrap;
  }
`;

export function present(root: ParentNode): void {
  Object.assign(globalThis, {
    subject: {
      /** Ids of the cards that a person sees now. */
      seen: (): string[] =>
        [...root.querySelectorAll<HTMLElement>('.item')]
          .filter((one) => {
            const { top, bottom } = one.getBoundingClientRect();
            return bottom > 0 && top < innerHeight;
          })
          .map(({ dataset }) => dataset['id'] ?? ''),
      cards: (): number => root.querySelectorAll('.item').length,
    },
  });
}
