/** The questions of a placed form, found by where their answers lie. */
import { pathOfPointer, pointerOf } from './path.ts';
import { everyElement, isField, type PlacedElement } from './placed.ts';

export interface Field {
  readonly element: PlacedElement;
  readonly pointer: string;
  /** Its place in the form. */
  readonly order: number;
}

export class Fields {
  readonly all: readonly Field[];
  readonly #at = new Map<string, Field>();

  constructor(placed: PlacedElement) {
    this.all = [...everyElement(placed)].flatMap((element, order) =>
      isField(element) ? [{ element, pointer: element.pointer, order }] : [],
    );
    for (const field of this.all) {
      // Where two show the same answer, the one that is seen is meant.
      const other = this.#at.get(field.pointer);
      if (!other || (field.element.visible && !other.element.visible))
        this.#at.set(field.pointer, field);
    }
  }

  at(pointer: string): Field | undefined {
    return this.#at.get(pointer);
  }

  /** The field that shows what is wrong there: the answer's own, else one around it, else the first inside it. */
  showing(pointer: string): Field | undefined {
    const path = pathOfPointer(pointer);
    for (let length = path.length; length > 0; length--) {
      const field = this.#at.get(pointerOf(path.slice(0, length)));
      if (field) return field;
    }
    return this.#inside(pointer).find(({ element }) => element.visible) ?? this.#inside(pointer)[0];
  }

  /** Whether somebody who fills in the form can see the question; also true of what the form never asks. */
  isAsked(pointer: string): boolean {
    const own = this.#at.get(pointer);
    const fields = [...(own ? [own] : []), ...this.#inside(pointer)];
    return fields.length === 0 || fields.some(({ element }) => element.visible);
  }

  #inside(pointer: string): readonly Field[] {
    return this.all.filter((field) => field.pointer.startsWith(`${pointer}/`));
  }
}
