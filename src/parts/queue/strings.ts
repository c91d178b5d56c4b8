/** Every sentence of the queue: at the terminal, on the board, at the counter, on the phone. */
import type { CommonRefusal, Fault } from '../../gateway/contract.ts';
import { words, type Locale } from '../../i18n/index.ts';
import type { BandRefusal } from '../../model/queue/band.ts';
import type { CounterRefusal } from '../../model/queue/counters.ts';
import type { Did } from '../../model/queue/documents.ts';
import type { Why } from '../../model/queue/policy.ts';
import type { QueueRefusal } from '../../model/queue/queries.ts';
import type { Policy, Tier } from '../../model/queue/rules.ts';
import type { TakeRefusal } from '../../model/queue/take.ts';
import type { WaitRange } from '../../model/queue/wait.ts';
import type { Refusal } from '../../model/shared/law.ts';
import { troubleWords, type Sentence } from '../../ui/sentences.ts';

type Code = TakeRefusal | BandRefusal | CounterRefusal | QueueRefusal;

/** What stands between a person and the next step: a rule said no, or something broke. */
export type Trouble =
  | { readonly status: 'refused'; readonly refusal: Refusal<Code | CommonRefusal> }
  | { readonly status: 'fault'; readonly fault: Fault };

export interface QueueWords {
  readonly waiting: string;
  readonly policy: (policy: Policy) => string;
  readonly why: (why: Why) => string;
  readonly wait: (range: WaitRange) => string;
  readonly counter: (number: number) => string;
  readonly people: (count: number) => string;
  readonly free: string;
  readonly noCounter: string;
  readonly tier: Readonly<Record<Tier, string>>;
  readonly ticket: {
    readonly heading: string;
    readonly hint: string;
    readonly closed: string;
    readonly closedToday: string;
    readonly nextDay: (day: string, from: string) => string;
    readonly none: string;
    readonly left: (count: number) => string;
    readonly quiet: (from: number) => string;
    readonly needHeading: string;
    readonly needHint: string;
    readonly noNeed: string;
    readonly back: string;
    readonly taking: string;
    readonly taken: string;
    readonly printed: string;
    readonly shown: string;
    readonly yours: string;
    readonly tier: string;
    readonly line: string;
    readonly place: string;
    readonly takenAt: string;
    readonly forDay: string;
    readonly pass: string;
    readonly find: string;
    readonly qr: string;
    readonly qrHint: string;
    readonly missedHint: (after: number) => string;
    readonly gapHint: string;
    readonly done: string;
    readonly slipTitle: string;
  };
  readonly find: {
    readonly heading: string;
    readonly number: string;
    readonly numberHint: string;
    readonly numberWrong: string;
    readonly pass: string;
    readonly passHint: string;
    readonly passWrong: string;
    readonly show: string;
    readonly another: string;
    readonly back: string;
    readonly done: string;
  };
  readonly board: {
    readonly label: string;
    readonly come: string;
    readonly again: string;
    readonly nobody: string;
    readonly last: string;
    readonly lines: string;
    readonly ended: string;
    readonly away: string;
    readonly awayHint: string;
    readonly back: (number: string, after: number) => string;
    readonly missed: (numbers: string) => string;
    readonly dot: string;
  };
  readonly desk: {
    readonly label: (counter: string) => string;
    readonly next: string;
    readonly recall: string;
    readonly miss: string;
    readonly park: string;
    readonly finish: string;
    readonly transfer: string;
    readonly transferTo: (line: string) => string;
    readonly undo: (did: string, number: string) => string;
    readonly did: Readonly<Record<Did, string>>;
    readonly open: string;
    readonly pause: string;
    readonly close: string;
    readonly state: Readonly<Record<'open' | 'paused' | 'closed', string>>;
    readonly nobodyHere: string;
    readonly since: (minutes: string) => string;
    readonly waited: (minutes: number) => string;
    readonly recallsLeft: (count: number) => string;
    readonly queue: string;
    readonly nobodyWaits: string;
    readonly missed: string;
    readonly bringBack: (number: string) => string;
    readonly call: (number: string) => string;
    readonly due: (time: string) => string;
    readonly after: (count: number) => string;
    readonly away: (time: string) => string;
    readonly stepsOut: string;
    readonly isBack: string;
    readonly keys: string;
    readonly cancel: string;
    readonly end: string;
    readonly endAsk: string;
    readonly endMeans: string;
    readonly endNot: string;
    readonly endNow: string;
    readonly ended: string;
    readonly endedHint: string;
    readonly reopen: string;
  };
  readonly status: {
    readonly label: string;
    readonly position: (position: number) => string;
    readonly nextOne: string;
    readonly called: (counter: string) => string;
    readonly calledHint: string;
    readonly soon: (position: number) => string;
    readonly missed: string;
    readonly missedHint: (after: number) => string;
    readonly back: string;
    readonly away: (minutes: number) => string;
    readonly awayUntil: (time: string) => string;
    readonly awayHint: string;
    readonly imBack: string;
    readonly leave: string;
    readonly leaveSure: string;
    readonly keep: string;
    readonly left: string;
    readonly finished: string;
    readonly issued: string;
    readonly ended: string;
    readonly endedHint: string;
    readonly noReturn: string;
  };
  readonly stats: {
    readonly label: string;
    readonly before: string;
    readonly after: string;
    readonly today: string;
    readonly hour: string;
    readonly hourOf: (hour: number) => string;
    readonly line: string;
    readonly all: string;
    readonly taken: string;
    readonly called: string;
    readonly wait: string;
    readonly finished: string;
    readonly service: string;
    readonly empty: string;
    readonly csv: string;
    readonly times: string;
    readonly people: string;
  };
  readonly refusals: Readonly<Record<Exclude<Code, 'ticket.taken-already'>, Sentence>> & {
    readonly 'ticket.taken-already': (facts: NonNullable<Refusal['facts']>) => Sentence;
  };
}

