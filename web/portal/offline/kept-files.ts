/** A file on its way to a draft, kept so that a reload or a lost network does not ask for it again. */
export type KeptFile = {
  readonly uploadId: string
  readonly draftId: string
  readonly material: number
  readonly name: string
  readonly type: string
  readonly file: Blob
}

const STORE = 'files'

/** False where the device has no room, or keeps nothing: the upload goes on, only a reload would end it. */
export async function keepFile(file: KeptFile): Promise<boolean> {
  return await ask('readwrite', (files) => files.put(file)).then(
    () => true,
    () => false,
  )
}

export async function dropFile(uploadId: string): Promise<void> {
  await ask('readwrite', (files) => files.delete(uploadId)).catch(() => undefined)
}

export async function keptFilesOf(draftId: string): Promise<readonly KeptFile[]> {
  const all = await ask('readonly', (files) => files.getAll()).catch(() => [])
  return (all as readonly KeptFile[]).filter((file) => file.draftId === draftId)
}

async function ask<Result>(
  mode: IDBTransactionMode,
  act: (files: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  try {
    const transaction = database.transaction(STORE, mode)
    const request = act(transaction.objectStore(STORE))
    return await new Promise<Result>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve(request.result))
      transaction.addEventListener('error', () => reject(asError(transaction.error)))
      transaction.addEventListener('abort', () => reject(asError(transaction.error)))
    })
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('yichuang-apply', 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(STORE, { keyPath: 'uploadId' }),
    )
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(asError(request.error)))
  })
}

function asError(error: DOMException | null): Error {
  return error ?? new Error('The device keeps no files')
}
