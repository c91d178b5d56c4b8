/** A drawing for each kind of thing, shown where there is no photo. 64 × 64, one line, a breath of colour. Drawn for this house. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const drawings = {
  grain: svg`<path class="tint" d="M16 22h32l4 32H12z"/><path d="M16 22h32l4 32H12zM20 22c-4-6-2-10 4-10h16c6 0 8 4 4 10"/><path d="M32 47V33m0 6c-5 0-7-3-7-6 5 0 7 2 7 6zm0 0c5 0 7-3 7-6-5 0-7 2-7 6z"/>`,
  food: svg`<path class="tint" d="M14 26h36v24a4 4 0 0 1-4 4H18a4 4 0 0 1-4-4z"/><path d="M14 26h36v24a4 4 0 0 1-4 4H18a4 4 0 0 1-4-4z"/><path d="M11 18h42v8H11zM24 18v-6h16v6"/><path d="M25 36h14v9H25z"/>`,
  drink: svg`<path class="tint" d="M22 28h20v22a5 5 0 0 1-5 5H27a5 5 0 0 1-5-5z"/><path d="M27 9h10v8l5 9v24a5 5 0 0 1-5 5H27a5 5 0 0 1-5-5V26l5-9zM27 17h10M22 34h20m-20 11h20"/>`,
  clothes: svg`<path class="tint" d="M24 12 10 20l5 10 5-3v26h24V27l5 3 5-10-14-8c-2 4-14 4-16 0z"/><path d="M24 12 10 20l5 10 5-3v26h24V27l5 3 5-10-14-8c-2 4-14 4-16 0z"/><path d="M32 22v31M28 30h-3m11 0h3"/>`,
  shoes: svg`<path class="tint" d="M9 22c4 4 9 4 13 0l12 13c4 4 20 3 20 12v5H9z"/><path d="M9 22c4 4 9 4 13 0l12 13c4 4 20 3 20 12v5H9zM9 46h45"/><path d="m26 26-4 4m9 2-4 4"/>`,
  bedding: svg`<path class="tint" d="M10 30h44v16H10z"/><path d="M10 14v40m0-8h44m0 8V36a6 6 0 0 0-6-6H10"/><path d="M16 30v-4a4 4 0 0 1 4-4h8a4 4 0 0 1 4 4v4"/>`,
  daily: svg`<path class="tint" d="M18 30h28v20a5 5 0 0 1-5 5H23a5 5 0 0 1-5-5z"/><path d="M18 30h28v20a5 5 0 0 1-5 5H23a5 5 0 0 1-5-5zM26 30v-7h12v7M32 23v-9h12v4M27 14h5"/><path d="M26 42c2-2 4-2 6 0s4 2 6 0"/>`,
  kitchen: svg`<path class="tint" d="M12 28h40v12a12 12 0 0 1-12 12H24a12 12 0 0 1-12-12z"/><path d="M8 28h48M12 28v12a12 12 0 0 0 12 12h16a12 12 0 0 0 12-12V28M16 28c0-12 32-12 32 0M32 19v-4"/>`,
  electric: svg`<path class="tint" d="M22 12h20l8 20H14z"/><path d="M22 12h20l8 20H14zM32 32v20M22 54h20M42 32v8"/>`,
  books: svg`<path class="tint" d="M32 18c-5-4-12-5-20-5v36c8 0 15 1 20 5z"/><path d="M32 18c-5-4-12-5-20-5v36c8 0 15 1 20 5 5-4 12-5 20-5V13c-8 0-15 1-20 5zm0 0v36"/><path d="M18 23c3 0 6 .6 8 1.6M18 31c3 0 6 .6 8 1.6m20-9.6c-3 0-6 .6-8 1.6m8 6.4c-3 0-6 .6-8 1.6"/>`,
  stationery: svg`<path class="tint" d="M12 42 40 14l10 10-28 28H12z"/><path d="M12 42 40 14l10 10-28 28H12zM34 20l10 10M12 46l6 6"/>`,
  toys: svg`<circle class="tint" cx="32" cy="38" r="16"/><circle cx="32" cy="38" r="16"/><circle cx="18" cy="20" r="7"/><circle cx="46" cy="20" r="7"/><path d="M27 35v.2m10-.2v.2M28 43c2.5 2.6 5.5 2.6 8 0"/>`,
  sport: svg`<circle class="tint" cx="32" cy="32" r="21"/><circle cx="32" cy="32" r="21"/><path d="M11 32h42M32 11v42M18 16c8 9 8 23 0 32m28-32c-8 9-8 23 0 32"/>`,
  aids: svg`<circle class="tint" cx="28" cy="40" r="14"/><circle cx="28" cy="40" r="14"/><path d="M22 11v17h14l6 16h9M22 20h12"/><circle cx="28" cy="40" r="3"/>`,
  health: svg`<rect class="tint" x="10" y="20" width="44" height="34" rx="6"/><rect x="10" y="20" width="44" height="34" rx="6"/><path d="M24 20v-7h16v7M32 29v16m-8-8h16"/>`,
  craft: svg`<path class="tint" d="M32 10c13 0 23 9 23 20 0 8-6 11-12 11h-4c-4 0-5 3-3 6s0 7-4 7C19 54 9 44 9 32s10-22 23-22z"/><path d="M32 10c13 0 23 9 23 20 0 8-6 11-12 11h-4c-4 0-5 3-3 6s0 7-4 7C19 54 9 44 9 32s10-22 23-22z"/><circle cx="22" cy="26" r="2.5"/><circle cx="34" cy="20" r="2.5"/><circle cx="45" cy="28" r="2.5"/><circle cx="20" cy="38" r="2.5"/>`,
  trousers: svg`<path class="tint" d="M20 10h24l4 44H36l-4-28-4 28H16z"/><path d="M20 10h24l4 44H36l-4-28-4 28H16zM19 18h26"/>`,
  coat: svg`<path class="tint" d="M24 10 12 16l-4 28h9V30v26h30V30v14h9l-4-28-12-6-8 6z"/><path d="M24 10 12 16l-4 28h9V30v26h30V30v14h9l-4-28-12-6-8 6zM32 16v40M17 40h10m10 0h10"/>`,
  bag: svg`<path class="tint" d="M14 24h36v30H14z"/><path d="M14 24h36v30H14zM24 24c0-16 16-16 16 0M14 38h36M32 35v7"/>`,
  bowl: svg`<path class="tint" d="M10 32h44c0 12-8 18-14 20H24c-6-2-14-8-14-20z"/><path d="M8 32h48M10 32c0 12 8 18 14 20h16c6-2 14-8 14-20M26 24c-3-4 3-6 0-10m12 10c-3-4 3-6 0-10"/>`,
  cup: svg`<path class="tint" d="M22 22h20v30a4 4 0 0 1-4 4H26a4 4 0 0 1-4-4z"/><path d="M22 22h20v30a4 4 0 0 1-4 4H26a4 4 0 0 1-4-4zM24 22v-8h16v8M28 14V9h8v5M22 34h20"/>`,
  roll: svg`<ellipse class="tint" cx="30" cy="20" rx="18" ry="9"/><ellipse cx="30" cy="20" rx="18" ry="9"/><ellipse cx="30" cy="20" rx="5" ry="2.5"/><path d="M12 20v24c0 5 8 9 18 9s18-4 18-9V20M48 30v22h6V34z"/>`,
  umbrella: svg`<path class="tint" d="M8 34C8 8 56 8 56 34c-4-4-12-4-16 0-4-4-12-4-16 0-4-4-12-4-16 0z"/><path d="M8 34C8 8 56 8 56 34c-4-4-12-4-16 0-4-4-12-4-16 0-4-4-12-4-16 0zM32 14v-4m0 21v19c0 6 8 6 8 0"/>`,
  cane: svg`<path d="M22 22c0-14 20-14 20 0v34M22 22v4M37 56h10M42 34h-5"/><circle class="tint" cx="32" cy="14" r="5"/>`,
  chair: svg`<path class="tint" d="M16 30h32v8H16z"/><path d="M16 30h32v8H16zM18 30V10h20v20M18 38v18m28-18v18M18 20h20"/>`,
  clock: svg`<circle class="tint" cx="32" cy="34" r="20"/><circle cx="32" cy="34" r="20"/><path d="M32 22v13l8 5M14 14l-5 5m41-5 5 5"/>`,
  blocks: svg`<path class="tint" d="M10 34h20v20H10zM34 34h20v20H34zM22 12h20v20H22z"/><path d="M10 34h20v20H10zM34 34h20v20H34zM22 12h20v20H22zM29 22h6m-16 22h2m22 0h2"/>`,
  music: svg`<circle class="tint" cx="20" cy="46" r="8"/><circle cx="20" cy="46" r="8"/><circle cx="44" cy="40" r="8"/><path d="M28 46V18l24-6v28M28 26l24-6"/>`,
  gift: svg`<path class="tint" d="M12 30h40v24H12z"/><path d="M12 30h40v24H12zM9 20h46v10H9zM32 20v34M32 20c-4-9-14-10-14-4 0 3 5 4 14 4zm0 0c4-9 14-10 14-4 0 3-5 4-14 4z"/>`,
} as const satisfies Record<string, SVGTemplateResult>;
export type Drawing = keyof typeof drawings;

/** The colours of the house; neighbours on a shelf should differ. */
export type Tone = 'river' | 'amber' | 'leaf' | 'cinnabar';

