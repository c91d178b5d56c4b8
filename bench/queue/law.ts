/** What the queue bench needs of the law. */
export { decide } from '../../src/model/court.ts';
export { law } from '../../src/model/registry.ts';
export { manyCounters, queueTown } from '../../tests/harness/queues.ts';
