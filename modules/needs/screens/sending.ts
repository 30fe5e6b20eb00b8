import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useEffect, useRef, useState } from "react"
import { call, type Out, refusalOf, upload } from "#kit/web/call.ts"
import { raise } from "../contract.ts"
import type { Draft } from "./draft.ts"
import { dropWaiting, keepWaiting, type Waiting, waitingOf } from "./queue.ts"

/** The photos first, then the words that name them. Throws `Refused`. */
export async function send(words: Draft, photos: readonly Blob[]): Promise<Out<typeof raise>> {
  const ids: string[] = []
  for (const photo of photos) {
    const form = new FormData()
    form.append("file", photo, "photo.jpg")
    ids.push((await upload<{ id: string }>("/api/needs/photos", form)).id)
  }
  return call(raise, { ...words, photos: ids })
}

/** Tried again while the page is open, besides when the browser says it is online. */
const every = 20_000

/** What waits in this browser for a connection, and its sending as soon as there is one. */
export function useWaiting(person: string, onSent: (nth: number) => void) {
  const client = useQueryClient()
  const [waiting, set] = useState<readonly Waiting[]>([])
  const busy = useRef(false)
  const told = useRef(onSent)
  told.current = onSent

  const look = useCallback(async () => set(await waitingOf(person)), [person])
  const flush = useCallback(async () => {
    if (busy.current || !person) return
    busy.current = true
    try {
      for (const one of await waitingOf(person)) {
        if (one.refused) continue
        try {
          const { nth } = await send(one.words, one.photos)
          await dropWaiting(one.ticket)
          told.current(nth)
          await client.invalidateQueries()
        } catch (error) {
          const refusal = refusalOf(error)
          if (refusal.code === "offline" || refusal.code === "internal" || refusal.code === "not-signed-in")
            break
          await keepWaiting({ ...one, refused: refusal.because })
        }
      }
    } finally {
      busy.current = false
      await look()
    }
  }, [person, client, look])

  useEffect(() => {
    void flush()
    const online = () => void flush()
    window.addEventListener("online", online)
    const timer = setInterval(async () => {
      if ((await waitingOf(person)).length > 0) void flush()
    }, every)
    return () => {
      window.removeEventListener("online", online)
      clearInterval(timer)
    }
  }, [person, flush])

  return {
    waiting,
    put: async (words: Draft, photos: readonly Blob[]) => {
      await keepWaiting({ ticket: words.ticket, person, words, photos, since: Date.now() })
      await look()
    },
    drop: async (ticket: string) => {
      await dropWaiting(ticket)
      await look()
    },
  }
}
