// Made from tokens.json by scripts/build-tokens.mjs: change that, not this.
/** Every token as a custom property on `:host`, by theme and place: the ground of mulin-scope. */
export const tokens = `
:host {
  color-scheme: light;
  --mulin-font: 'Noto Sans SC Variable', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif;
  --mulin-weight-regular: 400;
  --mulin-weight-strong: 700;
  --mulin-leading: 1.5;
  --mulin-leading-tight: 1.3;
  --mulin-radius-s: 12px;
  --mulin-radius-m: 20px;
  --mulin-radius-l: 32px;
  --mulin-radius-round: 999px;
  --mulin-motion-quick: 120ms;
  --mulin-motion-calm: 240ms;
  --mulin-motion-ease: cubic-bezier(0.2, 0, 0, 1);
  --mulin-board-paper: #063a45;
  --mulin-board-surface: #1f4e58;
  --mulin-board-ink: #ffffff;
  --mulin-board-ink-2: #d5e4e7;
  --mulin-board-call: #ffe0ad;
  --mulin-paper: #f7f4ee;
  --mulin-surface: #ffffff;
  --mulin-sunken: #efeae0;
  --mulin-line: #d9d2c4;
  --mulin-edge: #877e6c;
  --mulin-ink: #1b2528;
  --mulin-ink-2: #414c50;
  --mulin-river: #0b5563;
  --mulin-river-deep: #063a45;
  --mulin-river-wash: #e4eff1;
  --mulin-on-river: #ffffff;
  --mulin-cinnabar: #9b1c14;
  --mulin-cinnabar-deep: #7a130d;
  --mulin-cinnabar-wash: #fdebe8;
  --mulin-on-cinnabar: #ffffff;
  --mulin-amber: #734400;
  --mulin-amber-wash: #fdf0da;
  --mulin-leaf: #1b5730;
  --mulin-leaf-wash: #e4f1e7;
  --mulin-focus: #b85c00;
  --mulin-veil: #1b2528;
  --mulin-card-edge: #ffffff;
  --mulin-shadow-card: 0 1px 2px 0 rgb(27 37 40 / 0.06), 0 6px 18px 0 rgb(27 37 40 / 0.07);
  --mulin-shadow-dialog: 0 2px 6px 0 rgb(27 37 40 / 0.1), 0 20px 60px 0 rgb(27 37 40 / 0.25);
  --mulin-text-small: 15px;
  --mulin-text-body: 17px;
  --mulin-text-lead: 20px;
  --mulin-text-title: 24px;
  --mulin-text-display: 34px;
  --mulin-space-1: 4px;
  --mulin-space-2: 8px;
  --mulin-space-3: 12px;
  --mulin-space-4: 16px;
  --mulin-space-5: 24px;
  --mulin-space-6: 32px;
  --mulin-space-7: 48px;
  --mulin-radius-control: var(--mulin-radius-s);
  --mulin-radius-main: var(--mulin-radius-m);
  --mulin-radius-card: var(--mulin-radius-m);
  --mulin-target: 48px;
  --mulin-target-main: 56px;
  --mulin-key: 60px;
  --mulin-icon: 24px;
  --mulin-stroke: 1.5px;
  --mulin-focus-width: 3px;
  --mulin-focus-gap: 2px;
}
:host([theme~='elder']) {
  --mulin-text-small: 19px;
  --mulin-text-body: 22px;
  --mulin-text-lead: 26px;
  --mulin-text-title: 30px;
  --mulin-text-display: 40px;
  --mulin-space-1: 4px;
  --mulin-space-2: 8px;
  --mulin-space-3: 14px;
  --mulin-space-4: 20px;
  --mulin-space-5: 28px;
  --mulin-space-6: 36px;
  --mulin-space-7: 52px;
  --mulin-radius-control: var(--mulin-radius-s);
  --mulin-radius-main: var(--mulin-radius-m);
  --mulin-radius-card: var(--mulin-radius-m);
  --mulin-target: 60px;
  --mulin-target-main: 68px;
  --mulin-key: 64px;
  --mulin-icon: 28px;
  --mulin-stroke: 2px;
  --mulin-focus-width: 4px;
  --mulin-focus-gap: 2px;
}
:host([theme~='contrast']) {
  color-scheme: dark;
  --mulin-paper: #000000;
  --mulin-surface: #000000;
  --mulin-sunken: #1c1c1c;
  --mulin-line: #8c8c8c;
  --mulin-edge: #ffffff;
  --mulin-ink: #ffffff;
  --mulin-ink-2: #e6e6e6;
  --mulin-river: #ffe14d;
  --mulin-river-deep: #fff2a8;
  --mulin-river-wash: #2b2600;
  --mulin-on-river: #000000;
  --mulin-cinnabar: #ffb3ab;
  --mulin-cinnabar-deep: #ffd4cf;
  --mulin-cinnabar-wash: #330a07;
  --mulin-on-cinnabar: #000000;
  --mulin-amber: #ffc46b;
  --mulin-amber-wash: #2e1d00;
  --mulin-leaf: #9be8b0;
  --mulin-leaf-wash: #04270f;
  --mulin-focus: #59d7ff;
  --mulin-veil: #3a3a3a;
  --mulin-card-edge: #8c8c8c;
  --mulin-shadow-card: 0 0 0 0 rgb(27 37 40 / 0);
  --mulin-shadow-dialog: 0 0 0 0 rgb(27 37 40 / 0);
}
@media (min-width: 800px) {
  :host([terminal]) {
    --mulin-text-small: 28px;
    --mulin-text-body: 30px;
    --mulin-text-lead: 40px;
    --mulin-text-title: 48px;
    --mulin-text-display: 68px;
    --mulin-space-1: 6px;
    --mulin-space-2: 12px;
    --mulin-space-3: 18px;
    --mulin-space-4: 28px;
    --mulin-space-5: 40px;
    --mulin-space-6: 56px;
    --mulin-space-7: 80px;
    --mulin-radius-control: var(--mulin-radius-m);
    --mulin-radius-main: var(--mulin-radius-l);
    --mulin-radius-card: var(--mulin-radius-l);
    --mulin-target: 84px;
    --mulin-target-main: 120px;
    --mulin-key: 96px;
    --mulin-icon: 44px;
    --mulin-stroke: 2px;
    --mulin-focus-width: 5px;
    --mulin-focus-gap: 3px;
  }
  :host([terminal][theme~='elder']) {
    --mulin-text-small: 36px;
    --mulin-text-body: 38px;
    --mulin-text-lead: 46px;
    --mulin-text-title: 56px;
    --mulin-text-display: 76px;
    --mulin-space-1: 6px;
    --mulin-space-2: 12px;
    --mulin-space-3: 20px;
    --mulin-space-4: 30px;
    --mulin-space-5: 44px;
    --mulin-space-6: 56px;
    --mulin-space-7: 80px;
    --mulin-radius-control: var(--mulin-radius-m);
    --mulin-radius-main: var(--mulin-radius-l);
    --mulin-radius-card: var(--mulin-radius-l);
    --mulin-target: 92px;
    --mulin-target-main: 132px;
    --mulin-key: 104px;
    --mulin-icon: 52px;
    --mulin-stroke: 3px;
    --mulin-focus-width: 6px;
    --mulin-focus-gap: 3px;
  }
}
@media (prefers-reduced-motion: reduce) {
  :host {
    --mulin-motion-quick: 0ms;
    --mulin-motion-calm: 0ms;
  }
}
@media (forced-colors: active) {
  :host, :host([theme~='contrast']) {
    --mulin-paper: Canvas;
    --mulin-surface: Canvas;
    --mulin-sunken: Canvas;
    --mulin-river-wash: Canvas;
    --mulin-cinnabar-wash: Canvas;
    --mulin-amber-wash: Canvas;
    --mulin-leaf-wash: Canvas;
    --mulin-on-river: Canvas;
    --mulin-on-cinnabar: Canvas;
    --mulin-veil: Canvas;
    --mulin-ink: CanvasText;
    --mulin-ink-2: CanvasText;
    --mulin-line: CanvasText;
    --mulin-edge: CanvasText;
    --mulin-card-edge: CanvasText;
    --mulin-river: CanvasText;
    --mulin-river-deep: CanvasText;
    --mulin-cinnabar: CanvasText;
    --mulin-cinnabar-deep: CanvasText;
    --mulin-amber: CanvasText;
    --mulin-leaf: CanvasText;
    --mulin-focus: Highlight;
  }
}
`;
