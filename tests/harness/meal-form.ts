/** A form with every sort of question, for tests and stories: meals for older people, invented. */
import type {
  Envelope,
  FormDefinition,
  JsonSchema,
  Rule,
  UiElement,
} from '../../src/model/form/index.ts';
import type { Area } from '../../src/ui/index.ts';
import { text } from './forms.ts';

export const areas: readonly Area[] = [
  {
    code: '310110',
    name: '杨浦区',
    areas: [
      {
        code: '310110009',
        name: '四平路街道',
        areas: [
          { code: '310110009001', name: '鞍山三村居委会' },
          { code: '310110009002', name: '铁岭路居委会' },
        ],
      },
      { code: '310110023', name: '五角场街道' },
    ],
  },
];

/** Where one question is answered so, another must be answered too. */
const needs = (name: string, value: unknown, other: string): JsonSchema => ({
  if: { not: { properties: { [name]: { const: value } }, required: [name] } },
  else: { required: [other] },
});

const schema: JsonSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', title: '姓名', minLength: 2, maxLength: 20 },
    idNumber: { type: 'string', title: '身份证号码', format: 'resident-id' },
    phone: { type: 'string', title: '手机号', format: 'mobile' },
    address: { type: 'object', title: '现在住哪里' },
    alone: { type: 'boolean', title: '平时一个人住吗' },
    contact: { type: 'string', title: '紧急联系人', maxLength: 20 },
    way: {
      type: 'string',
      title: '怎么吃饭',
      oneOf: [
        { const: 'canteen', title: '去食堂吃' },
        { const: 'deliver', title: '送到家里' },
      ],
    },
    canteen: {
      type: 'string',
      title: '去哪个食堂',
      oneOf: Array.from({ length: 10 }, (_, i) => ({
        const: `c${i}`,
        title: `${['五角场', '四平路', '控江路', '定海路', '大桥', '殷行', '延吉', '长海路', '平凉路', '江浦路'][i] ?? ''}长者食堂`,
      })),
    },
    from: { type: 'string', title: '从哪天开始', format: 'date' },
    avoid: {
      type: 'array',
      title: '不能吃什么',
      items: {
        type: 'string',
        oneOf: [
          { const: 'sugar', title: '甜的' },
          { const: 'salt', title: '太咸的' },
          { const: 'pork', title: '猪肉' },
        ],
      },
      uniqueItems: true,
    },
    household: {
      type: 'array',
      title: '家里还有谁',
      maxItems: 6,
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', title: '姓名' },
          income: { type: 'integer', title: '每月收入', minimum: 0 },
        },
        required: ['name', 'income'],
      },
    },
    income: { type: 'integer', title: '全家每月收入' },
    remark: { type: 'string', title: '还想说什么', maxLength: 100 },
    photos: { type: 'array', title: '身份证照片', items: { type: 'string' } },
    signature: { type: 'string', title: '申请人签名' },
    statement: { title: '以上内容由我本人填写，属实', const: true },
  },
  required: ['name', 'idNumber', 'phone', 'alone', 'way', 'signature', 'statement'],
  allOf: [needs('alone', true, 'contact'), needs('way', 'canteen', 'canteen')],
};

const ask = (name: string, options?: UiElement['options'], rule?: Rule): UiElement => ({
  type: 'Control',
  scope: `#/properties/${name}`,
  ...(options && { options }),
  ...(rule && { rule }),
});
const when = (name: string, value: unknown): Rule => ({
  effect: 'SHOW',
  condition: {
    scope: `#/properties/${name}`,
    schema: { const: value },
    failWhenUndefined: true,
  },
});

const uischema: UiElement = {
  type: 'Categorization',
  elements: [
    {
      type: 'Category',
      label: '您是谁',
      elements: [
        ask('name'),
        ask('idNumber'),
        ask('phone'),
        ask('address', { format: 'address' }),
        ask('alone'),
        ask('contact', undefined, when('alone', true)),
      ],
    },
    {
      type: 'Category',
      label: '怎么吃',
      elements: [
        ask('way', { format: 'radio' }),
        ask('canteen', undefined, when('way', 'canteen')),
        ask('from', { calendar: true }),
        ask('avoid'),
      ],
    },
    {
      type: 'Category',
      label: '家里情况',
      elements: [
        ask('household', {
          detail: {
            type: 'VerticalLayout',
            elements: [ask('name'), ask('income', { format: 'money' })],
          },
        }),
        ask('income', { format: 'money' }),
        ask('remark', { multi: true, suggestion: ['牙不好，要软一点', '只吃素'] }),
      ],
    },
    {
      type: 'Category',
      label: '签名',
      elements: [
        ask('photos', { format: 'photo' }),
        ask('signature', { format: 'signature' }),
        ask('statement', { format: 'statement' }),
      ],
    },
  ],
};

const envelope: Envelope = {
  title: text('老年助餐申请', 'Meals for older people'),
  summary: text(
    '到家附近的长者食堂吃饭，或者送餐上门。',
    'Eat at a canteen, or have meals delivered.',
  ),
  services: ['meal-assistance'],
  sample: true,
  minutes: 5,
  texts: {},
  computed: [
    {
      target: '#/properties/income',
      value: { sum: { each: '#/properties/household', of: { get: 'income' } } },
    },
  ],
  prefill: [
    { target: '#/properties/name', from: 'id-card.name', lock: true },
    { target: '#/properties/idNumber', from: 'id-card.number', lock: true },
  ] as unknown as NonNullable<Envelope['prefill']>,
  sensitive: ['#/properties/idNumber', '#/properties/phone'],
  evidence: [{ target: '#/properties/photos', kind: 'photo', min: 0, max: 2 }],
  signature: [{ target: '#/properties/signature', by: text('申请人', 'Applicant') }],
};

export const mealForm: FormDefinition = { id: 'meal-form', version: 1, schema, uischema, envelope };
