/** Every sentence of the shop, as a shopper reads it. What the shop asks of givers and helpers is in the files beside. */
import { words } from '../../i18n/index.ts';
import { yuanOf } from '../../model/shared/money.ts';

/** From this many pieces down a card says how many there are. */
const FEW = 5;

/** `2026-12-20` → `12月20日` */
const dayZh = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
const monthsEn = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const dayEn = (date: string): string =>
  `${monthsEn[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8))}`;

export const shopWords = words(
  {
    title: '慈善超市',
    waiting: '请稍等……',
    back: '返回',
    sample: '这里的物品、价格和库存都是示例，不是真实数据。',
    search: '找物品，比如“大米”',
    categories: '分类',
    all: '全部',
    filters: '只看',
    inStock: '有货的',
    free: '免费的',
    forPoints: '可用积分的',
    sort: '排列',
    sorts: { usual: '默认', cheap: '便宜在前', soon: '快到期在前' },
    found: (count: number) => `共 ${count} 样`,
    near: '没有一模一样的。下面这些名字相近：',
    none: '没有找到',
    noneNext: '请换个词，或只按拼音首字母；也可以看全部。',
    showAll: '看全部',
    goods: '物品',
    walk: '方向键换一样，回车看详情',
    yuan: '元',
    price: (fen: number) => (fen === 0 ? '免费' : `${yuanOf(fen)} 元`),
    points: (points: number) => `${points} 积分`,
    or: (points: number) => `或 ${points} 积分`,
    left: (free: number) => (free === 0 ? '暂时没有' : free > FEW ? '有货' : `还有 ${free} 件`),
    withdrawn: '暂不提供',
    keepsUntil: (date: string) => `保质期到${dayZh(date)}`,
    soon: '快到期',
    inBasket: (count: number) => `已选 ${count}`,
    states: { new: '全新', 'as-new': '九成新以上', used: '旧物，能用' },
    facts: {
      price: '价格',
      points: '积分',
      spec: '规格',
      state: '成色',
      stock: '库存',
      keeps: '保质期',
      limit: '每人限量',
      from: '捐赠人',
    },
    limit: (count: number, days: number | undefined) =>
      days ? `${days} 天内 ${count} 件` : `一次 ${count} 件`,
    count: '件数',
    add: (count: number) => `放进篮子，${count} 件`,
    change: (count: number) => `改成 ${count} 件`,
    remove: '不要了',
    basket: '我的篮子',
    basketEmpty: '篮子是空的',
    basketEmptyNext: '请先挑几样。挑好的只留在这台机器上，按“结束”就清空。',
    look: '去挑物品',
    lookOn: '再挑几样',
    toBasket: (count: number) => `看篮子，${count} 件`,
    sum: '一共',
    sumOf: (count: number) => `${count} 件`,
    payBy: '怎么付',
    payByFen: '到店付钱',
    payByFenHint: '取货时在柜台付，现在不用付。',
    payByPoints: '用救助积分',
    payByPointsHint: '要刷身份证。只有您自己看得到。',
    notForPoints: '篮子里有不能用积分的：',
    onlyLeft: (free: number) => `只剩 ${free} 件，请减一减`,
    nowGone: '刚刚被领完了，请拿掉',
    keptFor: (days: number) =>
      days === 0
        ? '预订后当天闭店前来取，过后放回货架。'
        : `预订后 ${days} 天内来取，过后放回货架。`,
  },
  {
    title: 'Charity shop',
    waiting: 'One moment…',
    back: 'Back',
    sample: 'Goods, prices and stock are samples here, not real data.',
    search: 'Find something, such as “rice”',
    categories: 'Categories',
    all: 'All',
    filters: 'Only',
    inStock: 'In stock',
    free: 'Free of charge',
    forPoints: 'For points',
    sort: 'Order',
    sorts: { usual: 'Usual', cheap: 'Cheapest first', soon: 'Expiring first' },
    found: (count: number) => (count === 1 ? '1 thing' : `${count} things`),
    near: 'Nothing fits exactly. These come close:',
    none: 'Nothing found',
    noneNext: 'Please try another word, or see everything.',
    showAll: 'See everything',
    goods: 'Goods',
    walk: 'Arrow keys walk, Enter opens',
    yuan: 'yuan',
    price: (fen: number) => (fen === 0 ? 'Free' : `¥${yuanOf(fen)}`),
    points: (points: number) => `${points} points`,
    or: (points: number) => `or ${points} points`,
    left: (free: number) =>
      free === 0 ? 'None at present' : free > FEW ? 'In stock' : `${free} left`,
    withdrawn: 'Not offered now',
    keepsUntil: (date: string) => `Best before ${dayEn(date)}`,
    soon: 'Soon',
    inBasket: (count: number) => `${count} chosen`,
    states: { new: 'New', 'as-new': 'As new', used: 'Used, works' },
    facts: {
      price: 'Price',
      points: 'Points',
      spec: 'Details',
      state: 'Condition',
      stock: 'Stock',
      keeps: 'Best before',
      limit: 'Per person',
      from: 'Given by',
    },
    limit: (count: number, days: number | undefined) =>
      days ? `${count} within ${days} days` : `${count} at a time`,
    count: 'How many',
    add: (count: number) => `Put ${count} into the basket`,
    change: (count: number) => `Change to ${count}`,
    remove: 'Take out',
    basket: 'My basket',
    basketEmpty: 'The basket is empty',
    basketEmptyNext:
      'Please choose something first. It stays on this terminal and is cleared when you finish.',
    look: 'Choose goods',
    lookOn: 'Choose more',
    toBasket: (count: number) => `Basket, ${count}`,
    sum: 'Total',
    sumOf: (count: number) => (count === 1 ? '1 piece' : `${count} pieces`),
    payBy: 'How would you like to pay?',
    payByFen: 'At the shop',
    payByFenHint: 'You pay at the counter when you fetch it, nothing now.',
    payByPoints: 'With aid points',
    payByPointsHint: 'Needs your ID card. Nobody but you sees it.',
    notForPoints: 'These can’t be had for points:',
    onlyLeft: (free: number) => `Only ${free} left, please take fewer`,
    nowGone: 'Just gone, please take it out',
    keptFor: (days: number) =>
      days === 0
        ? 'Please fetch it before the shop closes today; then it goes back on the shelf.'
        : `Please fetch it within ${days} days; then it goes back on the shelf.`,
  },
);
export type ShopWords = (typeof shopWords)['zh-CN'];
