/** Elements without a subject: they would fit any office in the world. */
export { element, MulinElement } from './base.ts';
export { addressLine, type Address, type Area } from './address-line.ts';
export { MulinAddress } from './address.ts';
export { MulinButton } from './button.ts';
export { MulinCalendar } from './calendar.ts';
export { MulinCard } from './card.ts';
export { MulinChart, type Series } from './chart.ts';
export { MulinCheck } from './check.ts';
export { MulinChoice, type Option } from './choice.ts';
export { Clock } from './clock.ts';
export {
  cardReaderContext,
  gatewayContext,
  keysContext,
  localeContext,
  printerContext,
  speakerContext,
} from './contexts.ts';
export { MulinDate, type DatePrecision } from './date.ts';
export { MulinDialog } from './dialog.ts';
export { MulinFacts, type Fact } from './facts.ts';
export { type FieldKind } from './field-kinds.ts';
export { MulinField } from './field.ts';
export { FormControl, submitLikeEnter } from './form-control.ts';
export { MulinIcon } from './icon.ts';
export { icons, type IconName } from './icons.ts';
export { MulinKeypad } from './keypad.ts';
export { MulinLongText } from './long-text.ts';
export { MulinMoney } from './money.ts';
export { MulinNotice } from './notice.ts';
export { MulinPhoto, type Shot } from './photo.ts';
export { MulinPick } from './pick.ts';
export { MulinPrint } from './print.ts';
export { MulinQr } from './qr.ts';
export { MulinQuantity } from './quantity.ts';
export { MulinReach } from './reach.ts';
export { MulinReadCard } from './read-card.ts';
export { MulinSample } from './sample.ts';
export { MulinScope } from './scope.ts';
export { MulinSearch } from './search.ts';
export { Sending } from './sending.ts';
export * from './sentences.ts';
export { MulinSeveral } from './several.ts';
export { BY_STATEMENT, MulinSignature } from './signature.ts';
export { MulinSignIn } from './sign-in.ts';
export { type SignInTrouble } from './sign-in.strings.ts';
export { MulinSteps } from './steps.ts';
export { type TextTarget } from './text-target.ts';
export { MulinTime } from './time.ts';
export { MulinVirtualGrid, virtualGrid, type Cell } from './virtual-grid.ts';
export { Watch, type Snapshot, type ValueOf } from './watch.ts';
