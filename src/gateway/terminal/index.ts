export { terminalGateway, type TerminalGateway, type TerminalOptions } from './gateway.ts';
