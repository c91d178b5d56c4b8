export { httpGateway, type HttpGateway, type HttpOptions } from './gateway.ts';
