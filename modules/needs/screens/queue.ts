import type { Draft } from "./draft.ts"

/** A need written while there was no connection, with its photos, as this browser keeps it. */
export interface Waiting {
  readonly ticket: string
  readonly person: string
  readonly words: Draft
  readonly photos: readonly Blob[]
  readonly since: number
  /** Why the server did not take it. */
  readonly refused?: string
}

const store = "waiting"

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("qiaoliang-needs", 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(store, { keyPath: "ticket" })
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

async function within<T>(mode: IDBTransactionMode, work: (of: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, mode)
      const asked = work(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

export const keepWaiting = (of: Waiting): Promise<unknown> => within("readwrite", (s) => s.put(of))
export const dropWaiting = (ticket: string): Promise<unknown> => within("readwrite", (s) => s.delete(ticket))

/** One person's own, the oldest first; none where the browser keeps nothing. */
export async function waitingOf(person: string): Promise<readonly Waiting[]> {
  try {
    const all = await within<Waiting[]>("readonly", (s) => s.getAll())
    return all.filter((w) => w.person === person).sort((a, b) => a.since - b.since)
  } catch {
    return []
  }
}
