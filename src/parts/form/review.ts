/** Everything that was filled in, as rows to read over. */
import { elementsOf, type ElementState } from '../../model/form/index.ts';
import type { Fact } from '../../ui/facts.ts';
import { toldOf } from './answers.ts';
import type { Look } from './draw.ts';

/** A row for each question that a person sees; what can be changed has a way back to it. */
export function factsOf(elements: readonly ElementState[], look: Look): readonly Fact[] {
  return elements.flatMap((element) => factsIn(element, look, ''));
}

function factsIn(element: ElementState, look: Look, before: string): readonly Fact[] {
  const { kind, visible, children, label } = element;
  if (!visible || kind === 'label') return [];
  if (kind === 'table' || kind === 'list') return tableIn(element, look);
  if (kind === 'layout' || children.length > 0) {
    const inner = kind === 'layout' || !label ? before : `${before}${label} · `;
    return children.flatMap((child) => factsIn(child, look, inner));
  }
  return [
    {
      label: before + label,
      value: toldOf(element, look.words, look.locale, look.areas),
      name: element.key,
      change: !element.computed && !element.readonly,
    },
  ];
}

/** One row of a table in one line: 王秀英、配偶、3500 元. */
function tableIn(table: ElementState, look: Look): readonly Fact[] {
  const { words, locale, areas } = look;
  if (table.children.length === 0)
    return [{ label: table.label, value: words.nothing, name: table.key, change: !table.readonly }];
  return table.children.map((row, i) => ({
    label: `${table.label} · ${words.row(i + 1)}`,
    value: [...elementsOf(row)]
      .filter((one) => one.visible && one.kind !== 'layout' && one.kind !== 'label')
      .filter(({ children, value }) => children.length === 0 && value !== undefined)
      .map((one) => toldOf(one, words, locale, areas))
      .join(words.between),
    name: table.key,
    change: !table.readonly,
  }));
}
