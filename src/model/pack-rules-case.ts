/** What must be true of the cases of a pack beyond their shape. */
import { at, field, inside, repeats, stemOf, type Mistake, type Parts } from './pack-parts.ts';
import { didYouMean, quote } from './pack-shape.ts';

export const caseRules = [caseNamesAreUnique, casesAreOfWhatIsKnown] as const;

function* caseNamesAreUnique({ cases }: Parts): Iterable<Mistake> {
  for (const rule of cases) {
    yield* repeats(inside(rule, 'checks'), '/id', ({ id }) => id);
    yield* repeats(inside(rule, 'reasons'), '/id', ({ id }) => id);
  }
}

function* casesAreOfWhatIsKnown({ cases, names }: Parts): Iterable<Mistake> {
  for (const rule of cases) {
    const service = field(rule, 'service');
    if (service.value !== stemOf(rule.file)) {
      const stem = quote(stemOf(rule.file));
      yield at(service, '', `is ${quote(service.value)}, but the file is named ${stem}`);
    }
    if (names.services && !names.services.has(service.value)) {
      const meant = didYouMean(service.value, names.services);
      yield at(service, '', `names an unknown service, ${quote(service.value)}${meant}`);
    }
    const form = field(rule, 'form');
    if (names.forms && !names.forms.has(form.value)) {
      const meant = didYouMean(form.value, names.forms);
      yield at(form, '', `names an unknown form, ${quote(form.value)}${meant}`);
    }
  }
}
