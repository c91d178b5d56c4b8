export type { Gateway, Kept, Outbox, Reach } from '../contract.ts';
export { httpGateway, type HttpGateway, type HttpOptions } from './gateway.ts';
