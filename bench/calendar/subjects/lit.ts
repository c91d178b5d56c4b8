/** What a day's work with Lit gives: numbers in a shadow root; no keys, no roles, no names. */
import { html, LitElement, unsafeCSS, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { present } from './subject.ts';

const css = `
  .head { display: flex; justify-content: space-between; }
  .head button { width: 60px; height: 60px; }
  .grid { display: grid; grid-template-columns: repeat(7, 1fr); gap: 6px; text-align: center; }
  .day { display: flex; flex-direction: column; align-items: center; min-height: 60px; }`;

class LitGrid extends LitElement {
  static override styles = unsafeCSS(css);
  @state() private shown = new Date(2026, 11, 1);

  override render(): TemplateResult {
    const [year, month] = [this.shown.getFullYear(), this.shown.getMonth()];
    const before = (this.shown.getDay() + 6) % 7;
    const count = new Date(year, month + 1, 0).getDate();
    const cells = Array.from({ length: before + count }, (_, i) => i - before + 1);
    return html`<div class="head">
        <button @click=${() => this.#turn(-1)}>‹</button>
        <h2>${year}年${month + 1}月</h2>
        <button @click=${() => this.#turn(1)}>›</button>
      </div>
      <div class="grid">
        ${['一', '二', '三', '四', '五', '六', '日'].map((day) => html`<b>周${day}</b>`)}
      </div>
      <div class="grid">
        ${cells.map((day) => (day < 1 ? html`<i></i>` : html`<button class="day">${day}</button>`))}
      </div>`;
  }

  #turn(step: number): void {
    this.shown = new Date(this.shown.getFullYear(), this.shown.getMonth() + step, 1);
  }
}
customElements.define('lit-grid', LitGrid);

const grid = document.createElement('lit-grid');
document.body.append(grid);
present({
  days: () => [...(grid.shadowRoot?.querySelectorAll('.day') ?? [])],
  next: () => grid.shadowRoot?.querySelector('button:last-child'),
  text: () => grid.shadowRoot?.querySelector('h2')?.textContent ?? '',
});
