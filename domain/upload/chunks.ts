/** How many chunks a file of so many bytes has. An empty file has none. */
export function chunkCountOf(size: number, chunkBytes: number): number {
  return Math.ceil(size / chunkBytes)
}

/** Bytes of that chunk, counted from 0; 0 where there is no such chunk. */
export function chunkSizeOf(chunk: number, size: number, chunkBytes: number): number {
  const begins = chunk * chunkBytes
  return begins >= size ? 0 : Math.min(chunkBytes, size - begins)
}

/** Chunks still to come, in their order. */
export function missingChunks(chunkCount: number, present: readonly number[]): number[] {
  const there = new Set(present)
  return Array.from({ length: chunkCount }, (_, chunk) => chunk).filter(
    (chunk) => !there.has(chunk),
  )
}
