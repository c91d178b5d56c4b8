export { localGateway, type LocalGateway, type LocalOptions } from './gateway.ts';
export type { StoredEvent } from './archive.ts';
