/** One measurement as written to the JSON file; `ratio` is against the bare window where there is one. */
export interface Metric {
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'kB' | 'ms/s';
  readonly ratio: number | null;
  /** What the ratio, or without one the value, may be at most. */
  readonly limit: number | null;
  readonly ok: boolean;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
};

/** A median against the bare window's. */
export const comparedMetric = (
  unit: Metric['unit'],
  values: readonly number[],
  bareValues: readonly number[],
  limit: number | null,
): Metric => {
  const value = median(values);
  const ratio = value / median(bareValues);
  return { value, unit, ratio, limit, ok: limit === null || ratio <= limit };
};

export const absoluteMetric = (unit: Metric['unit'], value: number, limit: number | null): Metric => ({
  value,
  unit,
  ratio: null,
  limit,
  ok: limit === null || value <= limit,
});

/** The table for the terminal. */
export const formatReport = (metrics: Readonly<Record<string, Metric>>): string => {
  const rows = Object.entries(metrics).map(([name, { value, unit, ratio, limit, ok }]) => [
    name,
    `${value.toFixed(unit === 'ms/s' ? 2 : 1)} ${unit}`,
    ratio === null ? '' : `× ${ratio.toFixed(2)}`,
    limit === null ? '' : `≤ ${String(limit)}`,
    limit === null ? '' : ok ? 'ok' : 'TOO MUCH',
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
