/** Every sentence of the QR code. */
import { words } from '../i18n/index.ts';

export const qrWords = words(
  { label: '二维码', tooLong: '内容太长，画不成二维码。' },
  { label: 'QR code', tooLong: 'This is too long for a QR code.' },
);