const joined = (parts: readonly (string | false)[], comma: string): string =>
  parts.filter(Boolean).join(comma);

export const queueWords = words<QueueWords>(
  {
    waiting: '请稍等……',
    policy(policy) {
      switch (policy.kind) {
        case 'arrival':
          return '先来的先叫。';
        case 'appointments':
          return '预约的到点先叫，其余先来先叫。';
        case 'strict':
          return '预约的先叫，再叫优先的，其余先来先叫。';
        case 'ratio':
          return `预约 ${policy.appointment} 位、优先 ${policy.priority} 位、普通 ${policy.standard} 位，轮流叫。`;
        case 'ageing':
          return `先来先叫；预约的算早到 ${policy.appointmentMinutes} 分钟，优先的算早到 ${policy.priorityMinutes} 分钟。`;
      }
    },
    why: ({ ahead, earlier, appointments, priority, back }) =>
      ahead === 0
        ? '您前面没有人。'
        : `您前面有 ${ahead} 人：${joined(
            [
              earlier > 0 && `先来的 ${earlier} 人`,
              appointments > 0 && `预约到点的 ${appointments} 人`,
              priority > 0 && `优先的 ${priority} 人`,
              back > 0 && `过号回来的 ${back} 人`,
            ],
            '，',
          )}。`,
    wait: ({ lowMinutes: low, highMinutes: high }) =>
      high <= 1 ? '马上就到' : low === high ? `约 ${low} 分钟` : `约 ${low}–${high} 分钟`,
    counter: (number) => `${number} 号窗口`,
    people: (count) => `${count} 人`,
    free: '随到随办',
    noCounter: '窗口还没开',
    tier: { standard: '普通', priority: '优先', appointment: '预约' },
    ticket: {
      heading: '取号',
      hint: '请选要办的事',
      closed: '现在没有在叫号',
      closedToday: '今天不办公',
      nextDay: (day, from) => `可以先取 ${day} 的号，${from} 开始叫。`,
      none: '今天的号取完了',
      left: (count) => `还有 ${count} 个号`,
      quiet: (from) => `平时 ${from} 点到 ${from + 2} 点人少`,
      needHeading: '您有下面的情况吗？',
      needHint: '有一样就可以早一点叫到您。不用证明，回答也不会留下。',
      noNeed: '都没有，取号',
      back: '返回',
      taking: '正在为您取号……',
      taken: '号取好了',
      printed: '请取走号票。',
      shown: '请记住号码，或者用手机扫一扫。',
      yours: '您的号码',
      tier: '怎么排',
      line: '要办的事',
      place: '地点',
      takenAt: '取号时间',
      forDay: '办理日期',
      pass: '查号密码',
      find: '我有号票：看排到哪里，过号回来报到',
      qr: '号票的二维码',
      qrHint: '手机扫一扫，随时看还要等多久',
      missedHint: (after) => `没听到叫号也不要紧：回来报到，再叫 ${after} 位就到您。`,
      gapHint: '号码中间可能会空几个。叫号看规则和来的先后，不看号码大小。',
      done: '好了',
      slipTitle: '号票',
    },
    find: {
      heading: '看看排到哪里',
      number: '号码',
      numberHint: '号票上最大的那个，比如 A012',
      numberWrong: '号码是一个字母加三位数字，请对着号票再看一遍。',
      pass: '查号密码',
      passHint: '号票上写着“查号密码”的几位数字',
      passWrong: '密码是 4 到 8 位数字，请对着号票再看一遍。',
      show: '看一看',
      another: '换一张号票',
      back: '返回',
      done: '好了',
    },
    board: {
      label: '叫号屏',
      come: '请到窗口办理',
      again: '再请一次',
      nobody: '现在没有叫号',
      last: '刚叫过的号',
      lines: '各项等候',
      ended: '今天的办理结束了',
      away: '叫号屏还没有连上大厅',
      awayHint: '请听工作人员叫号，号和顺序都没有变。连上以后，这里会自己显示。',
      back: (number, after) => `${number} 过号回来，${after === 0 ? '下一位' : `再叫 ${after} 位`}`,
      missed: (numbers) => `过号：${numbers}，请到取号机报到`,
      dot: ' · ',
    },
    desk: {
      label: (counter) => `${counter}叫号台`,
      next: '下一位',
      recall: '再叫一次',
      miss: '过号',
      park: '先等 10 分钟',
      finish: '办完了',
      transfer: '转给别的窗口',
      transferTo: (line) => `转到${line}`,
      undo: (did, number) => `撤回：${number} ${did}`,
      did: {
        call: '叫号',
        recall: '再叫',
        miss: '过号',
        park: '暂等',
        transfer: '转走',
        finish: '办完',
        return: '报到',
        away: '离开',
        resume: '回来',
      },
      open: '开始叫号',
      pause: '暂停',
      close: '关窗口',
      state: { open: '正在叫号', paused: '暂停中', closed: '没有开' },
      nobodyHere: '窗口前没有人',
      since: (time) => `已办 ${time}`,
      waited: (minutes) => `等了 ${minutes} 分钟`,
      recallsLeft: (count) => `还能再叫 ${count} 次`,
      queue: '正在等候',
      nobodyWaits: '没有人等候',
      missed: '过号的',
      bringBack: (number) => `${number} 回来了`,
      call: (number) => `叫 ${number}`,
      due: (time) => `预约 ${time}`,
      after: (count) => (count === 0 ? '过号回来，下一位' : `过号回来，再叫 ${count} 位`),
      away: (time) => `${time} 回来`,
      keys: '按键：N 下一位，R 再叫，M 过号，P 暂等，T 转走，F 办完，U 撤回',
      stepsOut: '离开 20 分钟',
      isBack: '回来了',
      cancel: '不转了',
      end: '今天到此为止',
      endAsk: '今天不再叫号了吗？',
      endMeans: '所有窗口都会关上，叫号屏会写明今天已经结束。还在等的人会看到，请先和他们说一声。',
      endNot: '还没有，接着叫',
      endNow: '结束今天的办理',
      ended: '今天的办理结束了',
      endedHint: '不再发号，也不再叫号。按错了，可以重新开始；号和顺序都还在。',
      reopen: '重新开始',
    },
    status: {
      label: '我的号',
      position: (position) => `您排在第 ${position} 位`,
      nextOne: '下一位就是您',
      called: (counter) => `请到${counter}`,
      calledHint: '正在叫您的号，请带好材料过去。',
      soon: (position) => `快到了：前面还有 ${position - 1} 人，请回到大厅。`,
      missed: '叫过您的号，没见到您',
      missedHint: (after) => `号没有作废。到大厅后按“我到了”，再叫 ${after} 位就到您。`,
      back: '我到了',
      away: (minutes) => `离开 ${minutes} 分钟`,
      awayUntil: (time) => `您的位置留到 ${time}`,
      awayHint: '这段时间不会叫您；回来以后还在原来的位置。',
      imBack: '我提前回来了',
      leave: '不办了',
      leaveSure: '真的不办了，让给后面的人',
      keep: '接着等',
      left: '这个号已经还回去了。要办的话，请再取一个。',
      finished: '办完了，慢走。',
      issued: '这个号还没有交到您手里，请回到取号机。',
      ended: '今天的办理结束了',
      endedHint: '没轮到您，对不起。请问大厅的工作人员，或者取下一个工作日的号。',
      noReturn: '这个号不能再报到了，请问工作人员，或者再取一个。',
    },
    stats: {
      label: '等候和办理时间',
      before: '前一天',
      after: '后一天',
      today: '今天',
      hour: '时段',
      hourOf: (hour) => `${hour} 时`,
      line: '事项',
      all: '全部事项',
      taken: '取号（人）',
      called: '叫号（人）',
      wait: '平均等候（分钟）',
      finished: '办完（人）',
      service: '平均办理（分钟）',
      empty: '这一天没有人取号。',
      csv: '存成表格（CSV）',
      times: '等候和办理',
      people: '来了多少人',
    },
    refusals: {
      'ticket.no-queue-here': { title: '这里不取号', next: '请问工作人员到哪里办。' },
      'ticket.unknown-line': { title: '没有找到这件事', next: '请返回另选一件，或者问工作人员。' },
      'ticket.unknown-need': { title: '有一项没有看懂', next: '请返回再选一次。' },
      'ticket.closed': {
        title: '现在没有在叫号',
        next: '请在办公时间来，或者取下一个工作日的号。',
      },
      'ticket.not-that-day': { title: '那一天还不能取号', next: '请取最近一个工作日的号。' },
      'ticket.none-left': { title: '号取完了', next: '请明天早点来，或者预约一个时间。' },
      'ticket.day-ended': { title: '今天的办理结束了', next: '请取下一个工作日的号。' },
      'ticket.no-check-in': { title: '没有查到您的报到', next: '请先用预约回执报到。' },
      'ticket.taken-already': ({ number = '' }) => ({
        title: `这个预约已经取过号了：${number}`,
        next: '请记住号码，等叫到您；号票丢了也不要紧。',
      }),
      'ticket.not-found': {
        title: '没有查到这个号',
        next: '请对着号票再看一遍；还不行，请问工作人员。',
      },
      'ticket.band-out-already': { title: '备用号已经领过了', next: '请先用完手里的。' },
      'ticket.no-such-band': { title: '没有查到这批备用号', next: '请告诉工作人员。' },
      'counter.unknown': { title: '没有这个窗口', next: '请检查这台电脑的设置。' },
      'counter.not-open': { title: '窗口没有开', next: '请先按“开始叫号”。' },
      'counter.busy': { title: '窗口前还有人', next: '请先办完、过号或者转走这一位。' },
      'counter.nobody-here': { title: '窗口前没有人', next: '请先叫下一位。' },
      'counter.nothing-to-undo': { title: '没有可以撤回的', next: '接着叫下一位就好。' },
      'counter.cannot-serve': { title: '这个窗口不办这件事', next: '请另选一件。' },
      'ticket.nobody-waits': { title: '没有人等候', next: '有人取号时，这里会显示。' },
      'ticket.not-waiting': { title: '这个号现在不在等候', next: '请看一看它在哪里。' },
      'ticket.not-missed': { title: '这个号没有过号', next: '不用报到，接着等就好。' },
      'ticket.moved-on': { title: '撤不回来了', next: '别的窗口已经接着办了，请和那边说一声。' },
      'ticket.called-enough': { title: '叫过好几次了', next: '没有人来的话，请按“过号”。' },
      'ticket.returned-enough': { title: '这个号不能再报到了', next: '请再取一个号。' },
    },
  },
  {
    waiting: 'One moment…',
    policy(policy) {
      switch (policy.kind) {
        case 'arrival':
          return 'First come, first called.';
        case 'appointments':
          return 'Appointments are called on time, everybody else in the order of coming.';
        case 'strict':
          return 'Appointments first, then priority, then everybody else in the order of coming.';
        case 'ratio':
          return `Called in turns: ${policy.appointment} with an appointment, ${policy.priority} with priority, ${policy.standard} others.`;
        case 'ageing':
          return `In the order of coming; an appointment counts as ${policy.appointmentMinutes} minutes earlier, priority as ${policy.priorityMinutes}.`;
      }
    },
    why: ({ ahead, earlier, appointments, priority, back }) =>
      ahead === 0
        ? 'Nobody is before you.'
        : `${ahead} before you: ${joined(
            [
              earlier > 0 && `${earlier} came earlier`,
              appointments > 0 && `${appointments} with an appointment now`,
              priority > 0 && `${priority} with priority`,
              back > 0 && `${back} back after a missed call`,
            ],
            ', ',
          )}.`,
    wait: ({ lowMinutes: low, highMinutes: high }) =>
      high <= 1 ? 'any moment now' : low === high ? `about ${low} min` : `about ${low}–${high} min`,
    counter: (number) => `Counter ${number}`,
    people: (count) => (count === 1 ? '1 person' : `${count} people`),
    free: 'no wait',
    noCounter: 'no counter open yet',
    tier: { standard: 'standard', priority: 'priority', appointment: 'appointment' },
    ticket: {
      heading: 'Take a ticket',
      hint: 'What do you come for?',
      closed: 'Nobody is being called at the moment',
      closedToday: 'Closed today',
      nextDay: (day, from) => `You can take a ticket for ${day}; calls begin at ${from}.`,
      none: 'No tickets left today',
      left: (count) => (count === 1 ? '1 ticket left' : `${count} tickets left`),
      quiet: (from) => `Usually quiet from ${from}:00 to ${from + 2}:00`,
      needHeading: 'Does one of these apply to you?',
      needHint:
        'One is enough to be called a little earlier. No proof, and your answer is not kept.',
      noNeed: 'None of these, take a ticket',
      back: 'Back',
      taking: 'Taking your ticket…',
      taken: 'Here is your ticket',
      printed: 'Please take it from the tray.',
      shown: 'Please remember the number, or scan it with your phone.',
      yours: 'Your number',
      tier: 'Standing',
      line: 'For',
      place: 'Place',
      takenAt: 'Taken at',
      forDay: 'Day',
      pass: 'Code',
      find: 'I have a ticket: where I stand, or I missed my call',
      qr: 'QR code of the ticket',
      qrHint: 'Scan it to see on your phone how long it takes',
      missedHint: (after) =>
        `Missed your call? Tell us when you are back, and you are called after ${after} others.`,
      gapHint:
        'Some numbers may be left out. Calls go by the rule and by who came first, not by the number.',
      done: 'Done',
      slipTitle: 'Ticket',
    },
    find: {
      heading: 'Where do I stand?',
      number: 'Number',
      numberHint: 'The largest on your ticket, such as A012',
      numberWrong: 'A number is a letter and three digits. Please compare it with your ticket.',
      pass: 'Code',
      passHint: 'The digits beside “Code” on your ticket',
      passWrong: 'A code has 4 to 8 digits. Please compare it with your ticket.',
      show: 'Show me',
      another: 'Another ticket',
      back: 'Back',
      done: 'Done',
    },
    board: {
      label: 'Calls',
      come: 'Please come to the counter',
      again: 'Called again',
      nobody: 'Nobody is being called',
      last: 'Called before',
      lines: 'Waiting',
      ended: 'Closed for today',
      away: 'This board has not reached the hall yet',
      awayHint:
        'Please listen for the staff; numbers and order are as they were. It shows them by itself once it is connected.',
      back: (number, after) => `${number} is back, ${after === 0 ? 'next' : `after ${after}`}`,
      missed: (numbers) => `Missed: ${numbers}. Please tell a terminal that you are back`,
      dot: ' · ',
    },
    desk: {
      label: (counter) => `Console, ${counter}`,
      next: 'Next',
      recall: 'Call again',
      miss: 'Missed',
      park: 'Wait 10 minutes',
      finish: 'Finished',
      transfer: 'Transfer',
      transferTo: (line) => `To ${line}`,
      undo: (did, number) => `Undo: ${did} ${number}`,
      did: {
        call: 'call',
        recall: 'call again',
        miss: 'missed',
        park: 'wait',
        transfer: 'transfer',
        finish: 'finished',
        return: 'back',
        away: 'stepped out',
        resume: 'back early',
      },
      open: 'Start calling',
      pause: 'Pause',
      close: 'Close counter',
      state: { open: 'Calling', paused: 'Paused', closed: 'Not open' },
      nobodyHere: 'Nobody at the counter',
      since: (time) => `Here for ${time}`,
      waited: (minutes) => `Waited ${minutes} min`,
      recallsLeft: (count) => `Can be called ${count} more times`,
      queue: 'Waiting',
      nobodyWaits: 'Nobody waits',
      missed: 'Missed',
      bringBack: (number) => `${number} is back`,
      call: (number) => `Call ${number}`,
      due: (time) => `appointment ${time}`,
      after: (count) => (count === 0 ? 'back, next' : `back, after ${count}`),
      away: (time) => `back at ${time}`,
      keys: 'Keys: N next, R again, M missed, P wait, T transfer, F finished, U undo',
      stepsOut: 'Away for 20 min',
      isBack: 'Is back',
      cancel: 'Don’t transfer',
      end: 'End of the day',
      endAsk: 'Is nobody to be called any more today?',
      endMeans:
        'All counters close, and the board says that the day is over. Whoever still waits will read it: please tell them first.',
      endNot: 'Not yet, go on',
      endNow: 'End the day',
      ended: 'The day is over',
      endedHint:
        'No tickets, no calls. If that was a mistake, begin again: numbers and order are as they were.',
      reopen: 'Begin again',
    },
    status: {
      label: 'My ticket',
      position: (position) => `You are number ${position} in line`,
      nextOne: 'You are next',
      called: (counter) => `Please come: ${counter}`,
      calledHint: 'Your number is being called. Please bring your papers.',
      soon: (position) => `Soon: ${position - 1} before you. Please come back to the hall.`,
      missed: 'You were called and not there',
      missedHint: (after) =>
        `Your number still counts. In the hall press “I am here”, and you come after ${after} others.`,
      back: 'I am here',
      away: (minutes) => `Step out for ${minutes} min`,
      awayUntil: (time) => `Your place is kept until ${time}`,
      awayHint: 'You are not called meanwhile, and stand where you stood when you are back.',
      imBack: 'I am back early',
      leave: 'Give up my place',
      leaveSure: 'Yes, give it up for those behind me',
      keep: 'Keep waiting',
      left: 'This ticket was given back. Please take another one if you need it.',
      finished: 'All done. Goodbye.',
      issued: 'This ticket has not reached you yet. Please go back to the terminal.',
      ended: 'Closed for today',
      endedHint:
        'We are sorry that you were not called. Please ask the staff, or take a ticket for the next day.',
      noReturn: 'This ticket can’t come back again. Please ask the staff, or take another one.',
    },
    stats: {
      label: 'Waiting and service times',
      before: 'Day before',
      after: 'Day after',
      today: 'Today',
      hour: 'Hour',
      hourOf: (hour) => `${hour}:00`,
      line: 'Service',
      all: 'All services',
      taken: 'Tickets',
      called: 'Called',
      wait: 'Mean wait (min)',
      finished: 'Finished',
      service: 'Mean service (min)',
      empty: 'Nobody took a ticket on this day.',
      csv: 'Save as a table (CSV)',
      times: 'Waiting and service',
      people: 'How many came',
    },
    refusals: {
      'ticket.no-queue-here': { title: 'There are no tickets here', next: 'Please ask the staff.' },
      'ticket.unknown-line': {
        title: 'We found no such service',
        next: 'Please go back and choose another one, or ask the staff.',
      },
      'ticket.unknown-need': { title: 'One answer was not clear', next: 'Please choose again.' },
      'ticket.closed': {
        title: 'Nobody is being called at the moment',
        next: 'Please come in office hours, or take a ticket for the next day.',
      },
      'ticket.not-that-day': {
        title: 'No tickets for that day yet',
        next: 'Please take one for the next working day.',
      },
      'ticket.none-left': {
        title: 'No tickets left',
        next: 'Please come earlier tomorrow, or book a time.',
      },
      'ticket.day-ended': {
        title: 'Closed for today',
        next: 'Please take a ticket for the next day.',
      },
      'ticket.no-check-in': {
        title: 'We can’t find your check-in',
        next: 'Please check in with your receipt first.',
      },
      'ticket.taken-already': ({ number = '' }) => ({
        title: `This appointment has its ticket: ${number}`,
        next: 'Please remember the number and wait for the call; a lost slip does not matter.',
      }),
      'ticket.not-found': {
        title: 'We can’t find this ticket',
        next: 'Please compare it with the paper; if that does not help, ask the staff.',
      },
      'ticket.band-out-already': {
        title: 'Spare numbers are out already',
        next: 'Please use those first.',
      },
      'ticket.no-such-band': {
        title: 'We can’t find these spare numbers',
        next: 'Please tell the staff.',
      },
      'counter.unknown': { title: 'There is no such counter', next: 'Please check the settings.' },
      'counter.not-open': {
        title: 'The counter is not open',
        next: 'Press “Start calling” first.',
      },
      'counter.busy': {
        title: 'Somebody is at the counter',
        next: 'Please finish, miss or transfer that person first.',
      },
      'counter.nobody-here': { title: 'Nobody is at the counter', next: 'Call the next first.' },
      'counter.nothing-to-undo': { title: 'There is nothing to undo', next: 'Just go on.' },
      'counter.cannot-serve': {
        title: 'This counter does not do that',
        next: 'Please choose another line.',
      },
      'ticket.nobody-waits': { title: 'Nobody waits', next: 'Newcomers will appear here.' },
      'ticket.not-waiting': {
        title: 'This number is not waiting now',
        next: 'Please look where it is.',
      },
      'ticket.not-missed': {
        title: 'This number was not missed',
        next: 'Just keep waiting.',
      },
      'ticket.moved-on': {
        title: 'That can’t be undone any more',
        next: 'Another counter has gone on from there. Please talk to them.',
      },
      'ticket.called-enough': {
        title: 'Called often enough',
        next: 'If nobody comes, press “Missed”.',
      },
      'ticket.returned-enough': {
        title: 'This ticket can’t come back again',
        next: 'Please take another one.',
      },
    },
  },
);

export function sentenceFor(locale: Locale, trouble: Trouble): Sentence {
  const { faults, refusals } = troubleWords[locale];
  if (trouble.status === 'fault') return faults[trouble.fault.code];
  const { code, facts = {} } = trouble.refusal;
  const sentence = { ...refusals, ...queueWords[locale].refusals }[code];
  return typeof sentence === 'function' ? sentence(facts) : sentence;
}