/** Words that the id of a thing or of its category may have in it, what is drawn for it, and in which colour. */
const known: readonly (readonly [words: RegExp, drawing: Drawing, tone: Tone])[] = [
  [/coat|jacket|overcoat|cape|cardigan|qipao|suit/, 'coat', 'cinnabar'],
  [/trousers|jeans|johns/, 'trousers', 'cinnabar'],
  [/shoe(?!horn)|boot|slipper|trainer/, 'shoes', 'cinnabar'],
  [/(school|canvas)-bag|backpack|suitcase|sachet/, 'bag', 'cinnabar'],
  [/umbrella/, 'umbrella', 'river'],
  [/soap/, 'daily', 'river'],
  [/lamp|light|bulb|torch/, 'electric', 'amber'],
  [/dictionary|tales|journey-to|romance-of|poems/, 'books', 'river'],
  [/tissue|paper$|nappies|towels?$|wipes/, 'roll', 'river'],
  [/noodle|bowl|plate|congee|oats|starch/, 'bowl', 'amber'],
  [
    /flask|thermos|glasses$|milk|tea$|drink|snack|water|honey|oil|sauce|vinegar|wine|shampoo|wash$|detergent/,
    'drink',
    'leaf',
  ],
  [/tinned|tomato|luncheon|bean-curd|mustard|paste/, 'food', 'amber'],
  [/cane|stick|crutch|frame|rail/, 'cane', 'leaf'],
  [/chair|stool|desk$|table$/, 'chair', 'amber'],
  [/clock|calendar/, 'clock', 'amber'],
  [/block|puzzle|cube|chess|checkers|go-set|cards/, 'blocks', 'cinnabar'],
  [/harmonica|erhu|radio/, 'music', 'cinnabar'],
  [/ball|shuttlecock|badminton|rope|bats/, 'sport', 'leaf'],
  [/pencil|pens?$|brush|eraser|ruler|stapler|calculator/, 'stationery', 'river'],
  [/pressure|thermometer|meter|plaster|mask|pill|bracelet|care/, 'health', 'leaf'],
  [/quilt|blanket|sheet|pillow|mat$|bed/, 'bedding', 'leaf'],
  [/food|grain|rice|flour|beans?|millet|staple/, 'grain', 'amber'],
  [/cloth|wear/, 'clothes', 'cinnabar'],
  [/home|kitchen|cook|pan|pot/, 'kitchen', 'amber'],
  [/electr|appliance/, 'electric', 'amber'],
  [/book/, 'books', 'river'],
  [/toy|child|baby/, 'toys', 'cinnabar'],
  [/aid|elder|furniture/, 'aids', 'leaf'],
  [/craft|art|handmade/, 'craft', 'amber'],
  [/daily|clean|household/, 'daily', 'river'],
];
const found = (words: string) => known.find(([pattern]) => pattern.test(words));

/** The colour of a category: always the same one, wherever it stands. */
export const toneOf = (category: string): Tone => found(category)?.[2] ?? 'river';

/** What there is for a thing, else for its category; as large as its place. */
export const draw = (category: string, thing = ''): TemplateResult =>
  html`<svg class="drawing" viewBox="0 0 64 64" aria-hidden="true">
    ${drawings[found(thing)?.[1] ?? found(category)?.[1] ?? 'gift']}
  </svg>`;
