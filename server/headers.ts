/** What every answer tells the browser it may do. */

/**
 * Only this origin, no inline code or style, no framing by strangers. Lit writes its templates under the name `lit-html`;
 * the kiosk starts its service worker under `mulin-kiosk`.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' http://127.0.0.1:*", // the terminal's own bridge to its printer and card reader (docs/devices.md)
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html mulin-kiosk',
].join('; ');

/** What the terminal uses, and nothing besides. */
const permissionsPolicy = [
  'screen-wake-lock=(self)',
  'camera=(self)', // a person takes a picture of their papers
  ...['microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid'].map((name) => `${name}=()`),
].join(', ');

export const strictHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissionsPolicy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Files with a hash in their name never change; everything else is asked for anew, so that a new version is seen. */
export function cacheRule(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
