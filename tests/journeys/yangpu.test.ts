/** Each form of Yangpu as a person meets it: screen by screen, read over, handed in, and there for those who decide. */
import { expect, html } from '@open-wc/testing';
import { localGateway } from '../../src/gateway/local/index.ts';
import type { Begun, KeptFile } from '../../src/journeys/intake.ts';
import '../../src/journeys/index.ts';
import type { MulinApplication } from '../../src/journeys/index.ts';
import type { Answers } from '../../src/model/case/documents.ts';
import { elementsOf, evaluate, type FormDefinition } from '../../src/model/form/index.ts';
import { decider, ruleFor } from '../harness/cases.ts';
import { noon } from '../harness/forms.ts';
import { registryPack, serviceOf } from '../harness/packs.ts';
import { pageOf } from '../harness/roles.ts';
import { scope, settled } from '../harness/scope.ts';
import { willingAnswers } from '../harness/willing.ts';
import { yangpuForms } from '../harness/yangpu-forms.ts';

const now = (): number => Date.parse('2026-12-11T10:00+08:00');

/** What a willing person has filled in, with the picture they name. */
async function begunWith(form: FormDefinition): Promise<Begun> {
  const answers = willingAnswers(form, noon) as Answers;
  const canvas = new OffscreenCanvas(300, 200);
  canvas.getContext('2d')?.fillRect(0, 0, 300, 200);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
  const named = new Map<string, string>();
  const files = [...elementsOf(evaluate(form, answers, noon).root)]
    .filter(({ kind, visible, value }) => /^(photo|document)$/.test(kind) && visible && value)
    .map(({ path }): KeptFile => {
      named.set(path, crypto.randomUUID());
      return {
        ...{ id: named.get(path) ?? '', name: 'photo.jpg', type: 'image/jpeg', blob },
        ...{ blurred: false, form: form.id, item: path },
      };
    });
  const owned = JSON.parse(
    [...named.values()].reduce(
      (all, id) => all.replace('"blob-1"', `"${id}"`),
      JSON.stringify(answers),
    ),
  ) as Answers;
  return { forms: [{ formId: form.id, formVersion: form.version, answers: owned }], files };
}

describe('the forms of Yangpu', () => {
  for (const form of yangpuForms)
    it(`${form.id} goes screen by screen to a receipt, and to the desk with all that was answered`, async () => {
      const service = form.id;
      const pack = registryPack({
        services: [serviceOf(service, form.envelope!.title, ['registry'])],
        forms: [{ ...form, envelope: { ...form.envelope!, services: [service] } }],
        cases: [ruleFor(service, { form: form.id })],
      });
      const hall = `yangpu-${form.id}-${Date.now()}`;
      const gateway = localGateway({ pack, hall, now });
      const clerk = localGateway({ pack, hall, now, actor: decider });
      const around = await scope(html`<mulin-application></mulin-application>`, { terminal: true });
      Object.assign(around, { gateway });
      const application = around.querySelector('mulin-application') as MulinApplication;
      Object.assign(application, { service, begun: await begunWith(form) });
      await settled(around);
      const page = pageOf(around);
      const seen = new Set<string>();
      const ways = ['下一步', '去核对', '提交'];
      for (
        let step = 0;
        step < 30 && !application.shadowRoot?.querySelector('mulin-form-receipt');
        step += 1
      ) {
        const way = ways.find((name) => page.names('button').includes(name));
        if (way) seen.add(way);
        if (way) await page.press(way);
        // Whoever gives no telephone chooses four digits.
        if (page.names('textbox').some((name) => /自己定 4 位/.test(name)))
          await page.type(/自己定 4 位/, '1234');
        await new Promise((rest) => setTimeout(rest, 520));
      }
      await page.read('已经收到了');
      expect(seen).to.include('提交');
      const listed = await clerk.read('case.list', {});
      const [line] = listed.status === 'answer' ? listed.value.lines : [];
      expect(line?.service).to.equal(service);
      const file = await clerk.read('case.file', { code: line?.code ?? '', service });
      expect(file.status === 'answer' && Object.keys(file.value.answers)).to.not.eql([]);
      for (const one of [gateway, clerk]) one.close();
      around.remove();
    });
});
