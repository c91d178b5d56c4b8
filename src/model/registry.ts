/** Every command, query and kind of document by name. A new part is added here, and nowhere else. */
import * as activity from './activity/commands.ts';
import { attendance, participant, pastSession, session, signUp } from './activity/documents.ts';
import { eraser as activityEraser } from './activity/erase.ts';
import * as activityQueries from './activity/queries.ts';
import * as booking from './booking/commands.ts';
import { companion } from './booking/companion.ts';
import {
  appointment,
  bookingDay,
  bookingHolds,
  bookingPerson,
  waitingList,
  wisher,
} from './booking/documents.ts';
import { eraser as bookingEraser } from './booking/erase.ts';
import { dueToForget } from './booking/house.ts';
import { due, dueLapsed, dueWaiting } from './booking/due.ts';
import * as lookUp from './booking/look-up.ts';
import * as bookingQueries from './booking/queries.ts';
import { wish } from './booking/wait.ts';
import * as catalog from './catalog/commands.ts';
import { closedOrder, order, shopper, stock, waitingOrder } from './catalog/documents.ts';
import * as desk from './catalog/desk.ts';
import {
  closedDonation,
  donation,
  donor,
  openDonation,
  thanks,
} from './catalog/donation-documents.ts';
import * as donations from './catalog/donation-queries.ts';
import { eraser as catalogEraser } from './catalog/erase.ts';
import * as catalogHouse from './catalog/house.ts';
import * as catalogLookUp from './catalog/look-up.ts';
import * as points from './catalog/points.ts';
import * as catalogQueries from './catalog/queries.ts';
import { tally } from './catalog/tally.ts';
import * as cases from './case/commands.ts';
import {
  bundleKind,
  caseFile,
  casePerson,
  deskLine,
  draftKind,
  ending,
  evidenceKind,
  ratingsKind,
  receiptKind,
} from './case/documents.ts';
import { draftFile, resumeDraft } from './case/draft.ts';
import { eraser as caseEraser } from './case/erase.ts';
import { due as casesDue } from './case/house.ts';
import * as caseLookUp from './case/look-up.ts';
import { forServices, screenings } from './form/queries.ts';
import * as guide from './guide/queries.ts';
import * as band from './queue/band.ts';
import * as calls from './queue/calls.ts';
import * as counters from './queue/counters.ts';
import { queueBlock, queueDay, queueTicket } from './queue/documents.ts';
import * as holder from './queue/holder.ts';
import * as queueQueries from './queue/queries.ts';
import { stats } from './queue/stats.ts';
import * as take from './queue/take.ts';
import { undo } from './queue/undo.ts';
import { judgeForm, keptOf } from './judge-form.ts';
import type { Pack } from './pack.ts';
import { checkIn } from './shared/check-in.ts';
import { eraseBy, type Eraser } from './shared/erasure.ts';
import { eraser as ledgerEraser, ledger } from './shared/ledger.ts';
import type { Chore, Command, DocumentKind, Query } from './shared/law.ts';

/** How each part forgets a person: a part with a personal field in its documents has one here. */
export const erasers: readonly Eraser<Pack>[] = [
  bookingEraser,
  catalogEraser,
  caseEraser,
  activityEraser,
  ledgerEraser,
];

