/** Somebody who works in the hall: hired by its operator, signed in with password and phone code. */
import assert from 'node:assert/strict';
import { URI, type TOTP } from 'otpauth';
import type { Page } from 'playwright-core';

import { operatorToken } from '../../server/who/who.ts';
import type { Hall } from './kiosk.ts';
import { visitor, type Visitor } from './visitor.ts';

const key = { id: 'k', bytes: new Uint8Array(32).fill(9) };
/** The key of a hall whose operator can hire. */
export const MULIN_KEY = `k:${Buffer.from(key.bytes).toString('base64')}`;

export interface Account {
  readonly id: string;
  readonly password: string;
  readonly totp: string;
}

/** Whoever holds the key of the hall. */
export const operatorOf = (hall: Hall): Visitor =>
  visitor(hall.origin, { authorization: `Bearer ${operatorToken(key)}` });

export async function hire(hall: Hall, id: string, role: string): Promise<Account> {
  const { body, status } = await operatorOf(hall).post('/api/staff', { id, roles: [role] });
  assert.equal(status, 201);
  const { password, totp } = body as unknown as Account;
  return { id, password, totp };
}

export async function signIn(page: Page, { id, password, totp }: Account): Promise<void> {
  await page.getByRole('textbox', { name: '账号' }).fill(id);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('textbox', { name: '动态码' }).fill((URI.parse(totp) as TOTP).generate());
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
