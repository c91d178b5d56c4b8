/** What is said when a rule about giving, helping or the stock says no. */
import { words } from '../../i18n/index.ts';
import type { ActivityRefusal } from '../../model/activity/common.ts';
import type { DeskRefusal } from '../../model/catalog/desk.ts';
import type { DonateRefusal } from '../../model/catalog/donate.ts';
import type { StepRefusal } from '../../model/catalog/donation-steps.ts';
import type { CatalogRefusal } from '../../model/catalog/refusals.ts';
import type { Sentence } from '../../ui/sentences.ts';

type Facts = Readonly<Record<string, string | number>>;
type Code = Exclude<ActivityRefusal | DeskRefusal | DonateRefusal | StepRefusal, CatalogRefusal>;
type Refusals = Readonly<Record<Code, Sentence | ((facts: Facts) => Sentence)>>;

export const giveRefusals = words<Refusals>(
  {
    'donation.empty': { title: '还没有说捐什么', next: '请先加上至少一样。' },
    'donation.unknown-kind': { title: '这里不收这一类', next: '请另选一类。' },
    'donation.not-taken': { title: '这一类不收', next: '请看下面的说明，另选一类。' },
    'donation.bad-count': ({ most = 0 }) => ({
      title: '件数不对',
      next: `请填 1 到 ${most} 之间的整数。`,
    }),
    'donation.expires-too-soon': ({ days = 0 }) => ({
      title: '保质期太短了',
      next: `食品要离保质期还有 ${days} 天以上，才来得及送到人手里。`,
    }),
    'donation.best-before-missing': { title: '食品要写保质期', next: '请看包装上的日期。' },
    'donation.wrong-day': { title: '这一天不能送来', next: '请另选一天。' },
    'donation.bad-amount': { title: '金额不对', next: '请选一个金额，或填大于 0 的数。' },
    'donation.name-missing': {
      title: '还没有写名字',
      next: '想上爱心榜，请写名字；不想，请取消勾选。',
    },
    'donation.not-found': { title: '没有查到这份捐赠', next: '请核对登记码和手机号后四位。' },
    'donation.wrong-step': { title: '这份捐赠已经到下一步了', next: '请返回列表，再看一次。' },
    'donation.not-so-many': ({ left = 0 }) => ({
      title: `这一样只剩 ${left} 件没上架`,
      next: '请改一改件数。',
    }),
    'activity.unknown': { title: '没有这项活动', next: '请返回另选。' },
    'activity.no-such-time': { title: '这个时间没有安排', next: '请另选一个时间。' },
    'activity.too-late': { title: '已经开始，来不及了', next: '请另选一个时间。' },
    'activity.too-early': { title: '这一天还不能报名', next: '请选近一点的日子。' },
    'activity.full': { title: '刚刚满了', next: '请另选一个时间。' },
    'activity.signed-up-already': { title: '您已经报过这一场了', next: '用登记码可以查到。' },
    'activity.same-time': ({ from = '' }) => ({
      title: `您在 ${from} 已经有一场`,
      next: '请另选一个时间，或先让出那一场。',
    }),
    'activity.not-found': { title: '没有查到这次报名', next: '请核对登记码和手机号后四位。' },
    'activity.still-waiting': { title: '还在候补', next: '有位子会自动排上，请过一会儿再查。' },
    'activity.too-early-to-check-in': { title: '还没到签到时间', next: '开始前 30 分钟可以签到。' },
    'activity.not-checked-in': { title: '还没有签到', next: '请先签到，再签退。' },
    'activity.over-already': { title: '这一场已经结束', next: '有疑问请问柜台。' },
    'stock.nothing-expired': { title: '没有过期的', next: '什么都没有改动。' },
    'stock.off-already': { title: '已经下架了', next: '什么都没有改动。' },
    'stock.on-already': { title: '已经在架上', next: '什么都没有改动。' },
  },
  {
    'donation.empty': { title: 'Nothing was named yet', next: 'Please add something first.' },
    'donation.unknown-kind': {
      title: 'This is not taken here',
      next: 'Please choose another kind.',
    },
    'donation.not-taken': {
      title: 'This is not taken',
      next: 'Please see below why, and choose another kind.',
    },
    'donation.bad-count': ({ most = 0 }) => ({
      title: 'This number can’t be right',
      next: `Please give a whole number from 1 to ${most}.`,
    }),
    'donation.expires-too-soon': ({ days = 0 }) => ({
      title: 'It expires too soon',
      next: `Food must be good for ${days} days more to reach somebody in time.`,
    }),
    'donation.best-before-missing': {
      title: 'Food needs its date',
      next: 'Please look at the package.',
    },
    'donation.wrong-day': { title: 'Not on that day', next: 'Please choose another day.' },
    'donation.bad-amount': { title: 'The amount is not right', next: 'Please choose an amount.' },
    'donation.name-missing': {
      title: 'There is no name yet',
      next: 'Please give a name for the list, or take out the tick.',
    },
    'donation.not-found': {
      title: 'No such donation was found',
      next: 'Please compare the code and the last four digits of the phone.',
    },
    'donation.wrong-step': {
      title: 'It is further on already',
      next: 'Please go back to the list.',
    },
    'donation.not-so-many': ({ left = 0 }) => ({
      title: `Only ${left} of this are left to shelve`,
      next: 'Please change the number.',
    }),
    'activity.unknown': { title: 'There is no such activity', next: 'Please choose another one.' },
    'activity.no-such-time': {
      title: 'Nothing is planned then',
      next: 'Please choose another time.',
    },
    'activity.too-late': { title: 'It has begun', next: 'Please choose another time.' },
    'activity.too-early': {
      title: 'Not open for that day yet',
      next: 'Please choose an earlier day.',
    },
    'activity.full': { title: 'Just full', next: 'Please choose another time.' },
    'activity.signed-up-already': {
      title: 'You are signed up for this already',
      next: 'Your code finds it.',
    },
    'activity.same-time': ({ from = '' }) => ({
      title: `You have something at ${from} already`,
      next: 'Please choose another time, or give that place back.',
    }),
    'activity.not-found': {
      title: 'No such sign-up was found',
      next: 'Please compare the code and the last four digits of the phone.',
    },
    'activity.still-waiting': {
      title: 'Still on the waiting list',
      next: 'You move up by yourself.',
    },
    'activity.too-early-to-check-in': {
      title: 'Too early to check in',
      next: 'It opens half an hour before.',
    },
    'activity.not-checked-in': { title: 'Not checked in yet', next: 'Please check in first.' },
    'activity.over-already': { title: 'This is over', next: 'Please ask at the counter.' },
    'stock.nothing-expired': { title: 'Nothing has expired', next: 'Nothing was changed.' },
    'stock.off-already': { title: 'It is off the shelf already', next: 'Nothing was changed.' },
    'stock.on-already': { title: 'It is on the shelf already', next: 'Nothing was changed.' },
  },
);