export const law = {
  commands: {
    'booking.hold': booking.hold,
    'booking.renew-hold': booking.renewHold,
    'booking.release-hold': booking.releaseHold,
    'booking.confirm': booking.confirm,
    'booking.reschedule': booking.reschedule,
    'booking.affirm': booking.affirm,
    'booking.cancel': booking.cancel,
    'booking.check-in': booking.checkIn,
    'booking.no-show': booking.noShow,
    'booking.book': booking.book,
    'booking.wait': booking.wait,
    'booking.take-offer': booking.takeOffer,
    'booking.stop-waiting': booking.stopWaiting,
    'booking.settle': booking.settle,
    'booking.forget': booking.forget,
    'booking.forget-wishes': booking.forgetWishes,
    'case.submit': cases.submitWith(judgeForm),
    'case.answer': cases.give,
    'case.withdraw': cases.withdraw,
    'case.rate': cases.rate,
    'case.erase': cases.erase,
    'case.claim': cases.claim,
    'case.release': cases.release,
    'case.check': cases.check,
    'case.ask': cases.ask,
    'case.decide': cases.decide,
    'case.forget': cases.forget,
    'evidence.add': cases.add,
    'evidence.drop': cases.drop,
    'evidence.forget': cases.forgetBundle,
    'draft.keep': cases.keepDraftWith(keptOf),
    'draft.drop': cases.dropDraft,
    'draft.forget': cases.forgetDraft,
    'ticket.take': take.take,
    'ticket.deliver': take.deliver,
    'ticket.lease': band.lease,
    'ticket.merge': band.merge,
    'ticket.call': calls.call,
    'ticket.recall': calls.recall,
    'ticket.miss': calls.miss,
    'ticket.park': calls.park,
    'ticket.transfer': calls.transfer,
    'ticket.finish': calls.finish,
    'ticket.undo': undo,
    'ticket.away': holder.away,
    'ticket.back': holder.back,
    'ticket.return': holder.comeBack,
    'ticket.leave': holder.giveUp,
    'counter.open': counters.open,
    'counter.pause': counters.pause,
    'counter.close': counters.close,
    'queue.end': counters.end,
    'queue.reopen': counters.reopen,
    // An order and its time come and go together; catalog and booking do not know each other.
    'catalog.reserve': catalog.reserveWith(companion),
    'catalog.hand-out': catalog.givingBack(companion, catalog.handOut),
    'catalog.cancel': catalog.givingBack(companion, catalog.cancel),
    'catalog.lapse': catalog.givingBack(companion, catalog.lapse),
    'catalog.forget': catalog.forget,
    'donation.offer': catalog.offer,
    'donation.pledge': catalog.pledge,
    'donation.receive': catalog.receive,
    'donation.sort': catalog.sort,
    'donation.shelve': catalog.shelve,
    'donation.thank': catalog.thank,
    'donation.withdraw': catalog.withdraw,
    'donation.lapse': catalog.lapseDonation,
    'donation.forget': catalog.forgetDonation,
    'stock.intake': desk.intake,
    'stock.count': desk.count,
    'stock.clear-expired': desk.clear,
    'stock.withdraw': desk.withdraw,
    'stock.restore': desk.restore,
    'activity.sign-up': activity.take,
    'activity.leave': activity.leave,
    'activity.check-in': activity.checkIn,
    'activity.check-out': activity.checkOut,
    'activity.settle': activity.settle,
    'activity.forget': activity.forget,
    'points.enrol': points.enrol,
    'points.end': points.end,
    'points.allow': points.allow,
    'person.erase': eraseBy(erasers),
  },
  queries: {
    'booking.offer': bookingQueries.offer,
    'booking.month': bookingQueries.month,
    'booking.times': bookingQueries.times,
    'booking.nearest': bookingQueries.nearest,
    'booking.find': lookUp.find,
    'booking.mine': lookUp.mine,
    'booking.wish': wish,
    'booking.day': lookUp.day,
    'booking.warnings': lookUp.warnings,
    'booking.due': due,
    'booking.due-waiting': dueWaiting,
    'booking.due-lapsed': dueLapsed,
    'booking.due-to-forget': dueToForget,
    'catalog.shops': catalogQueries.shops,
    'catalog.goods': catalogQueries.goods,
    'catalog.shelf': catalogQueries.shelf,
    'catalog.find': catalogLookUp.find,
    'catalog.mine': catalogLookUp.mine,
    'catalog.waiting': catalogLookUp.waiting,
    'catalog.due': catalogHouse.due,
    'catalog.due-to-forget': catalogHouse.dueToForget,
    'catalog.stories': catalogQueries.stories,
    'donation.wanted': donations.wanted,
    'donation.find': donations.find,
    'donation.mine': donations.mine,
    'donation.donors': donations.donors,
    'donation.open': donations.open,
    'donation.due': donations.due,
    'donation.due-to-forget': donations.dueToForget,
    'stock.list': desk.list,
    'stock.report': desk.report,
    'activity.list': activityQueries.list,
    'activity.find': activityQueries.find,
    'activity.mine': activityQueries.mine,
    'activity.roster': activityQueries.roster,
    'activity.report': activityQueries.report,
    'activity.due': activityQueries.due,
    'activity.due-to-forget': activityQueries.dueToForget,
    'points.mine': points.mine,
    'points.account': points.account,
    'points.due': points.due,
    'case.find': caseLookUp.find,
    'case.mine': caseLookUp.mine,
    'case.filed': caseLookUp.filed,
    'case.evidence': caseLookUp.evidence,
    'case.list': caseLookUp.list,
    'case.closed': caseLookUp.closedList,
    'case.file': caseLookUp.file,
    'case.ratings': caseLookUp.ratings,
    'case.due': casesDue,
    'draft.resume': resumeDraft,
    'draft.file': draftFile,
    'form.for-services': forServices,
    'form.screenings': screenings,
    'guide.service': guide.service,
    'guide.services': guide.services,
    'queue.offer': queueQueries.offer,
    'queue.board': queueQueries.board,
    'queue.desk': queueQueries.desk,
    'queue.status': queueQueries.status,
    'queue.stats': stats,
  },
  documents: [
    bookingDay,
    appointment,
    bookingPerson,
    bookingHolds,
    waitingList,
    wisher,
    receiptKind,
    caseFile,
    deskLine,
    casePerson,
    draftKind,
    bundleKind,
    evidenceKind,
    ratingsKind,
    ending,
    checkIn,
    queueDay,
    queueBlock,
    queueTicket,
    stock,
    order,
    waitingOrder,
    closedOrder,
    shopper,
    tally,
    donation,
    openDonation,
    closedDonation,
    donor,
    thanks,
    session,
    pastSession,
    signUp,
    participant,
    attendance,
    points.beneficiary,
    ledger,
  ],
  chores: [
    { query: 'booking.due', everyMinutes: 1 },
    { query: 'booking.due-lapsed', everyMinutes: 15 },
    { query: 'booking.due-to-forget', everyMinutes: 60 },
    { query: 'catalog.due', everyMinutes: 10 },
    { query: 'catalog.due-to-forget', everyMinutes: 60 },
    { query: 'donation.due', everyMinutes: 60 },
    { query: 'donation.due-to-forget', everyMinutes: 60 },
    { query: 'activity.due', everyMinutes: 10 },
    { query: 'activity.due-to-forget', everyMinutes: 60 },
    { query: 'points.due', everyMinutes: 60 },
    { query: 'case.due', everyMinutes: 60 },
  ],
} as const;
export type Law = typeof law;

/** Any law, also one with a district's own parts in it, as the courts see it. */
export interface AnyLaw {
  readonly commands: Readonly<Record<string, AnyCommand>>;
  readonly queries: Readonly<Record<string, AnyQuery>>;
  readonly documents: readonly AnyKind[];
  /** What its keeper asks now and then. */
  readonly chores?: readonly Chore[];
}
export type AnyCommand = Command<string, unknown, unknown, string, Pack>;
export type AnyQuery = Query<string, unknown, unknown, string, Pack>;
export type AnyKind = Pick<DocumentKind<unknown>, 'at'> & {
  readonly personal: readonly string[];
};
