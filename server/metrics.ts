/** What Prometheus asks for. Labels are names of the law, statuses and codes: never anything of a person. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** One request that was answered. `name` is a command, a query, or another path of the hall's own. */
  request(name: string, status: number, seconds: number): void;
  readonly contentType: string;
  text(): Promise<string>;
}

/** `streams`: how many are open now. */
export function openMetrics(streams: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: 'mulin_requests_total',
    help: 'Requests by what was asked and how it was answered',
    labelNames: ['name', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'mulin_request_seconds',
    help: 'How long an answer took',
    labelNames: ['name'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  // It registers itself, and counts when it is asked.
  void new Gauge({
    name: 'mulin_streams',
    help: 'Streams of live answers that are open',
    registers,
    collect() {
      this.set(streams());
    },
  });
  return {
    request(name, status, took) {
      requests.inc({ name, status });
      seconds.observe({ name }, took);
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
