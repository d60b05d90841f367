import type { WaybillLine } from '@qafila/contract';
import { useFormat } from '../../shared/format/index.ts';
import { Code } from '../../shared/ui/index.ts';

/** An item with its lot and whose it was. */
export function LineName({ line }: { line: WaybillLine }) {
  const { name } = useFormat();
  return (
    <>
      {name(line.item)}
      <small>
        <Code muted>{line.lotCode}</Code> · {name(line.association)}
      </small>
    </>
  );
}
