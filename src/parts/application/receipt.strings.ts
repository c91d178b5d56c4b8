/** Sentences of the receipt. */
import { words } from '../../i18n/index.ts';

export const receiptWords = words(
  {
    received: (count: number) => (count > 1 ? `${count} 件都已经收到了` : '已经收到了'),
    calendar: '加到日历',
    deadline: (service: string) => `${service}：最晚今天答复`,
    next: '工作人员会核对，有结果或者还缺材料，会告诉您。',
    slip: '申请回执',
    code: '回执码',
    qr: '回执二维码',
    qrHint: '用手机扫一扫，记在手机里',
    service: '申请事项',
    until: '最晚答复',
    idNumber: '身份证号码',
    phone: '手机号',
    files: '材料',
    count: (files: number) => `${files} 份`,
    find: (byPhone: boolean): string =>
      byPhone
        ? '以后查办件：回执码和手机号后 4 位，或者刷身份证。'
        : '以后查办件：回执码和您定的 4 位数字。',
  },
  {
    received: (count: number) =>
      count > 1 ? `We have received all ${count}` : 'We have received it',
    calendar: 'Add to calendar',
    deadline: (service: string) => `${service}: answer due today`,
    next: 'The staff will check it. You hear from us when it is decided, or when something is missing.',
    slip: 'Receipt of an application',
    code: 'Receipt code',
    qr: 'QR code of the receipt',
    qrHint: 'Scan it to keep it on your phone',
    service: 'Application',
    until: 'Answer by',
    idNumber: 'ID number',
    phone: 'Phone',
    files: 'Papers',
    count: (files: number) => (files === 1 ? '1 file' : `${files} files`),
    find: (byPhone: boolean): string =>
      byPhone
        ? 'To look it up: the code and the last 4 digits of the phone, or your ID card.'
        : 'To look it up: the code and the 4 digits you chose.',
  },
);
