/** Somebody who works in the hall: hired by its operator, signed in with password and phone code. */
import assert from 'node:assert/strict';
import { URI, type TOTP } from 'otpauth';
import type { Page } from 'playwright-core';

import { operatorToken } from '../../server/who/who.ts';
import type { Hall } from './kiosk.ts';
import { visitor } from './visitor.ts';

const key = { id: 'k', bytes: new Uint8Array(32).fill(9) };
/** The key of a hall whose operator can hire. */
export const MULIN_KEY = `k:${Buffer.from(key.bytes).toString('base64')}`;

export async function signInAsClerk(page: Page, hall: Hall, id: string): Promise<void> {
  const operator = visitor(hall.origin, { authorization: `Bearer ${operatorToken(key)}` });
  const { body, status } = await operator.post('/api/staff', { id, roles: ['case'] });
  assert.equal(status, 201);
  const { password, totp } = body as unknown as {
    readonly password: string;
    readonly totp: string;
  };
  await page.getByRole('textbox', { name: '账号' }).fill(id);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('textbox', { name: '动态码' }).fill((URI.parse(totp) as TOTP).generate());
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
