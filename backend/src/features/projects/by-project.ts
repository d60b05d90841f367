/** Rows of several projects, each project’s in the order they came. */
export function byProject<Row extends { projectId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const its = found.get(row.projectId);
    if (its) its.push(row);
    else found.set(row.projectId, [row]);
  }
  return found;
}
