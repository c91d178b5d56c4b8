/** How a form is parted into screens: one group of questions each, as its author has grouped them. */
import { elementsOf, type ElementState } from '../../model/form/index.ts';

export interface Screen {
  /** Stays the same while the form is filled in. */
  readonly key: string;
  /** Empty where the author has named nothing. */
  readonly label: string;
  readonly elements: readonly ElementState[];
}

/** The screens that a person sees as the form stands now. */
export function screensOf(root: ElementState): readonly Screen[] {
  const screens: Screen[] = [];
  let loose: ElementState[] = [];
  const close = (): void => {
    const [first] = loose;
    if (first) screens.push({ key: first.key, label: '', elements: loose });
    loose = [];
  };
  const look = (element: ElementState): void => {
    if (!element.visible) return;
    if (element.ui.type === 'Categorization') {
      element.children.forEach(look);
    } else if (isGroup(element)) {
      close();
      screens.push({ key: element.key, label: element.label, elements: element.children });
    } else loose.push(element);
  };
  const parts = root.kind === 'layout' && !isGroup(root) && root.ui.type !== 'HorizontalLayout';
  if (parts) root.children.forEach(look);
  else look(root);
  close();
  return screens.filter(({ elements }) => elements.some(({ visible }) => visible));
}

const isGroup = ({ ui }: ElementState): boolean => ui.type === 'Group' || ui.type === 'Category';

/** The questions of a screen that a person can see and must answer by hand. */
export function questionsOf({ elements }: Screen): readonly ElementState[] {
  return elements.flatMap((element) => [...elementsOf(element)].filter(isQuestion));
}

const isQuestion = ({ kind, visible, computed, readonly, children }: ElementState): boolean =>
  kind !== 'layout' && kind !== 'label' && visible && !computed && !readonly && !children.length;

/** What stands in the way on these screens, in their order. */
export function elementsWithErrors(elements: readonly ElementState[]): readonly ElementState[] {
  return elements.flatMap((element) =>
    [...elementsOf(element)].filter(({ visible, errors }) => visible && errors.length > 0),
  );
}
