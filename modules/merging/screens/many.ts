import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import type { Contract } from "#kit/contract.ts"
import { call, type In, type Refusal, refusalOf } from "#kit/web/call.ts"
import { tell } from "#kit/web/tell.ts"

interface Many<C extends Contract> {
  /** How many were done: all of them, or those before the one that was refused. */
  readonly run: (inputs: readonly In<C>[]) => Promise<number>
  readonly at: { readonly done: number; readonly of: number } | undefined
  readonly refused: Refusal | undefined
}

/** One deed after another, each whole by itself; stops at the first that is refused. */
export function useMany<C extends Contract & { kind: "action" }>(
  contract: C,
  say: (count: number) => string,
): Many<C> {
  const client = useQueryClient()
  const [at, setAt] = useState<Many<C>["at"]>()
  const [refused, setRefused] = useState<Refusal>()
  const run = async (inputs: readonly In<C>[]) => {
    let done = 0
    setRefused(undefined)
    try {
      for (const input of inputs) {
        setAt({ done, of: inputs.length })
        await call(contract, input)
        done++
      }
    } catch (error) {
      setRefused(refusalOf(error))
    }
    if (done > 0) tell({ kind: "done", words: say(done) })
    await client.invalidateQueries()
    setAt(undefined)
    return done
  }
  return { run, at, refused }
}
