import {
  keepPreviousData,
  QueryCache,
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import type { Contract } from "../contract.ts"
import { address, call, type In, type Out, type Refusal, Refused, refusalOf } from "./call.ts"
import { keep, lastKept } from "./kept.ts"
import { tell } from "./tell.ts"

export type Asked<C extends Contract> = UseQueryResult<Out<C>, Error>

/**
 * Ask a question; the answer is kept by its name and input. `when: false` waits. `offline`: the last answer stays on the
 * device for its owner, and is shown where there is no connection; never for what is secret or another person's.
 */
export function useAsk<C extends Contract & { kind: "query" }>(
  contract: C,
  input: In<C>,
  options: { when?: boolean; keep?: boolean; every?: number; offline?: boolean } = {},
): Asked<C> {
  return useQuery<Out<C>, Error>({
    queryKey: [contract.name, input],
    queryFn: ({ signal }) =>
      options.offline ? asked(contract, input, signal) : call(contract, input, { signal }),
    enabled: options.when ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData as never } : {}),
    ...(options.every ? { refetchInterval: options.every } : {}),
  })
}

/** Asked of the server; without a connection, the answer it gave last. */
async function asked<C extends Contract>(contract: C, input: In<C>, signal: AbortSignal): Promise<Out<C>> {
  const name = address(contract, input as object)
  try {
    const answer = await call(contract, input, { signal })
    keep(name, answer)
    return answer
  } catch (error) {
    const last = refusalOf(error).code === "offline" ? lastKept(name) : undefined
    if (last === undefined) throw error
    return last as Out<C>
  }
}

export interface Doing<C extends Contract> {
  /** Does it; undefined when refused, and then `refused` says why. Never throws. */
  readonly run: (input: In<C>) => Promise<Out<C> | undefined>
  readonly busy: boolean
  readonly refused: Refusal | undefined
  readonly forget: () => void
}

/**
 * Do a verb. Afterwards every answer on screen is asked again: one write may re-judge anything.
 * A refusal is told to the reader unless `quiet` (a form that shows `<Problem>` itself).
 */
export function useDo<C extends Contract & { kind: "action" }>(
  contract: C,
  options: { done?: string; quiet?: boolean } = {},
): Doing<C> {
  const client = useQueryClient()
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: (input: In<C>) => call(contract, input),
    onSuccess: async () => {
      if (options.done) tell({ kind: "done", words: options.done })
      await client.invalidateQueries()
    },
    onError: (e) => options.quiet || tell({ kind: "refused", refusal: refusalOf(e) }),
  })
  return {
    run: (input) => mutateAsync(input).catch(() => undefined),
    busy: isPending,
    refused: error ? refusalOf(error) : undefined,
    forget: reset,
  }
}

/** One per app. A refusal is an answer, so only a lost connection is tried again. */
export const makeClient = (onRefusal?: (refusal: Refusal) => void): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({ onError: (error) => onRefusal?.(refusalOf(error)) }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Without a connection a question is asked all the same: it is refused, or answered from what was kept.
        networkMode: "always",
        refetchOnReconnect: true,
        retry: (times, error) => times < 2 && error instanceof Refused && error.refusal.code === "offline",
      },
      mutations: { networkMode: "always" },
    },
  })
