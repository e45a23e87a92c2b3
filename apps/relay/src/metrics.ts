/** Counts for Prometheus, in its text format. Numbers only: no label says who, where or which space. */

export interface Metrics {
  /** @param outcome  status or kind of refusal */
  answered(route: string, outcome: string): void;
  keptEntries(count: number): void;
  /** @param gauges  what holds right now, by name */
  text(gauges: Readonly<Record<string, number>>): string;
}

export function relayMetrics(): Metrics {
  const answers = new Map<string, number>();
  let entries = 0;
  return {
    answered(route, outcome) {
      const labels = `route="${route}",outcome="${outcome}"`;
      answers.set(labels, (answers.get(labels) ?? 0) + 1);
    },
    keptEntries: (count) => {
      entries += count;
    },
    text: (gauges) =>
      [
        "# TYPE saksi_answers_total counter",
        ...[...answers].map(([labels, count]) => `saksi_answers_total{${labels}} ${count}`),
        "# TYPE saksi_entries_kept_total counter",
        `saksi_entries_kept_total ${entries}`,
        ...Object.entries(gauges).flatMap(([name, value]) => [`# TYPE saksi_${name} gauge`, `saksi_${name} ${value}`]),
        "",
      ].join("\n"),
  };
}
