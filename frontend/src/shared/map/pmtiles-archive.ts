/** Bytes of a PMTiles archive's header, version 3, as its specification lays them out. */
const HEADER_BYTES = 127;
const MAGIC = 'PMTiles';
const VERSION_AT = 7;
const TILE_TYPE_AT = 99;
const MAX_ZOOM_AT = 101;
const VECTOR_TILES = 1;

export type PmtilesArchive = { readonly maxZoom: number };

/** Reads the beginning of an archive; null when it does not answer in parts, or is none of vector tiles. */
export async function openArchive(url: string): Promise<PmtilesArchive | null> {
  try {
    const answer = await fetch(url, { headers: { Range: `bytes=0-${HEADER_BYTES - 1}` } });
    if (answer.status !== 206) {
      await answer.body?.cancel();
      return null;
    }
    return archiveOf(new Uint8Array(await answer.arrayBuffer()));
  } catch {
    return null;
  }
}

function archiveOf(header: Uint8Array): PmtilesArchive | null {
  const magic = new TextDecoder().decode(header.subarray(0, MAGIC.length));
  if (magic !== MAGIC || header[VERSION_AT] !== 3 || header[TILE_TYPE_AT] !== VECTOR_TILES) return null;
  return { maxZoom: header[MAX_ZOOM_AT] ?? 0 };
}
