/** What must be true of the forms of a pack beyond their shape. */
import { formMistakes } from './form/lint.ts';
import { at, inside, repeats, stemOf, type Mistake, type Parts } from './pack-parts.ts';
import { didYouMean, quote } from './pack-shape.ts';

export const formRules = [formNamesAreKnown, formsHoldTogether] as const;

function* formNamesAreKnown({ forms, names }: Parts): Iterable<Mistake> {
  yield* repeats(forms, '/id', ({ id }) => id);
  for (const form of forms) {
    const { id, envelope } = form.value;
    if (id !== stemOf(form.file)) {
      const stem = quote(stemOf(form.file));
      yield at(form, '/id', `is ${quote(id)}, but the file is named ${stem}`);
    }
    if (!envelope) continue;
    const services = inside({ ...form, path: '/envelope', value: envelope }, 'services');
    const screened = (envelope.screening ?? []).flatMap(({ service }, i) =>
      service === undefined
        ? []
        : [{ file: form.file, path: `/envelope/screening/${i}/service`, value: service }],
    );
    for (const part of [...services, ...screened])
      if (names.services && !names.services.has(part.value)) {
        const meant = didYouMean(part.value, names.services);
        yield at(part, '', `names an unknown service, ${quote(part.value)}${meant}`);
      }
  }
}

function* formsHoldTogether({ forms }: Parts): Iterable<Mistake> {
  for (const form of forms)
    for (const { path, sentence } of formMistakes(form.value)) yield at(form, path, sentence);
}
